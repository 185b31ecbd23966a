namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Reads years of eras: 平成30年度, 令和元年, 平成20～24年度, Heisei 13, Reiwa gannendo.</summary>
internal static class EraReader
{
    /// <summary>Reads the expression whose era's name starts at <paramref name="at"/>.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="at">Where the era's name may start.</param>
    /// <param name="end">Where the reader may go on.</param>
    public static YearAtom? Read(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at + 1;
        Eras.Read(text[at..], out var offset, out var years, out var length);
        if (length == 0 || (at > 0 && char.IsAsciiLetter(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1])))
        {
            return null;
        }

        var isRoman = char.IsAsciiLetter(text[at]);
        end = at + length;
        while (end < text.Length && text[end] is ' ' or '\u3000' or '\u00A0')
        {
            end++;
        }

        if (isRoman && StartsWith(text, end, "gannen"))
        {
            end += 6;
            var isFiscal = StartsWith(text, end, "do");
            end += isFiscal ? 2 : 0;
            return new YearAtom(at, end, offset + 1, offset + 1, isFiscal ? YearBasis.Fiscal : YearBasis.Era);
        }

        var (value, used) = Digits.ReadSmall(text[end..]);
        if (value == 0 || value > years || used > 3 || (isRoman && end == at + length))
        {
            return null;
        }

        end += used;
        var last = ReadEraTail(text, value, ref end);
        var basis = YearBasis.Era;
        if (StartsWith(text, end, "年度"))
        {
            basis = YearBasis.Fiscal;
            end += 2;
        }
        else if (StartsWith(text, end, "年"))
        {
            end++;
        }
        else if (!isRoman)
        {
            return null;
        }

        return new YearAtom(at, end, offset + value, offset + last, basis);
    }

    // "平成20～24年度"
    private static int ReadEraTail(ReadOnlySpan<char> text, int value, ref int end)
    {
        if (end + 1 < text.Length && YearDashes.IsDash(text[end]) && Digits.IsDigit(text[end + 1]))
        {
            var tail = Digits.RunEnd(text, end + 1);
            var last = tail - end - 1 <= 2 ? Digits.Value(text[(end + 1)..tail]) : 0;
            if (last > value)
            {
                end = tail;
                return last;
            }
        }

        return value;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, int at, string word) =>
        at <= text.Length && text[at..].StartsWith(word, StringComparison.Ordinal);
}
