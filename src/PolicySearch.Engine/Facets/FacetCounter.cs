using PolicySearch.Engine.Search;
using PolicySearch.Engine.Search.Collectors;

namespace PolicySearch.Engine.Facets;

/// <summary>Counts the documents it is given for each value of a facet.</summary>
internal abstract class FacetCounter : Collector
{
    /// <summary>The counts, in the order of the answer.</summary>
    public abstract IReadOnlyList<FacetCount> Counts();

    public static FacetCounter For(FacetRequest request) => request switch
    {
        KeywordFacetRequest keyword => new KeywordFacetCounter(keyword.Field, keyword.Limit),
        IntervalFacetRequest interval => new IntervalFacetCounter(interval.Fields, interval.MaxSpan),
        NumberFacetRequest number => new NumberFacetCounter(number.Field),
        _ => throw new ArgumentException($"facet '{request.Name}' is of an unknown kind; use a keyword, interval or number facet", nameof(request)),
    };
}
