namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Reads single year expressions: 2001, 2001-05, 1990s, late 1990s, FY2016, fiscal 2009, 2013年度, 平成30年度, Heisei 13.</summary>
internal static class YearAtomReader
{
    private const int FirstYear = 1500;
    private const int LastYear = 2100;

    /// <summary>Reads the expression whose number starts at <paramref name="at"/>.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="at">A digit that no digit precedes, or the first letter of an era.</param>
    /// <param name="end">Where the reader may go on: after the expression, or after the number that is no year.</param>
    public static YearAtom? Read(ReadOnlySpan<char> text, int at, out int end)
    {
        if (!Digits.IsDigit(text[at]))
        {
            return EraReader.Read(text, at, out end);
        }

        end = Digits.RunEnd(text, at);
        var length = end - at;
        if (length == 2)
        {
            return ReadShortFiscal(text, at, ref end) ?? ReadShortDecade(text, at, ref end);
        }

        if (length != 4)
        {
            return null;
        }

        var year = Digits.Value(text[at..end]);
        if (year is < FirstYear or > LastYear)
        {
            return null;
        }

        return ReadDecade(text, at, year, ref end) ?? ReadYear(text, at, year, ref end);
    }

    private static YearAtom? ReadYear(ReadOnlySpan<char> text, int at, int year, ref int end)
    {
        if (!YearContext.MayBeYear(text, at, end) || IsEndOfCode(text, at))
        {
            return null;
        }

        var last = ReadTail(text, year, ref end);
        var basis = YearBasis.Calendar;
        if (StartsWith(text, end, "年度"))
        {
            basis = YearBasis.Fiscal;
            end += 2;
        }
        else if (StartsWith(text, end, "年"))
        {
            end++;
        }

        var start = FiscalPrefix(text, at);
        if (start < at)
        {
            basis = YearBasis.Fiscal;
        }
        else if (FiscalSuffix(text, end) is var suffix and > 0)
        {
            basis = YearBasis.Fiscal;
            end = suffix;
        }

        return new YearAtom(start, end, year, last, basis);
    }

    // "03-3501-1626": two groups of figures before, one of them too long for a day or a month.
    private static bool IsEndOfCode(ReadOnlySpan<char> text, int at)
    {
        if (GroupBefore(text, at) is not (> 0 and var second) || GroupBefore(text, second) is not (>= 0 and var first))
        {
            return false;
        }

        return at - second > 3 || second - first > 3;
    }

    // Where the figures before the hyphen at at - 1 begin; -1 without them.
    private static int GroupBefore(ReadOnlySpan<char> text, int at)
    {
        var start = at - 1;
        if (start < 1 || text[start] is not '-')
        {
            return -1;
        }

        while (start > 0 && Digits.IsDigit(text[start - 1]))
        {
            start--;
        }

        return start < at - 1 ? start : -1;
    }

    /// <summary>Reads the short second half of a span (2001–9, 1997-98, 2001/02, 2019～20).</summary>
    private static int ReadTail(ReadOnlySpan<char> text, int year, ref int end)
    {
        if (end + 1 >= text.Length || !(IsDash(text[end]) || text[end] is '/' or '／') || !Digits.IsDigit(text[end + 1]))
        {
            return year;
        }

        var isSlash = text[end] is '/' or '／';
        var tail = Digits.RunEnd(text, end + 1);
        var digits = tail - end - 1;
        var value = Digits.Value(text[(end + 1)..Math.Min(tail, end + 4)]);
        var next = tail < text.Length ? text[tail] : ' ';
        var goesOn = char.IsAsciiLetterOrDigit(next) || next is '月'
            || (next is '-' or '/' or '.' && tail + 1 < text.Length && Digits.IsDigit(text[tail + 1]));
        if (digits > 2 || goesOn)
        {
            return year;
        }

        var scale = digits == 1 ? 10 : 100;
        var last = (year / scale * scale) + value;
        if (last < year && digits == 2 && value == (year + 1) % 100)
        {
            last += 100;
        }

        if (last <= year || (isSlash && (last != year + 1 || digits == 1)))
        {
            return year;
        }

        end = tail;
        return last;
    }

