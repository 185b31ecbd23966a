namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Eras by which East Asian years are counted.</summary>
internal static class Eras
{
    private static readonly (string Name, int Offset, int Length)[] All =
    [
        ("令和", 2018, 80), ("平成", 1988, 31), ("昭和", 1925, 64), ("大正", 1911, 15), ("明治", 1867, 45),
        ("民國", 1911, 150), ("民国", 1911, 150),
        ("Reiwa", 2018, 80), ("Heisei", 1988, 31), ("Showa", 1925, 64), ("Shōwa", 1925, 64),
        ("Taisho", 1911, 15), ("Taishō", 1911, 15), ("Meiji", 1867, 45),
    ];

    /// <summary>The era named at the start of <paramref name="text"/>.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="offset">What to add to a year of the era.</param>
    /// <param name="years">How many years it has.</param>
    /// <param name="length">Length of its name; 0 where none stands there.</param>
    public static void Read(ReadOnlySpan<char> text, out int offset, out int years, out int length)
    {
        foreach (var (name, eraOffset, eraYears) in All)
        {
            if (text.StartsWith(name, StringComparison.Ordinal))
            {
                (offset, years, length) = (eraOffset, eraYears, name.Length);
                return;
            }
        }

        (offset, years, length) = (0, 0, 0);
    }
}
