using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells four digits that name a year from those that count, measure or number something, by what touches them.</summary>
internal static class YearContext
{
    /// <summary>Four digits from here on are a year without further signs.</summary>
    public const int FirstYear = 1500;

    /// <summary>The last such year.</summary>
    public const int LastYear = 2100;

    private static readonly string[] Temporal = ["in", "by", "until", "till", "to", "from", "since", "before", "after", "year"];

    /// <summary>Whether the number is of a size for a year; far ones need a month or a word of time beside.</summary>
    public static bool IsYear(ReadOnlySpan<char> text, int at, int end, int year)
    {
        if (year is >= FirstYear and <= LastYear)
        {
            return true;
        }

        if (year is < 1000 or > 2199)
        {
            return false;
        }

        return MonthNames.EndsWithMonth(text, at) || IsJapaneseMonth(text, end) || (year > LastYear && (Beside.At(text, end) == '年' || IsAfterTemporal(text, at)));
    }

    /// <summary>Whether the digits from <paramref name="at"/> to <paramref name="end"/> may name a year; the words around are looked at elsewhere.</summary>
    public static bool MayBeYear(ReadOnlySpan<char> text, int at, int end) => AllowsBefore(text, at) && AllowsAfter(text, at, end);

    /// <summary>Whether a quarter or half of a year stands at <paramref name="at"/>: Q3, H1.</summary>
    public static bool IsTerm(ReadOnlySpan<char> text, int at) =>
        Beside.At(text, at) is 'Q' or 'q' or 'H' or 'h' && Beside.At(text, at + 1) is >= '1' and <= '4' && !char.IsAsciiLetterOrDigit(Beside.At(text, at + 2));

    private static bool IsAfterTemporal(ReadOnlySpan<char> text, int at)
    {
        foreach (var word in Temporal)
        {
            if (Beside.WordBefore(text, at, word, mayTouch: false) < at)
            {
                return true;
            }
        }

        return false;
    }

    // "1391年12月"
    private static bool IsJapaneseMonth(ReadOnlySpan<char> text, int end)
    {
        var month = Digits.RunEnd(text, Math.Min(text.Length, end + 1));
        return Beside.At(text, end) == '年' && month > end + 1 && Beside.At(text, month) == '月';
    }

    private static bool AllowsBefore(ReadOnlySpan<char> text, int at)
    {
        var before = Beside.At(text, at - 1);
        var further = Beside.At(text, at - 2);
        switch (before)
        {
            case '.' or ',' or ':' when Digits.IsDigit(further):
                // "1.2001" is a number; "15.08.2018", "08/12,2018" and "2015,2016" are dates and lists.
                return (before == '.' && IsDottedDate(text, at)) || (before == ',' && (IsFourDigits(text, at - 1) || IsSlashedDay(text, at - 1)));
            case '$' or '€' or '£' or '¥' or '￥' or '#' or '№' or '§' or '_' or '第' or '\\' or '=' or '+' or '×' or '^' or '@':
                return false;
            case ' ' or '\u00A0' when further is '$' or '€' or '£' or '¥' or '￥' or '§' or '№':
                return false;
            case '/':
                return Digits.IsDigit(further) || MonthNames.EndsWithMonth(text, at);
            case '(' when char.IsAsciiLetterUpper(further):
                // COM(2016) is a paper's number; "METI(2016)" has no room for doubt only by its length.
                return !IsSeriesName(text, at - 1);
        }

        if (YearDashes.IsHyphen(before))
        {
            // "mid-2000" and "Apr-2015" name years; "R-2021" is a report's number.
            return !char.IsUpper(further) || MonthNames.EndsWithMonth(text, at);
        }

        return !char.IsLetter(before) || Scripts.IsCjk(before) || IsFiscalLetters(text, at);
    }

