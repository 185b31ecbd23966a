namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Parts of a decade, with their first and last year counted from the decade's start.</summary>
internal static class DecadeParts
{
    // Longer words first.
    private static readonly (string Part, int From, int To)[] English =
    [
        ("early-to-mid", 0, 6), ("early to mid", 0, 6), ("early- to mid", 0, 6), ("mid-to-late", 4, 9), ("mid to late", 4, 9), ("mid- to late", 4, 9),
        ("first half of the", 0, 4), ("second half of the", 5, 9), ("latter half of the", 5, 9), ("beginning of the", 0, 4), ("start of the", 0, 4),
        ("early part of the", 0, 4), ("latter part of the", 5, 9), ("middle of the", 4, 6), ("end of the", 5, 9), ("close of the", 5, 9),
        ("early", 0, 4), ("late", 5, 9), ("mid", 4, 6), ("middle", 4, 6),
    ];

    private static readonly (string Part, int From, int To)[] Japanese =
    [
        ("前半", 0, 4), ("後半", 5, 9), ("半ば", 4, 6), ("なかば", 4, 6), ("中頃", 4, 6), ("中ごろ", 4, 6), ("中盤", 4, 6), ("初頭", 0, 4), ("初め", 0, 4),
        ("はじめ", 0, 4), ("末", 5, 9), ("終わり", 5, 9), ("の前半", 0, 4), ("の後半", 5, 9), ("の半ば", 4, 6), ("の初め", 0, 4), ("の終わり", 5, 9),
    ];

    /// <summary>Reads the part before a decade ("late 1990s").</summary>
    /// <returns>Where it starts; <paramref name="at"/> without one.</returns>
    public static int ReadEnglish(ReadOnlySpan<char> text, int at, out int from, out int to)
    {
        foreach (var (part, partFrom, partTo) in English)
        {
            var start = Beside.WordBefore(text, at, part, mayTouch: false);
            if (start < at)
            {
                (from, to) = (partFrom, partTo);
                return start;
            }
        }

        (from, to) = (0, 9);
        return at;
    }

    /// <summary>Reads the part behind a decade (1990年代後半) and moves <paramref name="end"/> behind it.</summary>
    public static void ReadJapanese(ReadOnlySpan<char> text, ref int end, out int from, out int to)
    {
        foreach (var (part, partFrom, partTo) in Japanese)
        {
            if (Beside.StartsWith(text, end, part))
            {
                end += part.Length;
                (from, to) = (partFrom, partTo);
                return;
            }
        }

        (from, to) = (0, 9);
    }
}
