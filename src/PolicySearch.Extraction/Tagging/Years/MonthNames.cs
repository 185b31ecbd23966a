namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Months, days and weekdays as they stand in dates.</summary>
internal static class MonthNames
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Whether the word is an English month, in full or shortened to three letters or more.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => IsShortened(word, Months);

    /// <summary>Whether the word is an English weekday, in full or shortened.</summary>
    public static bool IsWeekday(ReadOnlySpan<char> word) => IsShortened(word, Weekdays);

    /// <summary>Whether the word is a day of a month: 1 to 31, with or without st, nd, rd, th.</summary>
    public static bool IsDay(ReadOnlySpan<char> word)
    {
        var digits = Digits.RunEnd(word, 0);
        return digits is 1 or 2 && Digits.Value(word[..digits]) is >= 1 and <= 31 && word[digits..] is "" or "st" or "nd" or "rd" or "th";
    }

    /// <summary>Whether a month's name ends at <paramref name="end"/>, with blanks, a comma or a day between or not.</summary>
    public static bool EndsWithMonth(ReadOnlySpan<char> text, int end)
    {
        var start = TokenBefore(text, ref end);
        if (IsDay(text[start..end]))
        {
            end = start;
            start = TokenBefore(text, ref end);
        }

        return IsMonth(text[start..end]);
    }

    private static int TokenBefore(ReadOnlySpan<char> text, ref int end)
    {
        for (var most = 3; most > 0 && end > 0 && text[end - 1] is ' ' or ',' or '.' or '\n' or '\r' or '\u00A0' or '/' or '-'; most--)
        {
            end--;
        }

        return Beside.TokenStart(text, end, 10);
    }

    private static bool IsShortened(ReadOnlySpan<char> word, string[] names)
    {
        foreach (var name in names)
        {
            if (word.Length is >= 3 and <= 9 && name.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (word.Length <= 5 || word.Length == name.Length))
            {
                return true;
            }
        }

        return false;
    }
}
