namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Digits of both widths, and the numerals that Japanese years are written in.</summary>
internal static class Digits
{
    /// <summary>Whether the code unit is an ASCII or full-width digit.</summary>
    public static bool IsDigit(char unit) => unit is (>= '0' and <= '9') or (>= '０' and <= '９');

    /// <summary>The end of the run of digits at <paramref name="start"/>.</summary>
    public static int RunEnd(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && IsDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>The value of at most nine digits.</summary>
    public static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var unit in digits)
        {
            value = (value * 10) + (unit & 0xF);
        }

        return value;
    }

    /// <summary>Reads a number below 100 in Han numerals or digits (三十, 元, 12).</summary>
    /// <returns>The value and the number of code units; (0, 0) where there is none.</returns>
    public static (int Value, int Length) ReadSmall(ReadOnlySpan<char> text)
    {
        var end = RunEnd(text, 0);
        if (end > 0)
        {
            return end <= 3 ? (Value(text[..end]), end) : (0, 0);
        }

        if (text.StartsWith("元"))
        {
            return (1, 1);
        }

        int value = 0, last = 0, at = 0;
        for (; at < text.Length && at < 4; at++)
        {
            if (text[at] == '十' && last < 10)
            {
                value += last == 0 ? 10 : last * 10;
                last = 0;
                continue;
            }

            var digit = HanValue(text[at]);
            if (digit < 0 || (digit == 0 && last == 0) || last >= 10)
            {
                break;
            }

            last = (last * 10) + digit;
        }

        return at == 0 ? (0, 0) : (value + last, at);
    }

    /// <summary>Reads such a number though a line break stands in it, where 年 is behind it: 二十⏎九年.</summary>
    /// <returns>The value and the number of code units with the break; (0, 0) where there is none.</returns>
    public static (int Value, int Length) ReadBroken(ReadOnlySpan<char> text)
    {
        const int Longest = 4;
        Span<char> joined = stackalloc char[Longest];
        int length = 0, at = 0, breaks = 0;
        for (; at < text.Length; at++)
        {
            if (IsDigit(text[at]) || text[at] == '十' || HanValue(text[at]) >= 0)
            {
                if (length == Longest)
                {
                    return (0, 0);
                }

                joined[length++] = text[at];
            }
            else if (text[at] == '\n' && length > 0 && breaks++ == 0)
            {
                continue;
            }
            else
            {
                break;
            }
        }

        var (value, used) = breaks == 1 && Beside.At(text, at) == '年' ? ReadSmall(joined[..length]) : (0, 0);
        return used > 0 && used == length && value is > 0 and < 100 ? (value, at) : (0, 0);
    }

    /// <summary>The value of a Han numeral from 〇 to 九; -1 for anything else.</summary>
    public static int HanValue(char unit) => unit == '零' ? 0 : "〇一二三四五六七八九".IndexOf(unit, StringComparison.Ordinal);
}
