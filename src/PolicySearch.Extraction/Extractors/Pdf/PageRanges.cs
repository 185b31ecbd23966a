using System.Globalization;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Shows numbers of pages.</summary>
internal static class PageRanges
{
    /// <summary>Ascending numbers with neighbours as ranges: <c>1, 3-7, 9</c>.</summary>
    public static string Show(IReadOnlyList<int> pages)
    {
        var parts = new List<string>();
        for (var i = 0; i < pages.Count;)
        {
            var first = i;
            while (i + 1 < pages.Count && pages[i + 1] == pages[i] + 1)
            {
                i++;
            }

            parts.Add(i == first
                ? pages[i].ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{pages[first]}-{pages[i]}"));
            i++;
        }

        return string.Join(", ", parts);
    }
}
