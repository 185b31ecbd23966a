using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Cuts a column's lines to paragraphs.</summary>
/// <param name="draft">What is known of the document's fonts.</param>
/// <param name="lines">The lines from top to bottom.</param>
internal sealed class ColumnParagraphs(PdfDraft draft, List<PdfLine> lines)
{
    private const double FullEnough = 0.6;

    private readonly double _right = lines.Max(line => line.Box.Right);
    private readonly double _left = lines.Min(line => line.Box.Left);
    private readonly bool _isRagged = IsRagged(lines);
    private readonly double _pitch = Pitch(lines, 0);
    private readonly Dictionary<double, double> _pitches = [];

    /// <summary>The paragraphs.</summary>
    public IEnumerable<List<PdfLine>> Read()
    {
        var start = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i == lines.Count || Breaks(start, i))
            {
                yield return lines[start..i];
                start = i;
            }
        }
    }

    private bool Breaks(int start, int index)
    {
        var (above, line) = (lines[index - 1], lines[index]);
        var down = line.Box.Bottom - above.Box.Bottom;
        var largest = Math.Max(above.Size, line.Size);
        if (down <= 0 || down > Math.Max(1.28 * PitchOf(line) * Math.Max(1, largest / draft.BodySize), 1.1 * largest) || Math.Abs(above.Size - line.Size) > (draft.IsOcr ? 0.3 : 0.08) * largest)
        {
            return true;
        }

        return above.IsBold != line.IsBold && !draft.IsBodyBold && EndsParagraph(above) || BeginsItem(above, line)
            || ContentsPages.IsEntry(above.Text) || (IsShort(above, line) && !(draft.IsDisplay(above) && draft.IsDisplay(line))) || IsIndented(start, index);
    }

    // A bullet always begins an item; a number only where the line above has come to its end.
    private bool BeginsItem(PdfLine above, PdfLine line)
    {
        var form = ListMarker.Read(line.Text).Form;
        return form == UnitForm.Bullet || (form is UnitForm.Numbered or UnitForm.Section or UnitForm.Note && EndsParagraph(above))
            || (line.Size <= draft.Smaller && PdfNotes.BeginsNote(line.Text) && EndsParagraph(above));
    }

    private bool EndsParagraph(PdfLine line) => line.Text[^1] is '.' or '。' or '!' or '?' or ':' or '：' or ';' or '」' or '）' or ')' || line.Box.Right < _right - (2 * line.Size);

    // The next line's first word would have had room: the line was ended on purpose.
    private bool IsShort(PdfLine above, PdfLine line)
    {
        var first = line.Words[0];
        var width = first.Text.Any(WideText.Is) ? line.Size * 1.5 : first.Box.Width + (0.3 * line.Size);
        return above.Box.Right + width < _right - (0.5 * line.Size) && lines.Count > 2 && !(_isRagged && GoesOn(above) && !AreCentred(above, line));
    }

    // Where lines end as their words fall, only the end of a sentence or half a line says that one was ended on purpose.
    private bool GoesOn(PdfLine above) => !EndsSentence(above) && above.Box.Right - _left > FullEnough * (_right - _left);

    // A first line that is set in; behind a bullet the further lines hang.
    private bool IsIndented(int start, int index)
    {
        var (above, line) = (lines[index - 1], lines[index]);
        var by = line.Box.Left - above.Box.Left;
        var isFirst = index - 1 == start;
        var hangs = isFirst && ListMarker.Read(above.Text).Length > 0;
        return by > 0.7 * line.Size && by < 5 * line.Size && !hangs && !draft.IsDisplay(line) && EndsSentence(above);
    }

    private static bool EndsSentence(PdfLine line) => line.Text[^1] is '.' or '。' or '!' or '?' or '！' or '？' or ':' or '：' or '」' or '）' or ')' or '”' or '"';

    private static bool AreCentred(PdfLine above, PdfLine line) => Math.Abs(above.Box.MiddleX - line.Box.MiddleX) < 1.5 && Math.Abs(above.Box.Left - line.Box.Left) > 1;

    // Few lines of a column reach its edge.
    private static bool IsRagged(List<PdfLine> lines)
    {
        var right = lines.Max(line => line.Box.Right);
        return lines.Count(line => right - line.Box.Right < 0.5 * line.Size) * 2 < lines.Count;
    }

    // Notes in small print under the text have a pitch of their own.
    private double PitchOf(PdfLine line)
    {
        var size = Math.Round(line.Size);
        if (!_pitches.TryGetValue(size, out var pitch))
        {
            _pitches[size] = pitch = Pitch(lines, size) is > 0 and var own ? own : _pitch;
        }

        return pitch;
    }

    // Of the lines of one size, 0 for all; 0 where there are too few of them.
    private static double Pitch(List<PdfLine> lines, double size)
    {
        var pitches = lines.Zip(lines.Skip(1), (above, line) => (Down: line.Box.Bottom - above.Box.Bottom, line.Size)).Where(pair => (size == 0 || Math.Abs(pair.Size - size) <= 0.75) && pair.Down > 0.5 * pair.Size && pair.Down < 2.6 * pair.Size).Select(pair => pair.Down).Order().ToList();
        return pitches.Count > (size == 0 ? 0 : 2) ? pitches[(pitches.Count - 1) / 3] : size == 0 ? 1.35 * lines[0].Size : 0;
    }
}
