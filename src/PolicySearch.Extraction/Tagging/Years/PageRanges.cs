namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells the pages of a citation from years: Research Policy, 44(9), 1827–1843.</summary>
internal static class PageRanges
{
    // Articles on years before this are rare, volumes that run to such pages are not.
    private const int FirstPlainYear = 1900;
    private const int IssueReach = 12;

    /// <summary>Whether the digits from <paramref name="at"/> to <paramref name="end"/> are an end of a range of pages.</summary>
    public static bool IsPage(ReadOnlySpan<char> text, int at, int end)
    {
        if (at > 1 && YearDashes.IsDash(text[at - 1]) && Digits.IsDigit(text[at - 2]))
        {
            var first = Beside.TokenStart(text, at - 1, 5);
            return at - 1 - first == 3 || (at - 1 - first == 4 && IsFirstPage(text, first, at - 1));
        }

        return YearDashes.IsDash(Beside.At(text, end)) && Digits.IsDigit(Beside.At(text, end + 1)) && IsFirstPage(text, at, end);
    }

    /// <summary>Whether the range of years from <paramref name="at"/> to <paramref name="end"/> of a reference stands where its pages do: World Development 35, 1976–1990.</summary>
    public static bool IsBehindVolume(ReadOnlySpan<char> text, int at, int end)
    {
        var mark = Beside.BackOverBlanks(text, at, 2) - 1;
        return Beside.At(text, mark) is ',' or ':' && Beside.At(text, end) is '.' or ',' or ';' or ' ' or ')' && EndsWithVolume(text, mark);
    }

    // After a volume, with its issue or not, and a comma or colon.
    private static bool IsFirstPage(ReadOnlySpan<char> text, int at, int end)
    {
        var mark = Beside.BackOverBlanks(text, at, 2) - 1;
        if (Beside.At(text, mark) is not (',' or ':'))
        {
            return false;
        }

        if (Beside.At(text, mark - 1) == ')')
        {
            var open = text[Math.Max(0, mark - IssueReach)..mark].LastIndexOf('(');
            open += Math.Max(0, mark - IssueReach);
            return Digits.IsDigit(Beside.At(text, open + 1)) && Digits.IsDigit(Beside.At(text, Beside.BackOverBlanks(text, open, 1) - 1));
        }

        return Digits.Value(text[at..end]) < FirstPlainYear && EndsWithVolume(text, mark);
    }

    private static bool EndsWithVolume(ReadOnlySpan<char> text, int mark)
    {
        var volume = Beside.TokenStart(text, mark, 4);
        return mark - volume is >= 1 and <= 3 && Digits.RunEnd(text, volume) == mark && !MonthNames.EndsWithMonth(text, volume);
    }
}
