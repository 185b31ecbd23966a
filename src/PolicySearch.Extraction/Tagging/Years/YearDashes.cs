namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>The dashes that stand between the years of a span.</summary>
internal static class YearDashes
{
    /// <summary>Whether the code unit is one.</summary>
    public static bool IsDash(char unit) => IsHyphen(unit)
        || unit is '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '~' or '\u301C' or '\uFF5E' or '\uFF0D';

    /// <summary>Whether the code unit is a hyphen, which also joins the groups of codes and telephone numbers.</summary>
    public static bool IsHyphen(char unit) => unit is '-' or '\u2010' or '\u2011';
}
