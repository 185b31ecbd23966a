using System.Text.RegularExpressions;
using PolicySearch.Host.Web.Typography;

namespace PolicySearch.Host.Web.Reading;

/// <summary>The text that no passage has.</summary>
public static partial class LeftOutText
{
    /// <summary>What a reader may want to see of the text between two passages; null where it is only white space, marks and markup.</summary>
    /// <param name="between">The text between them.</param>
    public static string? Of(string between)
    {
        ArgumentNullException.ThrowIfNull(between);
        var plain = Spacing.Collapse(Markup().Replace(between, " "));
        return plain.Any(char.IsLetterOrDigit) ? plain : null;
    }

    [GeneratedRegex("</?[A-Za-z][^<>]{0,200}>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();
}
