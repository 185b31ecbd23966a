using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Marks footnotes and captions.</summary>
internal static partial class NotesAndCaptions
{
    private enum Below
    {
        Text,
        Table,
        Lines,
    }

    private const int LongestCaption = 300;
    private const int LongestNote = 1000;
    private const int FarthestMark = 4000;

    public static void Mark(TextDraft draft)
    {
        var hasStar = draft.Text.AsSpan().IndexOf('*') >= 0;
        NumberedNotes.Mark(draft);
        var below = Below.Text;
        for (var i = 0; i < draft.Units.Count; i++)
        {
            var unit = draft.Units[i];
            if (unit.Kind is not null)
            {
                below = unit.Kind is BlockKind.TableCell or BlockKind.Caption ? Below.Table : unit.IsBoilerplate ? below : Below.Text;
                continue;
            }

            // The source of a table or figure, right below it, is read with it.
            below = below == Below.Lines && unit.BlankBefore > 0 ? Below.Text : below;
            if (below != Below.Text && IsNoteWord(draft.Of(unit)))
            {
                unit.Kind = BlockKind.Paragraph;
                continue;
            }

            below = below == Below.Text ? Below.Text : Below.Lines;
            if (unit.Form == UnitForm.Note || IsTableNote(draft, i) || (hasStar && IsStarNote(draft, i)) || IsNoteWord(draft.Of(unit)))
            {
                unit.Kind = BlockKind.Footnote;
            }
            else if (unit.Form == UnitForm.Prose && (IsCaption(draft.Of(unit)) || IsAboveTable(draft, i)))
            {
                unit.Kind = BlockKind.Caption;
                below = Below.Table;
            }
        }
    }

    /// <summary>Whether a paragraph says of itself that it is a note: "Source: …", "（注）…", "※1 …".</summary>
    /// <param name="words">Its text.</param>
    /// <param name="above">What stands above it: the source of a table or figure is read with it.</param>
    public static bool IsNote(ReadOnlySpan<char> words, BlockKind? above = null) => (IsNoteWord(words) && above is not (BlockKind.TableCell or BlockKind.Caption)) || (words.Length <= LongestNote && ReferenceMark().IsMatch(words));

    private static bool IsNoteWord(ReadOnlySpan<char> words) => words.Length <= LongestNote && NoteWord().IsMatch(words);

    /// <summary>Whether a short paragraph is a caption: "Table 1. …", "図２　…".</summary>
    public static bool IsCaption(ReadOnlySpan<char> words) => words.Length <= LongestCaption && CaptionStart().IsMatch(words);

    // "Turnover (NT$ trillion)" right above a table says what it counts.
    private static bool IsAboveTable(TextDraft draft, int index)
    {
        var unit = draft.Units[index];
        return index + 1 < draft.Units.Count && draft.Units[index + 1].Kind == BlockKind.TableCell && HeadingForm.IsHeadingLike(draft, unit) && Measure().IsMatch(draft.Of(unit));
    }

    [GeneratedRegex(@"([(（].{0,30}|, (in )?)(%|\$|€|£|¥|₩|₹|per ?cent|percentage|thousands?|millions?|billions?|trillions?|\bbn|\bm|crore|lakh|dollars?|euros?|yen|won|円|人|件|社|単位[:：].{0,12})[)）]?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Measure();

    [GeneratedRegex(@"^(※ ?[0-9０-９]{1,3}|[（(]?注 ?[0-9０-９]{0,3} ?[)）])\s*\S", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ReferenceMark();

    // "a. Without agriculture." right below a table, "(1) Planned." below one that has the mark "(1)".
    private static bool IsTableNote(TextDraft draft, int index)
    {
        var unit = draft.Units[index];
        var isBelow = unit is { Form: UnitForm.Numbered, Marker.Style: 'a' or '(' } && index > 0
            && draft.Units[index - 1] is { Kind: BlockKind.TableCell } or { Kind: BlockKind.Footnote, Form: UnitForm.Numbered, Marker.Style: 'a' or '(' };
        if (!isBelow || unit.Marker.Style == 'a')
        {
            return isBelow && draft.Text[unit.Span.End - 1] is '.' or '。';
        }

        var start = Math.Max(0, unit.Span.Start - FarthestMark);
        return draft.Text.AsSpan(start, unit.Span.Start - start).Contains(draft.Of(unit)[..unit.Marker.Length].TrimEnd(), StringComparison.Ordinal);
    }

    // A single star explains a word that ends with one; several are bullets.
    private static bool IsStarNote(TextDraft draft, int index)
    {
        var unit = draft.Units[index];
        var text = draft.Text;
        if (text[unit.Span.Start] != '*' || IsStar(index - 1) || IsStar(index + 1))
        {
            return false;
        }

        // A list has more than one item: a sentence with a star between paragraphs is a note.
        if (unit is { Form: UnitForm.Bullet, BlankBefore: > 0, BlankAfter: true } && index > 0 && text[unit.Span.End - 1] is '.' or '。' && text[draft.Units[index - 1].Span.End - 1] is not (':' or '：'))
        {
            return true;
        }

        var before = text.AsSpan(Math.Max(0, unit.Span.Start - FarthestMark), Math.Min(FarthestMark, unit.Span.Start));
        for (var at = before.LastIndexOf('*'); at > 0; at = before[..at].LastIndexOf('*'))
        {
            if (char.IsLetterOrDigit(before[at - 1]) && (at + 1 == before.Length || before[at + 1] != '*'))
            {
                return true;
            }
        }

        return false;

        bool IsStar(int other) => other >= 0 && other < draft.Units.Count && draft.Units[other].Kind is null && text[draft.Units[other].Span.Start] == '*';
    }

    [GeneratedRegex(@"^(notes?|sources?|n\.b\.|remarks?)\s*:\s*\S|^[（(](注|備考|出典|出所|資料)[)）]\s*\S|^(注|備考|出典|出所|資料)\s*[:：]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NoteWord();

    [GeneratedRegex(@"^[*_]{0,2}((figure|fig\.|table|chart|graph|exhibit|map|box|diagram|photo)\s+([a-z]?\d{1,3}([.-]\d{1,3})?[a-z]?|(?-i:[A-H]))\s*([.:|–—-]|$)|(figure|table|chart|exhibit)\s+\d{1,3}([.-]\d{1,3})?\s+(?-i:[\p{Lu}])[^.]{0,120}$)|^(図表?|表|グラフ|写真)\s*[0-9０-９]{1,3}([-－.．][0-9０-９]{1,3})?(\s|[:：.．　]|$)|^第[0-9０-９]{1,3}([-－.．][0-9０-９]{1,3}){0,3}(図表?|表)(\s|[:：.．　]|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CaptionStart();
}
