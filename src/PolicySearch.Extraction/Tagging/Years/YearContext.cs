using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells four digits that name a year from those that count, measure or number something, by what touches them.</summary>
internal static class YearContext
{
    /// <summary>Whether the digits from <paramref name="at"/> to <paramref name="end"/> may name a year; the words around are looked at elsewhere.</summary>
    public static bool MayBeYear(ReadOnlySpan<char> text, int at, int end) => AllowsBefore(text, at) && AllowsAfter(text, at, end);

    private static bool AllowsBefore(ReadOnlySpan<char> text, int at)
    {
        if (at == 0)
        {
            return true;
        }

        var before = text[at - 1];
        var further = at > 1 ? text[at - 2] : ' ';
        switch (before)
        {
            case '.' or ',' or ':' when Digits.IsDigit(further):
                // "1.2001" is a number; "15.08.2018" and "2015,2016" are dates and lists.
                return (before == '.' && IsDottedDate(text, at)) || (before == ',' && IsFourDigits(text, at - 1));
            case '$' or '€' or '£' or '¥' or '￥' or '#' or '№' or '§' or '_' or '第' or '\\' or '=' or '+' or '×' or '^' or '@':
                return false;
            case '/':
                return Digits.IsDigit(further);
            case '(' when char.IsAsciiLetterUpper(further):
                // COM(2016) is a paper's number; "METI(2016)" has no room for doubt only by its length.
                return !IsSeriesName(text, at - 1);
        }

        if (YearDashes.IsDash(before) && before is '-' or '\u2010' or '\u2011')
        {
            return AllowsHyphenBefore(text, at, further);
        }

        return !char.IsLetter(before) || Scripts.IsCjk(before) || IsFiscalLetters(text, at);
    }

    // "mid-2000", "Apr-2015" and "1999-2005" name years; "R-2021" is a report's number.
    private static bool AllowsHyphenBefore(ReadOnlySpan<char> text, int at, char further)
    {
        if (Digits.IsDigit(further))
        {
            var digits = 0;
            for (var i = at - 2; i >= 0 && Digits.IsDigit(text[i]); i--)
            {
                digits++;
            }

            return digits is 1 or 2 or 4;
        }

        return !char.IsLetter(further) || !char.IsUpper(further);
    }

    private static bool AllowsAfter(ReadOnlySpan<char> text, int at, int end)
    {
        if (end >= text.Length)
        {
            return true;
        }

        var next = text[end];
        var further = end + 1 < text.Length ? text[end + 1] : ' ';
        if (next is '%' or '％' or '°' or '$' or '€' or '_' or '²' or '=' or '×' || (char.IsLetter(next) && !Scripts.IsCjk(next)))
        {
            return false;
        }

        if (next is '.' or ',' && Digits.IsDigit(further))
        {
            return next == ',' ? IsFourDigitsAfter(text, end + 1) : IsDottedDateAfter(text, end);
        }

        if (next is '-' or '/' && Digits.IsDigit(further))
        {
            // "2021-097E" and "2014/24/EU" are numbers of papers and acts; "2020-07-20" and "2015/04/17" are dates.
            var run = Digits.RunEnd(text, end + 1);
            var digits = run - end - 1;
            var after = run < text.Length ? text[run] : ' ';
            var runsOn = char.IsAsciiLetter(after) || (after == '/' && run + 1 < text.Length && char.IsLetter(text[run + 1]));
            return digits is 1 or 2 or 4 && !runsOn;
        }

        if (next == '/' && char.IsAsciiLetter(further))
        {
            return false;
        }

        return !JapaneseCounter(text, at, end);
    }

    // "2000社", "2000人", "2000円": counted things.
    private static bool JapaneseCounter(ReadOnlySpan<char> text, int at, int end) =>
        text[end] is '社' or '人' or '円' or '万' or '億' or '件' or '名' or '回' or '個' or '台' or '号' or '番' or '頁' or '種' or '校' or '館' or '㎡' or '㎞' or '戸' or '兆' or '千'
        || (at > 0 && text[at - 1] == '約')
        || text[end..].StartsWith("ページ") || text[end..].StartsWith("カ所") || text[end..].StartsWith("か所") || text[end..].StartsWith("ドル") || text[end..].StartsWith("ヘクタール");

    private static bool IsFiscalLetters(ReadOnlySpan<char> text, int at) =>
        at >= 2 && text[at - 1] == 'Y' && text[at - 2] is 'F' or 'C' && (at == 2 || !char.IsAsciiLetter(text[at - 3]) || text[at - 3] is 'J' or 'S');

    private static bool IsSeriesName(ReadOnlySpan<char> text, int bracket)
    {
        foreach (var name in new[] { "COM", "SWD", "SEC", "JOIN", "C", "A" })
        {
            var start = bracket - name.Length;
            if (start >= 0 && text[start..bracket].SequenceEqual(name) && (start == 0 || !char.IsLetter(text[start - 1])))
            {
                return true;
            }
        }

        return false;
    }

    // "15.08.2018": two more numbers of one or two digits before.
    private static bool IsDottedDate(ReadOnlySpan<char> text, int at)
    {
        var month = at - 1;
        while (month > 0 && Digits.IsDigit(text[month - 1]))
        {
            month--;
        }

        return at - 1 - month <= 2 && month > 1 && text[month - 1] == '.' && Digits.IsDigit(text[month - 2]);
    }

    // "2018.5.15" or "2018. 5" with a month from 1 to 12 and a day.
    private static bool IsDottedDateAfter(ReadOnlySpan<char> text, int end)
    {
        var run = Digits.RunEnd(text, end + 1);
        return run - end - 1 <= 2 && Digits.Value(text[(end + 1)..run]) is >= 1 and <= 12
            && run + 1 < text.Length && text[run] == '.' && Digits.IsDigit(text[run + 1]);
    }

    private static bool IsFourDigits(ReadOnlySpan<char> text, int end) =>
        end >= 4 && Digits.RunEnd(text[..end], end - 4) == end && (end == 4 || !Digits.IsDigit(text[end - 5]));

    private static bool IsFourDigitsAfter(ReadOnlySpan<char> text, int start) => Digits.RunEnd(text, start) - start == 4;
}
