namespace PolicySearch.Service.Search;

/// <summary>The filters and facets by name, as command line and HTTP spell them.</summary>
public static class FilterNames
{
    /// <summary>All of them, in the order of a page.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["year", "ministry", "agency", "organisation", "person", "place", "programme", "document", "kind", "language", "published"];
}
