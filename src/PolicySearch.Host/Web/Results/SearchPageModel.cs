using PolicySearch.Host.Web.Addresses;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Results;

/// <summary>All that the search page shows.</summary>
public sealed record SearchPageModel
{
    private static readonly string[] FirstFacets = ["ministry", "agency", "programme", "document"];
    private static readonly string[] FoldedFacets = ["organisation", "person", "place", "kind"];

    /// <summary>The facets that the page asks for.</summary>
    public static IReadOnlyList<string> AskedFacets { get; } = ["year", .. FirstFacets, .. FoldedFacets];

    /// <summary>The search.</summary>
    public required PageQuery Query { get; init; }

    /// <summary>Matching passages.</summary>
    public long Total { get; init; }

    /// <summary>Time in the service, in milliseconds.</summary>
    public double TookMs { get; init; }

    /// <summary>The passages of this page.</summary>
    public IReadOnlyList<HitModel> Hits { get; init; } = [];

    /// <summary>The chosen filters.</summary>
    public required IReadOnlyList<ChipModel> Chips { get; init; }

    /// <summary>The facet of years.</summary>
    public YearHistogram Years { get; init; } = new([], "", "");

    /// <summary>The facets shown at once; those without a value are left out.</summary>
    public IReadOnlyList<FacetModel> Facets { get; init; } = [];

    /// <summary>The facets folded away; those without a value are left out.</summary>
    public IReadOnlyList<FacetModel> MoreFacets { get; init; } = [];

    /// <summary>The way to the other pages.</summary>
    public PagerModel Pager { get; init; } = new([], Previous: null, Next: null);

    /// <summary>What is wrong with the search; null where it was answered.</summary>
    public QueryFault? Fault { get; init; }

    /// <summary>The page of a search that was answered.</summary>
    public static SearchPageModel From(PageQuery query, SearchResponse response)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(response);
        var firstRank = ((query.Page - 1) * PageQuery.HitsPerPage) + 1;
        return new SearchPageModel
        {
            Query = query,
            Total = response.Total,
            TookMs = response.TookMs,
            Hits = [.. response.Hits.Select((hit, i) => HitModel.Of(hit, firstRank + i, query))],
            Chips = ChipModel.All(query, response.Facets),
            Years = YearHistogram.Of(response.Facets.GetValueOrDefault("year", []), query),
            Facets = Counted(FirstFacets, query, response),
            MoreFacets = Counted(FoldedFacets, query, response),
            Pager = PagerModel.Of(query, response.Total, response.Hits.Count),
        };
    }

    /// <summary>The page of a search that the service refused.</summary>
    public static SearchPageModel From(PageQuery query, SearchRequestException refusal)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new SearchPageModel
        {
            Query = query,
            Chips = ChipModel.All(query, new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal)),
            Fault = QueryFault.Of(query.Text, refusal),
        };
    }

    private static List<FacetModel> Counted(string[] names, PageQuery query, SearchResponse response) =>
    [
        .. names
            .Select(name => FacetModel.Of(name, response.Facets.GetValueOrDefault(name, []), query))
            .Where(facet => facet.First.Count > 0),
    ];
}
