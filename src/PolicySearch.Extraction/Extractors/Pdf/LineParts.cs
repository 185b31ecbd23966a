using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Makes lines what layout needs: cut at wide gaps, joined where they touch, and bullets joined with what they stand before.</summary>
internal static class LineParts
{
    private const double WideGap = 0.85;
    private const int FewGaps = 3;
    private const double MostTab = 45;
    private const double Touching = 0.3;
    private const double WideSpace = 1.3;
    private const int MostJoined = 5000;

    /// <summary>The lines, cut and joined.</summary>
    public static List<PdfLine> Of(IEnumerable<PdfLine> lines) => JoinMarks(JoinTouching(lines.SelectMany(Cut)));

    // A gap far wider than the others of its line parts two cells.
    private static IEnumerable<PdfLine> Cut(PdfLine line)
    {
        var gaps = line.Words.Zip(line.Words.Skip(1), (left, right) => right.Box.Left - left.Box.Right).ToList();
        if (gaps.Count == 0)
        {
            return [line];
        }

        var widest = Math.Max(WideGap * line.Size, gaps.Count < FewGaps ? 0 : 2.5 * gaps.Order().ElementAt((gaps.Count - 1) / 2));
        var parts = new List<PdfLine>();
        var start = 0;
        for (var i = 0; i <= gaps.Count; i++)
        {
            if (i == gaps.Count || (gaps[i] > (IsWide(line, i) ? WideSpace * line.Size : widest) && !(i == start && IsMark(line.Words[i].Text, line.Words[i + 1].Text))))
            {
                parts.Add(PdfLine.Of([.. line.Words.Take(start..(i + 1))], line.Size, line.IsBold));
                start = i + 1;
            }
        }

        return parts;
    }

    // A full-width space is a space.
    private static bool IsWide(PdfLine line, int gap) => WideText.Is(line.Words[gap].Text[^1]) && WideText.Is(line.Words[gap + 1].Text[0]);

    // Two fonts on one line (digits between kana, a raised note number) may come as two lines.
    private static List<PdfLine> JoinTouching(IEnumerable<PdfLine> lines)
    {
        var joined = new List<PdfLine>();
        foreach (var line in lines.OrderBy(line => line.Box.Left))
        {
            var before = joined.Count > MostJoined ? -1 : joined.FindIndex(other => Touches(other, line));
            if (before < 0)
            {
                joined.Add(line);
                continue;
            }

            var other = joined[before];
            var longer = other.Text.Length >= line.Text.Length ? other : line;
            var words = line.Box.Right < other.Box.Right ? other.Words.Concat(line.Words).OrderBy(word => word.Box.Left) : other.Words.Concat(line.Words);
            joined[before] = PdfLine.Of([.. words], longer.Size, longer.IsBold);
        }

        return joined;
    }

    // Behind the other, or in a gap of it.
    private static bool Touches(PdfLine other, PdfLine line)
    {
        var isBehind = Math.Abs(line.Box.Left - other.Box.Right) < Touching * Math.Min(line.Size, other.Size);
        return (isBehind || (line.Box.Left >= other.Box.Left && line.Box.Right <= other.Box.Right)) && other.Box.IsBeside(line.Box);
    }

    private static List<PdfLine> JoinMarks(List<PdfLine> lines)
    {
        foreach (var mark in lines.FindAll(line => line.Words.Count == 1 && IsMark(line.Text, "x")))
        {
            var next = lines.FindAll(line => line.Box.IsBeside(mark.Box) && line.Box.Left >= mark.Box.Right - 1 && line.Box.Left - mark.Box.Right < MostTab).MinBy(line => line.Box.Left);
            if (next is not null && next != mark && IsMark(mark.Text, next.Text))
            {
                lines.Remove(mark);
                lines[lines.IndexOf(next)] = PdfLine.Of([.. mark.Words, .. next.Words], next.Size, next.IsBold);
            }
        }

        return lines;
    }

    // A bullet, or "1.", "(a)", "2.1" before words; before a number "2.1" is one too.
    private static bool IsMark(string text, string next) =>
        text.Length <= 5 && char.IsLetter(next[0]) && ListMarker.Read(text + " x") is { Form: UnitForm.Bullet or UnitForm.Numbered or UnitForm.Section } marker && marker.Length > text.Length;
}
