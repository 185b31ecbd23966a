using System.Text.RegularExpressions;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Tells a line that holds nothing but a page number.</summary>
internal static partial class PageNumbers
{
    /// <summary>Whether <paramref name="line"/> is "12", "- 12 -", "iv", "Page 3 of 14", "p. 7", "3/14" or "12 ページ".</summary>
    public static bool Is(ReadOnlySpan<char> line) => Pattern().IsMatch(line);

    [GeneratedRegex(@"^[-–—|\s]*((?-i:[ivx]{1,6})|((page|p\.|seite)\s*)?\d{1,3}(\s*(/|of|von|／)\s*\d{1,4})?\s*(ページ|頁)?)[-–—|\s]*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
