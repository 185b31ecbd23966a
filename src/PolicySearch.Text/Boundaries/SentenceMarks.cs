namespace PolicySearch.Text.Boundaries;

/// <summary>The signs around the end of a sentence: terminators, what closes after them, marks of notes.</summary>
internal static class SentenceMarks
{
    private const int LongestNoteNumber = 3;

    /// <summary>Whether the character may end a sentence.</summary>
    public static bool IsTerminator(char c) =>
        c is '.' or '!' or '?' or '…' or '‼' or '⁇' or '⁈' or '⁉' || IsWideTerminator(c);

    /// <summary>Whether it is a full stop that no abbreviation and no number uses.</summary>
    public static bool IsWideTerminator(char c) => c is '。' or '！' or '？' or '｡' or '．';

    /// <summary>Whether the character closes a quotation or bracket.</summary>
    public static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or '»' or '›' or ')' or ']' or '}'
        or '」' or '』' or '）' or '］' or '｝' or '】' or '〕' or '〉' or '》' or '｣' or '〟' or '＂' or '＇';

    /// <summary>Whether the character opens a quotation or bracket.</summary>
    public static bool IsOpener(char c) => c is '"' or '\'' or '“' or '‘' or '«' or '‹' or '(' or '[' or '{'
        or '「' or '『' or '（' or '［' or '｛' or '【' or '〔' or '〈' or '《' or '｢' or '〝' or '„' or '‚';

    /// <summary>One past the terminator at <paramref name="position"/>, further terminators and what closes directly after them.</summary>
    public static int EndOfTerminator(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && IsTerminator(text[position]))
        {
            position++;
        }

        while (position < text.Length && IsCloser(text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>One past a note's mark directly after a sentence's end: <c>[12]</c>, <c>¹²</c>, or <c>12</c> where space follows; else <paramref name="end"/>.</summary>
    public static int AfterNoteMark(ReadOnlySpan<char> text, int end)
    {
        var position = end;
        while (position < text.Length && text[position] is '¹' or '²' or '³' or (>= '⁰' and <= '⁹'))
        {
            position++;
        }

        while (position < text.Length && text[position] == '[' && AfterDigits(text, position + 1) is var close
               && close > position + 1 && close < text.Length && text[close] == ']')
        {
            position = close + 1;
        }

        if (position == end)
        {
            var afterDigits = AfterDigits(text, position);
            var endsThere = afterDigits == text.Length || Whitespace.Is(text[afterDigits]);
            position = endsThere && afterDigits - position <= LongestNoteNumber ? afterDigits : end;
        }

        return position;
    }

    /// <summary>Whether a list's item begins at the beginning of a line: a bullet or a number of at most two digits, then space.</summary>
    public static bool BeginsListItem(ReadOnlySpan<char> text, int position)
    {
        var end = AfterDigits(text, position);
        var isNumber = end > position && end - position <= 2 && end < text.Length && text[end] is '.' or ')';
        var isBullet = end == position && text[position] is '-' or '*' or '•' or '●' or '▪' or '◦' or '・';
        return (isNumber || isBullet) && end + 1 < text.Length && Whitespace.Is(text[end + 1]);
    }

    private static int AfterDigits(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return position;
    }
}
