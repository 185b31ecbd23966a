namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Reads years of eras: 平成30年度, 令和元年, 平成20～24年度, 昭和60年代, H30年度, Heisei 13, Reiwa gannendo.</summary>
internal static class EraReader
{
    /// <summary>Reads the expression whose era's name starts at <paramref name="at"/>.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="at">Where the era's name may start.</param>
    /// <param name="end">Where the reader may go on.</param>
    public static YearAtom? Read(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at + 1;
        if (!Eras.MayStart(text[at]) || Eras.At(text, at) is not { } era || (char.IsAsciiLetter(text[at]) && char.IsAsciiLetterOrDigit(Beside.At(text, at - 1))))
        {
            return null;
        }

        var name = at + era.Name.Length;
        var number = name;
        while (!era.IsLetter && number < name + 2 && Beside.At(text, number) is ' ' or '\u3000' or '\u00A0' or '\n' && number < text.Length)
        {
            number++;
        }

        end = number;
        if (era.IsRoman && Beside.StartsWith(text, number, "gannen"))
        {
            return ReadRomanFirst(text, at, era, ref end);
        }

        var (value, used) = ReadNumber(text[number..], era, out var longest);
        if (value == 0 || value > (era.IsLetter || era.IsRoman ? era.Years : era.LastCounted) || used > longest || (era.IsRoman && number == name))
        {
            return null;
        }

        end += used;
        return ReadDecade(text, at, era, value, ref end) ?? ReadYears(text, at, era, value, ref end);
    }

    // "平成二十⏎九年": only where the whole is a year of the era.
    private static (int Value, int Length) ReadNumber(ReadOnlySpan<char> text, Era era, out int longest)
    {
        longest = 3;
        if (era.IsLetter || era.IsRoman || Digits.ReadBroken(text) is not { Length: > 0 } broken || broken.Value > era.LastCounted)
        {
            return Digits.ReadSmall(text);
        }

        longest = broken.Length;
        return broken;
    }

    private static YearAtom ReadRomanFirst(ReadOnlySpan<char> text, int at, Era era, ref int end)
    {
        end += "gannen".Length;
        var isFiscal = Beside.StartsWith(text, end, "do");
        end += isFiscal ? 2 : 0;
        return Atom(at, end, era, 1, 1, isFiscal ? YearBasis.Fiscal : YearBasis.Era);
    }

    // "昭和60年代後半"
    private static YearAtom? ReadDecade(ReadOnlySpan<char> text, int at, Era era, int value, ref int end)
    {
        if (value % 10 != 0 || !Beside.StartsWith(text, end, "年代"))
        {
            return null;
        }

        end += 2;
        DecadeParts.ReadJapanese(text, ref end, out var from, out var to);
        return Atom(at, end, era, value + from, Math.Min(value + to, Math.Max(era.Years, value + from)), YearBasis.Decade);
    }

    private static YearAtom? ReadYears(ReadOnlySpan<char> text, int at, Era era, int value, ref int end)
    {
        var number = end;
        var last = ReadTail(text, value, ref end);
        var basis = YearBasis.Era;
        var isMarked = YearMark.Read(text, ref end, ref basis);
        if (!isMarked && last > value && !era.IsLetter)
        {
            // "平成3-5" may be an address.
            end = number;
            last = value;
        }

        return isMarked || MayStandAlone(text, at, number, end, era, value) ? Atom(at, end, era, value, last, basis) : null;
    }

    private static YearAtom Atom(int at, int end, Era era, int first, int last, YearBasis basis) =>
        new(at, end, era.Offset + first, era.Offset + last, basis) { Era = era };

    // "～24", "〜五" or "元～5"
    private static int ReadTail(ReadOnlySpan<char> text, int value, ref int end)
    {
        if (!YearDashes.IsDash(Beside.At(text, end)))
        {
            return value;
        }

        var (last, used) = Digits.ReadSmall(text[(end + 1)..]);
        var after = Beside.At(text, end + 1 + used);
        if (last <= value || last > 99 || after is '月' or '日' || YearDashes.IsDash(after))
        {
            return value;
        }

        end += 1 + used;
        return last;
    }

    // Without 年 behind it: "Heisei 13", "平成30.4.1", "H25～H29".
    private static bool MayStandAlone(ReadOnlySpan<char> text, int at, int number, int end, Era era, int value)
    {
        var next = Beside.At(text, end);
        if (era.IsRoman)
        {
            return !char.IsAsciiLetterOrDigit(next) && next is not '%';
        }

        var isDate = Beside.At(text, number) is '.' or '/' or '．' && Digits.IsDigit(Beside.At(text, number + 1));
        if (!era.IsLetter)
        {
            return isDate || next is ' ' or '.' or ',' or ')' or '）' or '(' or '（' or '、' or '。' or '・' or '\n' or '\r' || YearDashes.IsDash(next) || end == text.Length;
        }

        return IsLetterYear(text, at, number, end, value, isDate);
    }

    // H2 is hydrogen, R2 a statistic and S1 a section, so a letter needs a date, or a number of two digits in Japanese text.
    private static bool IsLetterYear(ReadOnlySpan<char> text, int at, int number, int end, int value, bool isDate)
    {
        if (isDate)
        {
            var month = Digits.RunEnd(text, number + 1);
            return month - number <= 3 && Digits.Value(text[(number + 1)..month]) is >= 1 and <= 12 && Beside.At(text, month) is '.' or '/' or '．';
        }

        return value >= 10 && text[at] is 'H' or 'Ｈ' or 'S' or 'Ｓ' && !char.IsAsciiLetterOrDigit(Beside.At(text, end)) && Beside.At(text, end) is not ('.' or '%')
            && Beside.At(text, at - 1) is not ('-' or '.' or '/') && HasJapaneseNear(text, at, end);
    }

    private static bool HasJapaneseNear(ReadOnlySpan<char> text, int at, int end)
    {
        const int Reach = 12;
        foreach (var unit in text[Math.Max(0, at - Reach)..Math.Min(text.Length, end + Reach)])
        {
            if (Words.Scripts.IsCjk(unit))
            {
                return true;
            }
        }

        return false;
    }
}
