namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Parts of a decade, with their first and last year counted from the decade's start; longer words first.</summary>
internal static class DecadeParts
{
    /// <summary>Before the decade in English.</summary>
    public static readonly (string Part, int From, int To)[] English =
    [
        ("early-to-mid", 0, 6), ("early to mid", 0, 6), ("mid-to-late", 4, 9), ("mid to late", 4, 9),
        ("early", 0, 4), ("late", 5, 9), ("mid", 4, 6), ("middle", 4, 6),
    ];

    /// <summary>After the decade in Japanese.</summary>
    public static readonly (string Part, int From, int To)[] Japanese =
    [
        ("前半", 0, 4), ("後半", 5, 9), ("半ば", 4, 6), ("中頃", 4, 6), ("中盤", 4, 6), ("初頭", 0, 4), ("初め", 0, 4), ("末", 5, 9), ("終わり", 5, 9),
    ];
}

/// <summary>The dashes that stand between the years of a span.</summary>
internal static class YearDashes
{
    /// <summary>Whether the code unit is one.</summary>
    public static bool IsDash(char unit) =>
        unit is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '~' or '\u301C' or '\uFF5E' or '\uFF0D';
}
