namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells four digits that are a group of a code or a telephone number from years: 03-3501-1626, +44 20 7215 2000, 100-2010.</summary>
internal static class NumberGroups
{
    private const int MostGroups = 6;
    private const int PhoneReach = 28;

    private static readonly string[] Issued = ["paper", "papers", "report", "no", "nr", "number", "issue", "brief", "bulletin", "circular", "memo"];

    /// <summary>Whether the digits from <paramref name="at"/> to <paramref name="end"/> are part of a code.</summary>
    public static bool IsCode(ReadOnlySpan<char> text, int at, int end) => IsHyphenated(text, at, end) || IsTelephone(text, at) || IsIssue(text, at);

    // Groups that hyphens join are a date (2020-07-20, 20-07-2020, 7-2020), years (2001-2005) or a code.
    private static bool IsHyphenated(ReadOnlySpan<char> text, int at, int end)
    {
        Span<(int Length, int Value)> groups = stackalloc (int, int)[MostGroups];
        var start = at;
        while (start > 1 && at - start < PhoneReach && YearDashes.IsHyphen(text[start - 1]) && Digits.IsDigit(text[start - 2]))
        {
            start = Beside.TokenStart(text, start - 1, 12);
        }

        var count = 0;
        int year = 0, position = start;
        while (position < text.Length && count < MostGroups && Digits.RunEnd(text, position) is var run && run > position)
        {
            year = position == at ? count : year;
            groups[count++] = (run - position, run - position <= 4 ? Digits.Value(text[position..run]) : 0);
            position = YearDashes.IsHyphen(Beside.At(text, run)) ? run + 1 : text.Length;
        }

        // "TH-2023-2007"
        if (start > 1 && YearDashes.IsHyphen(text[start - 1]) && char.IsUpper(text[start - 2]) && !MonthNames.EndsWithMonth(text, start))
        {
            return true;
        }

        return count == MostGroups || (count > 1 && !IsDate(groups[..count], year, MonthNames.EndsWithMonth(text, start)) && !AreYears(groups[..count]));
    }

    private static bool IsDate(ReadOnlySpan<(int Length, int Value)> groups, int year, bool isAfterMonth)
    {
        if (groups.Length > 3 || (year > 0 && year < groups.Length - 1))
        {
            return false;
        }

        var smallest = isAfterMonth ? 1 : 99;
        for (var i = 0; i < groups.Length; i++)
        {
            if (i != year)
            {
                if (groups[i].Length > 2 || groups[i].Value > 31)
                {
                    return false;
                }

                smallest = Math.Min(smallest, groups[i].Value);
            }
        }

        return smallest <= 12;
    }

    // 2001-2005, 2019-20, 2019-20-2020-21
    private static bool AreYears(ReadOnlySpan<(int Length, int Value)> groups)
    {
        for (var i = 0; i < groups.Length; i++)
        {
            var isTail = i > 0 && groups[i].Length <= 2 && groups[i - 1].Length == 4;
            if (!isTail && groups[i] is not { Length: 4, Value: >= YearContext.FirstYear and <= YearContext.LastYear })
            {
                return false;
            }
        }

        return groups[0].Length == 4 && (groups.Length != 3 || groups[2].Length == 4);
    }

    // "Background paper 4/2023", "URN 09/1998": behind a paper or capitals, where no date stands.
    private static bool IsIssue(ReadOnlySpan<char> text, int at)
    {
        var slash = at - 1;
        if (Beside.At(text, slash) != '/' || Beside.TokenStart(text, slash, 4) is var issue && (issue == slash || Digits.RunEnd(text, issue) != slash))
        {
            return false;
        }

        var end = Beside.BackOverBlanks(text, Beside.At(text, issue - 1) == '.' ? issue - 1 : issue, 2);
        var word = text[Beside.TokenStart(text, end, 10)..end];
        return end < issue && (Beside.IsOneOf(word, Issued) || (word.Length is 2 or 3 && word.IndexOfAnyExceptInRange('A', 'Z') < 0));
    }

    // Groups of digits that blanks, hyphens and brackets part, after a "+" or beginning with a zero.
    private static bool IsTelephone(ReadOnlySpan<char> text, int at)
    {
        int groups = 0, longest = 0, position = at;
        while (position > 0 && at - position < PhoneReach)
        {
            var unit = text[position - 1];
            if (unit == '+' && groups > 0)
            {
                return true;
            }

            if (Digits.IsDigit(unit))
            {
                var start = Beside.TokenStart(text, position, 12);
                if (!Digits.IsDigit(text[start]))
                {
                    return false;
                }

                groups++;
                longest = Math.Max(longest, position - start);
                if (text[start] is '0' or '０' && position - start >= 2 && longest >= 3)
                {
                    return Beside.At(text, start - 1) is not ('.' or ',');
                }

                position = start;
            }
            else if (unit is ' ' or '-' or '(' or ')' or '\u00A0' or '\u2010' or '\u2011')
            {
                position--;
            }
            else
            {
                return false;
            }
        }

        return false;
    }
}
