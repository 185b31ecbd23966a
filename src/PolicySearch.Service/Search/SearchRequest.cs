namespace PolicySearch.Service.Search;

/// <summary>A search as a user asks it. Serialisable; says nothing of segments.</summary>
public sealed record SearchRequest
{
    /// <summary>Lucene's classic syntax; empty for all passages.</summary>
    public string Query { get; init; } = "";

    /// <summary>Values by filter name (see <see cref="FilterNames"/>); several values of one filter are or-ed, filters are and-ed. A year or date value is <c>A</c>, <c>A..B</c>, <c>A..</c> or <c>..B</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Roles to which the filter and the facet <c>year</c> are limited: <c>mentioned</c>, <c>published</c>, <c>accessed</c>, <c>target</c>; empty for all but <c>accessed</c>.</summary>
    public IReadOnlyList<string> YearRoles { get; init; } = [];

    /// <summary>Names of the facets to count; each filter is a facet too.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>What is shown of hits that are copies of one another.</summary>
    public Grouping Group { get; init; }

    /// <summary>Hits to give, 1 to 1000; with grouping the copies listed with a hit do not count.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Hits to leave out, counted as <see cref="Limit"/> counts; the two are at most 10,000 together.</summary>
    public int Offset { get; init; }
}
