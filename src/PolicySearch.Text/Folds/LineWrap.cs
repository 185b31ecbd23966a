namespace PolicySearch.Text.Folds;

/// <summary>Line breaks that part nothing, since the line before them was full.</summary>
internal static class LineWrap
{
    /// <summary>One past the single line break at <paramref name="position"/>, with spaces and tabs around it, where Han or
    /// kana stand on both sides; else <paramref name="position"/>.</summary>
    public static int End(ReadOnlySpan<char> text, int position)
    {
        if (position == 0 || position >= text.Length || text[position] is not (' ' or '\t' or '\r' or '\n')
            || !Scripts.IsHanOrKana(CodePoints.Before(text, position, out _)))
        {
            return position;
        }

        var end = SkipBlanks(text, position);
        var breaks = end < text.Length && text[end] == '\r' ? 1 : 0;
        breaks += end + breaks < text.Length && text[end + breaks] == '\n' ? 1 : 0;
        if (breaks == 0)
        {
            return position;
        }

        end = SkipBlanks(text, end + breaks);
        return end < text.Length && Scripts.IsHanOrKana(CodePoints.At(text, end, out _)) ? end : position;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }
}
