namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Reads the short second half of a span of years: 2001–9, 1997-98, 1999-00, 2001/02, 2019～20.</summary>
internal static class YearTail
{
    /// <summary>Reads it.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="year">The year before it.</param>
    /// <param name="end">Where that year ends; moved behind the tail.</param>
    /// <returns>The last year; <paramref name="year"/> where there is no tail.</returns>
    public static int Read(ReadOnlySpan<char> text, int year, ref int end)
    {
        var joint = Beside.At(text, end);
        var isSlash = joint is '/' or '／';
        if ((!YearDashes.IsDash(joint) && !isSlash) || !Digits.IsDigit(Beside.At(text, end + 1)))
        {
            return year;
        }

        var tail = Digits.RunEnd(text, end + 1);
        var digits = tail - end - 1;
        if (digits > 2 || GoesOn(text, tail))
        {
            return year;
        }

        var last = Last(year, Digits.Value(text[(end + 1)..tail]), digits);
        if (last <= year || (isSlash && (last != year + 1 || digits == 1)))
        {
            return year;
        }

        end = tail;
        return last;
    }

    private static int Last(int year, int value, int digits)
    {
        var scale = digits == 1 ? 10 : 100;
        var last = (year / scale * scale) + value;
        return last < year && digits == 2 && value == (year + 1) % 100 ? last + 100 : last;
    }

    // "2020-07-20" and "2001/02/03" are dates, "2019-20a" and "2001～3月" something else.
    private static bool GoesOn(ReadOnlySpan<char> text, int tail)
    {
        var next = Beside.At(text, tail);
        return char.IsAsciiLetterOrDigit(next) || next is '月' or '日'
            || (next is '-' or '/' or '.' && char.IsAsciiLetterOrDigit(Beside.At(text, tail + 1)) && !IsYear(text, tail + 1));
    }

    private static bool IsYear(ReadOnlySpan<char> text, int at) => Digits.RunEnd(text, at) - at == 4;
}
