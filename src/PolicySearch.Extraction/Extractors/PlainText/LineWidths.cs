namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Tells line breaks that a margin made from those that an author made.</summary>
internal sealed class LineWidths
{
    private const int NarrowestMargin = 40;
    private const int WidestMargin = 160;
    private const int FewestLines = 4;

    // A word that would have fitted into the line before was not pushed down by the margin; ragged setting needs slack.
    private const double Fill = 0.82;
    private const double ShortFill = 0.7;
    private const double LeastFull = 0.35;

    private readonly string _text;
    private readonly int _margin;

    /// <summary>Measures the lines of a text.</summary>
    public LineWidths(string text, List<TextLine> lines)
    {
        _text = text;
        _margin = FindMargin(text, lines);
    }

    /// <summary>Whether lines were broken at a margin.</summary>
    public bool HasMargin => _margin > 0;

    /// <summary>Whether <paramref name="next"/> goes on with the sentence of <paramref name="line"/>.</summary>
    public bool Continues(in TextLine line, in TextLine next)
    {
        var first = _text[next.Trimmed.Start];
        var last = _text[line.Trimmed.End - 1];
        if (char.IsLower(first) && !EndsSentence(last))
        {
            return true;
        }

        // "… of Economy,⏎Trade and Industry": a comma ends no paragraph, but lines of an address, which are short.
        if (last == ',' && char.IsLetter(first) && line.Trimmed.Length >= NarrowestMargin)
        {
            return true;
        }

        // Japanese is broken between any two characters; a line that ends within a sentence goes on unless it is very short.
        if (_margin > 0 && IsKanaOrHan(first) && IsKanaOrHan(last) && Width(line.Trimmed.Of(_text), WidestMargin * 2) >= _margin * ShortFill)
        {
            return true;
        }

        return _margin > 0 && Width(line.Trimmed.Of(_text), WidestMargin * 2) + FirstWord(next) >= _margin * Fill;
    }

    /// <summary>Columns of <paramref name="line"/>, a wide character as two; counts no further than <paramref name="most"/>.</summary>
    public static int Width(ReadOnlySpan<char> line, int most)
    {
        var width = 0;
        foreach (var c in line[..Math.Min(line.Length, most)])
        {
            width += IsWide(c) ? 2 : 1;
        }

        return width;
    }

    /// <summary>Whether a character takes two columns.</summary>
    public static bool IsWide(char c) => c is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF60');

    /// <summary>Whether a sentence may end with this character.</summary>
    public static bool EndsSentence(char c) => c is '.' or '!' or '?' or '。' or '！' or '？' or '．' or ':' or '：' or ';' or '…';

    private static bool IsKanaOrHan(char c) => c is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or '、' or '，';

    private int FirstWord(in TextLine line)
    {
        var words = line.Trimmed.Of(_text);
        if (IsWide(words[0]))
        {
            return 2;
        }

        var space = words[..Math.Min(words.Length, 30)].IndexOf(' ');
        return 1 + (space < 0 ? Math.Min(words.Length, 30) : space);
    }

    // Where a row, an item or a page begins, no margin broke the line above.
    private static bool MayBeBroken(string text, in TextLine line, in TextLine next)
    {
        var words = line.Trimmed.Of(text);
        return next.Page == line.Page && ListMarker.Read(next.Trimmed.Of(text)).Length == 0 && !words.Contains('\t') && !HeadingForm.HasWideGap(words) && !words.Contains("　　", StringComparison.Ordinal);
    }

    // The ninth tenth of the widths of lines that another line follows; a text without a margin has few such lines, very wide ones, or ones of all widths.
    private static int FindMargin(string text, List<TextLine> lines)
    {
        var widths = new List<int>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var line = lines[i];
            if (!line.IsBlank && !lines[i + 1].IsBlank && MayBeBroken(text, line, lines[i + 1]))
            {
                widths.Add(Width(line.Trimmed.Of(text), WidestMargin + 1));
            }
        }

        if (widths.Count < FewestLines)
        {
            return 0;
        }

        widths.Sort();
        var margin = widths[widths.Count * 9 / 10];
        var full = widths.Count - widths.FindIndex(width => width >= margin * Fill);
        return margin is >= NarrowestMargin and <= WidestMargin && full >= widths.Count * LeastFull ? margin : 0;
    }
}
