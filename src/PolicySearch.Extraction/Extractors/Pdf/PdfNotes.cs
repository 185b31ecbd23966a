using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Marks footnotes, captions, contents and references.</summary>
internal static partial class PdfNotes
{
    private static readonly string[] ContentsHeadings = ["contents", "table of contents", "目次", "目 次"];

    /// <summary>Whether a line in small print begins as a footnote does: "1 See …", "* As of …".</summary>
    public static bool BeginsNote(string text) => NoteStart().IsMatch(text);

    /// <summary>Marks them.</summary>
    public static void Mark(PdfDraft draft)
    {
        PdfUnit? above = null;
        foreach (var unit in draft.Units.Where(unit => unit.Kind != BlockKind.Boilerplate))
        {
            if (unit.Rows is not null)
            {
                unit.Kind = above is not null && IsContentsHeading(above) ? BlockKind.Contents : BlockKind.TableCell;
            }
            else if (ContentsPages.IsEntry(unit.Text) || (above is { Kind: BlockKind.Contents } && ContentsLine().IsMatch(unit.Text)))
            {
                unit.Kind = BlockKind.Contents;
            }
            else if (IsFootnote(draft, unit, above) || NotesAndCaptions.IsNote(unit.Text, above?.Kind))
            {
                unit.Kind = BlockKind.Footnote;
            }
            else if (NotesAndCaptions.IsCaption(unit.Text))
            {
                unit.Kind = BlockKind.Caption;
            }

            if (unit.Kind == BlockKind.Contents && above is not null && IsContentsHeading(above))
            {
                above.Kind = BlockKind.Contents;
            }

            above = unit;
        }
    }

    /// <summary>Marks what stands under the heading of a list of references or notes; to be called when headings are known.</summary>
    public static void MarkReferences(PdfDraft draft)
    {
        BlockKind? kind = null;
        foreach (var unit in draft.Units)
        {
            if (unit.Kind == BlockKind.Heading)
            {
                kind = ReferenceLists.KindUnder(unit.Text);
            }
            else if (kind is { } entry && unit.Kind is null)
            {
                unit.Kind = entry;
            }
        }
    }

    // Small print with a number in front in the lower part of the page, and what goes on from such.
    private static bool IsFootnote(PdfDraft draft, PdfUnit unit, PdfUnit? above) =>
        unit.Size <= draft.Smaller && unit.Height > 0.4
        && (BeginsNote(unit.Text) || (above is { Kind: BlockKind.Footnote } && above.Page == unit.Page && Math.Abs(above.Size - unit.Size) < 0.3));

    private static bool IsContentsHeading(PdfUnit unit) => Array.Exists(ContentsHeadings, heading => heading.Equals(unit.Text.Trim(), StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(\[?\d{1,3}[\]).:]?\s*|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}\s*|※\s?\d{0,3}\s*|[（(]?注\s?\d{0,3}[)）]?\s*)[\p{L}""“「（(]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NoteStart();

    [GeneratedRegex(@"^.{2,200}[\s.…・]+(\d{1,4}|[ivxlc]{1,7})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ContentsLine();
}