    private static bool AllowsAfter(ReadOnlySpan<char> text, int at, int end)
    {
        var next = Beside.At(text, end);
        var further = Beside.At(text, end + 1);
        if (next is '%' or '％' or '°' or '$' or '€' or '_' or '²' or '×' || (next == ' ' && further is '%' or '°') || (next == '=' && !IsBase(text, end)))
        {
            return false;
        }

        if (char.IsLetter(next) && !Scripts.IsCjk(next))
        {
            return next == '년' || IsTerm(text, end) || (next is >= 'a' and <= 'f' && !char.IsLetterOrDigit(further));
        }

        if (next is '.' or ',' && Digits.IsDigit(further))
        {
            return next == ',' ? IsFourDigitsAfter(text, end + 1) : IsDottedDateAfter(text, end) || IsNoteMark(text, end);
        }

        if (next is '-' or '/' && Digits.IsDigit(further))
        {
            // "2014/24/EU" and "2021-097E" are numbers of acts and papers; "2020-07-20" and "2015/04/17" are dates.
            var run = Digits.RunEnd(text, end + 1);
            var after = Beside.At(text, run);
            var runsOn = char.IsAsciiLetter(after) || (after is '/' or '-' && char.IsLetter(Beside.At(text, run + 1)) && !IsMonthAt(text, run + 1));
            return run - end - 1 is 1 or 2 or 4 && !runsOn;
        }

        if (next == '/' && char.IsAsciiLetter(further))
        {
            return IsMonthAt(text, end + 1);
        }

        return !JapaneseCounters.IsCounted(text, at, end);
    }

    // "2015=100": the base year of an index.
    private static bool IsBase(ReadOnlySpan<char> text, int end) => Beside.StartsWith(text, end, "=100") && !Digits.IsDigit(Beside.At(text, end + 4));

    private static bool IsMonthAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 10 && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return MonthNames.IsMonth(text[at..end]);
    }

    // FY2016, JFY2016, CY2016, FYE2016, 3Q2008, 1H2020.
    private static bool IsFiscalLetters(ReadOnlySpan<char> text, int at)
    {
        var start = Beside.TokenStart(text, at, 4);
        return text[start..at] is "FY" or "JFY" or "SFY" or "CY" or "AY" or "FYE" or "1Q" or "2Q" or "3Q" or "4Q" or "1H" or "2H";
    }

    private static bool IsSeriesName(ReadOnlySpan<char> text, int bracket) =>
        text[Beside.TokenStart(text, bracket, 5)..bracket] is "COM" or "SWD" or "SEC" or "JOIN" or "C" or "A";

    // "15.08.2018": two more numbers of one or two digits before.
    private static bool IsDottedDate(ReadOnlySpan<char> text, int at)
    {
        var month = Beside.TokenStart(text, at - 1, 3);
        return at - 1 - month <= 2 && Beside.At(text, month - 1) == '.' && Digits.IsDigit(Beside.At(text, month - 2));
    }

    private static bool IsSlashedDay(ReadOnlySpan<char> text, int at)
    {
        var day = Beside.TokenStart(text, at, 3);
        return at - day <= 2 && Beside.At(text, day - 1) == '/' && Digits.IsDigit(Beside.At(text, day - 2));
    }

    // "2018.5.15" with a month from 1 to 12 and a day.
    private static bool IsDottedDateAfter(ReadOnlySpan<char> text, int end)
    {
        var run = Digits.RunEnd(text, end + 1);
        return run - end - 1 <= 2 && Digits.Value(text[(end + 1)..run]) is >= 1 and <= 12
            && Beside.At(text, run) == '.' && Digits.IsDigit(Beside.At(text, run + 1));
    }

    // "… in 2010.12 The next", "of 2009–2010.1 The next": the mark of a note that pdftotext sets on the line.
    private static bool IsNoteMark(ReadOnlySpan<char> text, int end)
    {
        var run = Digits.RunEnd(text, end + 1);
        var isSpan = YearDashes.IsDash(Beside.At(text, end - 5)) && IsFourDigits(text, end - 5);
        return run - end - 1 <= 2 && (isSpan || IsAfterTemporal(text, end - 4))
            && (run == text.Length || text[run] is '\n' or '\r' || (text[run] == ' ' && char.IsUpper(Beside.At(text, run + 1))));
    }

    private static bool IsFourDigits(ReadOnlySpan<char> text, int end) =>
        end >= 4 && Digits.RunEnd(text[..end], end - 4) == end && (end == 4 || !Digits.IsDigit(text[end - 5]));

    private static bool IsFourDigitsAfter(ReadOnlySpan<char> text, int start) => Digits.RunEnd(text, start) - start == 4;
}
