namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Reads a year of one or two digits that goes on with the era or century of the year before: 平成28年から30年, 2013年度～15年度.</summary>
internal static class ShortYears
{
    private const int Reach = 12;

    private static readonly string[] Joints =
        ["から", "より", "及び", "および", "又は", "または", "並びに", "と", "や", "・", "、", "，", ",", "～", "〜", "~", "-", "‐", "–", "—", "―", "−", "－"];

    // "2013年から10年間": a length of time.
    private static readonly string[] Spans = ["間", "前", "後", "以", "目", "ぶり", "で", "半", "かけ", "ほど", "程", "分", "生"];

    /// <summary>Reads the number from <paramref name="at"/> to <paramref name="end"/>, which is moved behind it.</summary>
    public static YearAtom? Read(ReadOnlySpan<char> text, int at, ref int end, YearAtom? previous)
    {
        if (previous is not { } before || at < before.End || at - before.End > Reach || !IsJoined(text[before.End..at]))
        {
            return null;
        }

        var value = Digits.Value(text[at..end]);
        var year = before.Era is { } era ? era.Offset + value
            : end - at == 2 && before.Basis is YearBasis.Calendar or YearBasis.Fiscal ? (before.From / 100 * 100) + value
            : 0;
        var mark = end;
        var basis = before.Era is null ? YearBasis.Calendar : YearBasis.Era;
        if (year <= before.From || year > before.From + 50 || Beside.At(text, Beside.BeforeMark(text, end)) != '年' || !YearMark.Read(text, ref mark, ref basis) || Beside.StartsWithAny(text[mark..], Spans))
        {
            return null;
        }

        end = mark;
        return new YearAtom(at, end, year, year, basis) { Era = before.Era };
    }

    /// <summary>Reads a fiscal year that leaves out the era which the document has named last: 26年度 after 平成25年度.</summary>
    public static YearAtom? ReadOfEra(ReadOnlySpan<char> text, int at, ref int end, Era? era)
    {
        var value = Digits.Value(text[at..end]);
        var before = Beside.At(text, at - 1);
        if (era is null || value == 0 || value > era.LastCounted || !Beside.StartsWith(text, end, "年度") || char.IsLetterOrDigit(before) && !Words.Scripts.IsHiragana(before)
            || YearDashes.IsDash(before) || before is '.' or ',' or '/' || Beside.StartsWithAny(text[(end + 2)..], Spans))
        {
            return null;
        }

        end += 2;
        return new YearAtom(at, end, era.Offset + value, era.Offset + value, YearBasis.Fiscal) { Era = era };
    }

    // Months and days may stand before the joint: 平成20年3月～22年3月.
    private static bool IsJoined(ReadOnlySpan<char> between)
    {
        between = between.Trim();
        foreach (var joint in Joints)
        {
            if (between.EndsWith(joint, StringComparison.Ordinal))
            {
                return IsMonthAndDay(between[..^joint.Length]);
            }
        }

        return false;
    }

    private static bool IsMonthAndDay(ReadOnlySpan<char> date)
    {
        foreach (var unit in date)
        {
            if (!Digits.IsDigit(unit) && unit is not ('月' or '日'))
            {
                return false;
            }
        }

        return true;
    }

    // "2013年から10年間": a length of time.}
}
