namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>The words that make a year a fiscal one: FY2016, fiscal 2009, financial year 2019/20, fiscal year ended March 2010, 2019-20 fiscal year.</summary>
internal static class FiscalWords
{
    private static readonly (string Word, bool MayTouch)[] Prefixes =
    [
        ("fiscal year", false), ("fiscal years", false), ("financial year", false), ("financial years", false), ("budget year", false), ("fiscal", false),
        ("FY", true), ("FYs", true), ("JFY", true), ("SFY", true), ("FYE", true), ("fiscal year of", false),
    ];

    private static readonly string[] Years = ["fiscal years", "financial years", "fiscal year", "financial year", "business year", "FY", "years", "year", "period"];

    private static readonly string[] Suffixes =
        [" fiscal years", " financial years", " fiscal year", " financial year", " budget year"];

    private static readonly string[] Budgets = ["Budget", "Budget for", "Budget of", "Budget Estimates", "Revised Estimates", "Economic Survey"];

    /// <summary>The first code unit of the words before the year at <paramref name="at"/>; <paramref name="at"/> without any.</summary>
    public static int Prefix(ReadOnlySpan<char> text, int at)
    {
        foreach (var (word, mayTouch) in Prefixes)
        {
            var start = Beside.WordBefore(text, at, word, mayTouch);
            if (start < at)
            {
                return start;
            }
        }

        return EndedPrefix(text, at);
    }

    /// <summary>The end of the words behind the year that ends at <paramref name="end"/>; <paramref name="end"/> without any.</summary>
    public static int Suffix(ReadOnlySpan<char> text, int end)
    {
        foreach (var word in Suffixes)
        {
            if (text[end..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsAsciiLetter(Beside.At(text, end + word.Length)))
            {
                return end + word.Length;
            }
        }

        return end;
    }

    /// <summary>Whether the words beside show that a split year (2019-20) is a fiscal one, without being part of its name.</summary>
    public static bool IsBudget(ReadOnlySpan<char> text, int at, int end)
    {
        if (text[end..].StartsWith(" budget", StringComparison.OrdinalIgnoreCase) || text[end..].StartsWith(" Union Budget", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var word in Budgets)
        {
            if (Beside.WordBefore(text, at, word, mayTouch: false) < at)
            {
                return true;
            }
        }

        return false;
    }

    // "fiscal year ended March 2010", "the year ending 31 March 2010": back over the date, then "ended", then the year.
    private static int EndedPrefix(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        for (var tokens = 0; tokens < 4; tokens++)
        {
            end = BackOverJoint(text, end);
            var start = Beside.TokenStart(text, end, 10);
            var token = text[start..end];
            if (token is "ended" or "ending")
            {
                return YearsBefore(text, start, at);
            }

            if (!MonthNames.IsMonth(token) && !MonthNames.IsDay(token) && token is not ("in" or "on"))
            {
                return at;
            }

            end = start;
        }

        return at;
    }

    private static int YearsBefore(ReadOnlySpan<char> text, int ended, int at)
    {
        foreach (var word in Years)
        {
            var start = Beside.WordBefore(text, ended, word, mayTouch: false);
            if (start < ended)
            {
                return start;
            }
        }

        return at;
    }

    private static int BackOverJoint(ReadOnlySpan<char> text, int end)
    {
        for (var most = 2; most > 0 && end > 0 && text[end - 1] is ' ' or ',' or '\n' or '\r' or '\u00A0'; most--)
        {
            end--;
        }

        return end;
    }
}