    private static YearAtom? ReadDecade(ReadOnlySpan<char> text, int at, int year, ref int end)
    {
        if (year % 10 != 0)
        {
            return null;
        }

        var after = end;
        if (after < text.Length && text[after] == 's')
        {
            after++;
        }
        else if (after + 1 < text.Length && Words.WordFolding.IsApostrophe(text[after]) && text[after + 1] == 's')
        {
            after += 2;
        }
        else if (StartsWith(text, after, "年代"))
        {
            end = after + 2;
            return JapaneseDecade(text, at, year, ref end);
        }
        else
        {
            return null;
        }

        if (after < text.Length && char.IsAsciiLetterOrDigit(text[after]))
        {
            return null;
        }

        end = after;
        var start = DecadePart(text, at, out var from, out var to);
        return new YearAtom(start, end, year + from, year + to, YearBasis.Decade);
    }

    private static YearAtom JapaneseDecade(ReadOnlySpan<char> text, int at, int year, ref int end)
    {
        foreach (var (part, from, to) in DecadeParts.Japanese)
        {
            if (StartsWith(text, end, part))
            {
                end += part.Length;
                return new YearAtom(at, end, year + from, year + to, YearBasis.Decade);
            }
        }

        return new YearAtom(at, end, year, year + 9, YearBasis.Decade);
    }

    private static int DecadePart(ReadOnlySpan<char> text, int at, out int from, out int to)
    {
        foreach (var (part, partFrom, partTo) in DecadeParts.English)
        {
            var start = WordBefore(text, at, part, mayTouch: false);
            if (start < at)
            {
                (from, to) = (partFrom, partTo);
                return start;
            }
        }

        (from, to) = (0, 9);
        return at;
    }

    // "'90s": an apostrophe before and an s after.
    private static YearAtom? ReadShortDecade(ReadOnlySpan<char> text, int at, ref int end)
    {
        var decade = Digits.Value(text[at..end]);
        if (at == 0 || !Words.WordFolding.IsApostrophe(text[at - 1]) || decade % 10 != 0 || end >= text.Length || text[end] != 's'
            || (end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])))
        {
            return null;
        }

        end++;
        var year = decade < 30 ? 2000 + decade : 1900 + decade;
        var start = DecadePart(text, at - 1, out var from, out var to);
        return new YearAtom(start, end, year + from, year + to, YearBasis.Decade);
    }

    // "FY16", "FY05-06".
    private static YearAtom? ReadShortFiscal(ReadOnlySpan<char> text, int at, ref int end)
    {
        var start = WordBefore(text, at, "FY", mayTouch: true);
        if (start == at || (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '%')))
        {
            return null;
        }

        var value = Digits.Value(text[at..end]);
        var year = value < 60 ? 2000 + value : 1900 + value;
        var last = ReadTail(text, year, ref end);
        return new YearAtom(start, end, year, last, YearBasis.Fiscal);
    }

    private static int FiscalPrefix(ReadOnlySpan<char> text, int at)
    {
        foreach (var (word, mayTouch) in FiscalWords)
        {
            var start = WordBefore(text, at, word, mayTouch);
            if (start < at)
            {
                return start;
            }
        }

        return at;
    }

    private static readonly (string Word, bool MayTouch)[] FiscalWords =
    [
        ("fiscal year", false), ("fiscal years", false), ("financial year", false), ("fiscal", false), ("FY", true), ("FYs", false), ("JFY", true), ("SFY", true),
    ];

    private static int FiscalSuffix(ReadOnlySpan<char> text, int end)
    {
        foreach (var word in new[] { " fiscal year", " financial year" })
        {
            if (text[end..].StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (end + word.Length >= text.Length || !char.IsAsciiLetter(text[end + word.Length])))
            {
                return end + word.Length;
            }
        }

        return 0;
    }

    /// <summary>Where <paramref name="word"/> starts if it stands right before <paramref name="at"/>, with a blank or hyphen between; else <paramref name="at"/>.</summary>
    private static int WordBefore(ReadOnlySpan<char> text, int at, string word, bool mayTouch)
    {
        var end = at;
        while (end > 0 && end > at - 2 && (text[end - 1] is ' ' or '-' or '\u2010' or '\u2011' or '\u00A0' or '\n' or '\r' or '.' or '\''))
        {
            end--;
        }

        var start = end - word.Length;
        if (start < 0 || (end == at && !mayTouch) || (start > 0 && char.IsLetterOrDigit(text[start - 1]) && text[start - 1] < '\u3000'))
        {
            return at;
        }

        // The first letter may be a capital at a sentence's start; "FY" is always written so.
        var comparison = char.IsUpper(word[0]) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return text[start..end].Equals(word, comparison) ? start : at;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, int at, string word) =>
        at <= text.Length && text[at..].StartsWith(word, StringComparison.Ordinal);

    private static bool IsDash(char unit) => YearDashes.IsDash(unit);
}
