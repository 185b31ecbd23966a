namespace PolicySearch.Service.Search;

/// <summary>The filters and facets by name, as command line and HTTP spell them.</summary>
public static class FilterNames
{
    /// <summary>Years that a passage mentions.</summary>
    public const string Year = "year";

    /// <summary>The document, by id or address.</summary>
    public const string Document = "document";

    /// <summary>Kind of passage.</summary>
    public const string Kind = "kind";

    /// <summary>Language of the passage.</summary>
    public const string Language = "language";

    /// <summary>The document's date of publication.</summary>
    public const string Published = "published";

    /// <summary>All of them, in the order of a page.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["year", "ministry", "agency", "organisation", "person", "place", "programme", "document", "kind", "language", "published"];
}
