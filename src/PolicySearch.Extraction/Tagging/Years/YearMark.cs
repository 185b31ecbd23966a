namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Reads the mark behind a year's number in Japanese: 年, 年度, 会計年度, 年3月期, and the 年 behind a bracket in 2018（平成30）年度.</summary>
internal static class YearMark
{
    private const int BracketReach = 10;

    /// <summary>Reads the mark.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="end">Where the number ends; moved behind the mark.</param>
    /// <param name="basis">The basis of a year without a mark; made fiscal where the mark says so.</param>
    /// <returns>Whether there is one.</returns>
    public static bool Read(ReadOnlySpan<char> text, ref int end, ref YearBasis basis)
    {
        end = Beside.BeforeMark(text, end);
        foreach (var mark in (ReadOnlySpan<string>)["年度", "会計年度", "年会計年度", "년도", "회계연도", "年會計年度"])
        {
            if (Beside.StartsWith(text, end, mark))
            {
                end += mark.Length;
                basis = YearBasis.Fiscal;
                return true;
            }
        }

        if (Beside.At(text, end) is '年' or '년')
        {
            end++;
            if (TermLength(text[end..]) is var term and > 0)
            {
                end += term;
                basis = YearBasis.Fiscal;
            }

            return true;
        }

        return ReadBehindBracket(text, end, ref basis);
    }

    /// <summary>Whether 年 stands behind the bracket that closes, or opens, at <paramref name="end"/>.</summary>
    private static bool ReadBehindBracket(ReadOnlySpan<char> text, int end, ref YearBasis basis)
    {
        var close = end;
        if (Beside.At(text, end) is '(' or '（')
        {
            close = text[end..Math.Min(text.Length, end + BracketReach)].IndexOfAny(')', '）') + end;
        }

        if (Beside.At(text, close) is not (')' or '）') || Beside.At(text, close + 1) != '年')
        {
            return false;
        }

        basis = Beside.At(text, close + 2) == '度' ? YearBasis.Fiscal : basis;
        return true;
    }

    // "3月期", of a business year that ends in March.
    private static int TermLength(ReadOnlySpan<char> text)
    {
        var digits = Digits.RunEnd(text, 0);
        return digits is 1 or 2 && Beside.StartsWith(text, digits, "月期") ? digits + 2 : 0;
    }
}
