namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>An era by which East Asian years are counted.</summary>
/// <param name="Name">Its name or letter, as written.</param>
/// <param name="Offset">What to add to a year of the era.</param>
/// <param name="Years">How many years it has; plans count on beyond its end (平成34年度).</param>
internal sealed record Era(string Name, int Offset, int Years)
{
    /// <summary>Whether it is written in Latin letters.</summary>
    public bool IsRoman => char.IsAsciiLetter(Name[0]) && Name.Length > 1;

    /// <summary>Whether it is one letter: H30.</summary>
    public bool IsLetter => Name.Length == 1 && Name[0] is (>= 'A' and <= 'Z') or (>= 'Ａ' and <= 'Ｚ');

    /// <summary>The highest year that is counted by it.</summary>
    public int LastCounted => Years + 20;
}

/// <summary>The eras that are known.</summary>
internal static class Eras
{
    private static readonly Era[] All =
    [
        new("令和", 2018, 80), new("平成", 1988, 31), new("昭和", 1925, 64), new("大正", 1911, 15), new("明治", 1867, 45),
        new("㋿", 2018, 80), new("㍻", 1988, 31), new("㍼", 1925, 64), new("㍽", 1911, 15), new("㍾", 1867, 45),
        new("民國", 1911, 150), new("民国", 1911, 150),
        new("Reiwa", 2018, 80), new("Heisei", 1988, 31), new("Showa", 1925, 64), new("Shōwa", 1925, 64),
        new("Taisho", 1911, 15), new("Taishō", 1911, 15), new("Meiji", 1867, 45), new("Minguo", 1911, 150),
        new("R", 2018, 80), new("H", 1988, 31), new("S", 1925, 64), new("T", 1911, 15), new("M", 1867, 45),
        new("Ｒ", 2018, 80), new("Ｈ", 1988, 31), new("Ｓ", 1925, 64), new("Ｔ", 1911, 15), new("Ｍ", 1867, 45),
    ];

    /// <summary>Whether some era's name begins with the code unit.</summary>
    public static bool MayStart(char unit) =>
        unit is '令' or '平' or '昭' or '大' or '明' or '民' or 'R' or 'H' or 'S' or 'T' or 'M' or (>= '㍻' and <= '㍾') or '㋿'
            or 'Ｒ' or 'Ｈ' or 'Ｓ' or 'Ｔ' or 'Ｍ';

    /// <summary>The era named at <paramref name="at"/>, or null.</summary>
    public static Era? At(ReadOnlySpan<char> text, int at)
    {
        foreach (var era in All)
        {
            if (Beside.StartsWith(text, at, era.Name))
            {
                return era;
            }
        }

        return null;
    }
}
