using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Joins paragraphs that the end of a column or page has cut; what stands between (notes, running lines) then follows.</summary>
internal static class PdfContinuations
{
    /// <summary>Joins them.</summary>
    public static void Join(PdfDraft draft, Func<string, bool> isCompound)
    {
        PdfUnit? open = null;
        for (var i = 0; i < draft.Units.Count; i++)
        {
            var unit = draft.Units[i];
            if (unit.Kind is BlockKind.Boilerplate or BlockKind.Footnote or BlockKind.Caption or BlockKind.TableCell)
            {
                continue;
            }

            if (open is not null && open.Region != unit.Region && unit.Page <= open.Page + 1 && IsText(open) && unit.Kind is null && GoesOn(open, unit))
            {
                open.Text = LineText.Join([open.Text, unit.Text], isCompound);
                open.Lines.AddRange(unit.Lines);
                open.Boxes.AddRange(unit.Boxes);
                draft.Units.RemoveAt(i--);
                continue;
            }

            open = unit;
        }
    }

    private static bool IsText(PdfUnit unit) => unit.Kind is null or BlockKind.ListItem or BlockKind.Reference;

    private static bool GoesOn(PdfUnit open, PdfUnit next)
    {
        if (ListMarker.Read(next.Text).Length > 0 || Math.Abs(open.Lines[^1].Size - next.Lines[0].Size) > 0.08 * next.Lines[0].Size)
        {
            return false;
        }

        var (last, first) = (open.Text[^1], next.Text[0]);
        return last is not ('.' or '。' or '!' or '?' or ':' or '：' or '！' or '？')
            && (char.IsLower(first) || last is ',' or '-' or '、' or '\u00AD' || (WideText.Is(last) && WideText.Is(first)) || (char.IsLower(last) && open.Lines.Count > 1));
    }
}
