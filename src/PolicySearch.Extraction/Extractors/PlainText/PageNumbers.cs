using System.Text.RegularExpressions;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Tells a line that holds nothing but a page number.</summary>
internal static partial class PageNumbers
{
    /// <summary>Whether <paramref name="line"/> is "12", "- 12 -", "iv", "Page 3 of 14", "p. 7", "3/14" or "12 ページ".</summary>
    public static bool Is(ReadOnlySpan<char> line) => Pattern().IsMatch(line);

    /// <summary>Whether one side of a line with a wide gap says "Page 3", "Sheet 3 of 14", as the feet of printed pages do.</summary>
    public static bool IsInFoot(ReadOnlySpan<char> line) => line.Length <= LongestFoot && Foot().IsMatch(line);

    private const int LongestFoot = 160;

    [GeneratedRegex(@"^(page|sheet|seite|folio) \d{1,4}( (of|von|/) \d{1,4})?\s{3,}\S|\S\s{3,}(page|sheet|seite|folio) \d{1,4}( (of|von|/) \d{1,4})?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Foot();

    [GeneratedRegex(@"^[-–—―－|\s]*((?-i:[ivx]{1,6})|((page|p\.|seite)\s*)?\d{1,3}(\s*(/|of|von|／)\s*\d{1,4})?\s*(ページ|頁)?)[-–—―－|\s]*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
