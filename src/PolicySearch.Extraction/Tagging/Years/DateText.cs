namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells the parts of a date from other text.</summary>
internal static class DateText
{
    private const string Marks = " \u00A0\u3000\t\r\n,.:：/()（）-‐–—・,年月日火水木金土曜";

    /// <summary>Whether nothing but months, days, weekdays, digits, marks and "on", "in", "of" stands in the text.</summary>
    public static bool IsDate(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]))
            {
                if (!Digits.IsDigit(text[at]) && !Marks.Contains(text[at], StringComparison.Ordinal))
                {
                    return false;
                }

                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            if (!IsPart(text[at..end]))
            {
                return false;
            }

            at = end;
        }

        return true;
    }

    /// <summary>Where the parts of a date begin that end the text; its length where none do.</summary>
    public static int StartOfDate(ReadOnlySpan<char> text)
    {
        var at = text.Length;
        while (at > 0)
        {
            if (!char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                if (!Digits.IsDigit(text[at - 1]) && !Marks.Contains(text[at - 1], StringComparison.Ordinal))
                {
                    break;
                }

                at--;
                continue;
            }

            var end = at;
            while (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                at--;
            }

            if (!IsPart(text[at..end]))
            {
                return end;
            }
        }

        return at;
    }

    /// <summary>Whether a month is in the text, in words, or a month and a day in figures.</summary>
    public static bool HasMonth(ReadOnlySpan<char> text)
    {
        var figures = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            if (MonthNames.IsMonth(text[at..end]))
            {
                return true;
            }

            figures += end > at && MonthNames.IsDay(text[at..end]) ? 1 : 0;
            at = end + 1;
        }

        return figures >= 2 || text.Contains('月');
    }

    /// <summary>The text behind what remains of a date: its month, day and weekday.</summary>
    public static ReadOnlySpan<char> SkipRest(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && (Digits.IsDigit(text[at]) || Marks.Contains(text[at], StringComparison.Ordinal)))
        {
            at++;
        }

        return text[at..];
    }

    private static bool IsPart(ReadOnlySpan<char> token) =>
        MonthNames.IsMonth(token) || MonthNames.IsDay(token) || MonthNames.IsWeekday(token) || (Digits.RunEnd(token, 0) == token.Length && token.Length <= 4)
        || token is "on" or "in" or "of" or "the" or "at" or "fiscal" or "FY" or "year";
}
