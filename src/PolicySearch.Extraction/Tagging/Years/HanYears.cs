namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Reads years in four Han numerals (二〇一〇年) and decades in two (九〇年代, 九十年代).</summary>
internal static class HanYears
{
    /// <summary>Whether an expression may begin with the code unit.</summary>
    public static bool MayStart(char unit) => unit is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九';

    /// <summary>Reads the expression that starts at <paramref name="at"/>.</summary>
    public static YearAtom? Read(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        var year = 0;
        while (end < text.Length && end - at < 5 && Digits.HanValue(text[end]) is >= 0 and var digit)
        {
            year = (year * 10) + digit;
            end++;
        }

        var isBroken = ReadBehindBreak(text, at, ref end, ref year);
        if (Beside.At(text, end) == '十' && end == at + 1)
        {
            end++;
            year *= 10;
        }

        var count = end - at - (isBroken ? 1 : 0);
        if (Beside.At(text, end) != '年' || char.IsLetterOrDigit(Beside.At(text, at - 1)) && Digits.HanValue(Beside.At(text, at - 1)) >= 0)
        {
            end = Math.Max(end, at + 1);
            return null;
        }

        if (Beside.StartsWith(text, end, "年代") && count is 2 or 4 && year % 10 == 0 && (count == 4 || year >= 20))
        {
            end += 2;
            DecadeParts.ReadJapanese(text, ref end, out var from, out var to);
            var decade = count == 4 ? year : year < 30 ? 2000 + year : 1900 + year;
            return new YearAtom(at, end, decade + from, decade + to, YearBasis.Decade);
        }

        var basis = YearBasis.Calendar;
        return count == 4 && year is >= YearContext.FirstYear and <= YearContext.LastYear && YearMark.Read(text, ref end, ref basis)
            ? new YearAtom(at, end, year, year, basis)
            : null;
    }

    // "二〇一⏎〇年": the numerals that make four with those before the line break.
    private static bool ReadBehindBreak(ReadOnlySpan<char> text, int at, ref int end, ref int year)
    {
        const int Length = 4;
        var last = at + Length + 1;
        if (end - at is < 1 or >= Length || Beside.At(text, end) != '\n' || Beside.At(text, last) != '年' || last > text.Length)
        {
            return false;
        }

        var whole = year;
        foreach (var numeral in text[(end + 1)..last])
        {
            if (Digits.HanValue(numeral) is not (>= 0 and var digit))
            {
                return false;
            }

            whole = (whole * 10) + digit;
        }

        (end, year) = (last, whole);
        return true;
    }
}
