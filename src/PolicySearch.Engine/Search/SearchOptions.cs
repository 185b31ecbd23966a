using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Search;

/// <summary>A named filter of a search; facets may leave their own filter out (disjunctive counts).</summary>
public sealed record NamedFilter(string Name, Query Query);

/// <summary>What to search.</summary>
public sealed record SearchOptions
{
    /// <summary>The query that scores.</summary>
    public required Query Query { get; init; }

    /// <summary>Filters, all of which have to match.</summary>
    public IReadOnlyList<NamedFilter> Filters { get; init; } = [];

    /// <summary>Best documents to give; 0 for none.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Give only hits that come after this one in the order of hits (score down, then segment, then document).</summary>
    public ScoreDoc? After { get; init; }

    /// <summary>Whether <see cref="TopDocs.Total"/> is wanted; without it, and without facets, less of the index is looked at.</summary>
    public bool CountTotal { get; init; } = true;

    /// <summary>Facets to count.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];
}
