using PolicySearch.Engine.Search;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>Compares answers, and says what was asked when they differ.</summary>
internal static class Same
{
    public static void Hits(TopDocs expected, TopDocs actual, string what)
    {
        Assert.True(expected.Total == actual.Total, $"{what}: expected a total of {expected.Total}, got {actual.Total}");
        Assert.True(expected.Hits.Count == actual.Hits.Count, $"{what}: expected {expected.Hits.Count} hits, got {actual.Hits.Count}");
        for (var i = 0; i < expected.Hits.Count; i++)
        {
            Assert.True(expected.Hits[i] == actual.Hits[i], $"{what}: hit {i} should be {expected.Hits[i]}, is {actual.Hits[i]}");
        }
    }

    public static void Facets(TopDocs expected, TopDocs actual, string what)
    {
        foreach (var (name, counts) in expected.Facets)
        {
            Assert.True(
                counts.SequenceEqual(actual.Facets[name]),
                $"{what}: facet {name} should be {string.Join(", ", counts)}, is {string.Join(", ", actual.Facets[name])}");
        }
    }
}
