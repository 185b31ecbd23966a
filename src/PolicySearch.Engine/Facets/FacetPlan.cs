using PolicySearch.Engine.Search;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Facets;

/// <summary>
/// Which facets are counted with all filters, and which need a pass of their own because they leave one out. A facet that leaves out
/// a filter which the search does not have is counted with the others.
/// </summary>
internal sealed class FacetPlan
{
    private readonly List<(FacetRequest Request, FacetCounter Counter)> _facets = [];
    private readonly HashSet<string> _filters;

    public FacetPlan(SearchOptions options)
    {
        _filters = options.Filters.Select(filter => filter.Name).ToHashSet(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var request in options.Facets)
        {
            if (!names.Add(request.Name))
            {
                throw new ArgumentException($"two facets are named '{request.Name}'; give each a name of its own", nameof(options));
            }

            _facets.Add((request, FacetCounter.For(request)));
        }

        OfMatches = [.. _facets.Where(f => LeftOut(f.Request) is null).Select(f => f.Counter)];
        Others = [.. _facets.Where(f => LeftOut(f.Request) is not null)
            .GroupBy(f => LeftOut(f.Request)!, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<FacetCounter>)[.. group.Select(f => f.Counter)]))];
    }

    /// <summary>Facets over exactly the documents that the search matches.</summary>
    public IReadOnlyList<FacetCounter> OfMatches { get; }

    /// <summary>For each filter that is left out by a facet, those facets.</summary>
    public IReadOnlyList<(string LeftOut, IReadOnlyList<FacetCounter> Counters)> Others { get; }

    /// <summary>Counts facets that leave a filter out: the query and each filter are looked up once, whatever is left out.</summary>
    /// <param name="pass">The work on the segment.</param>
    /// <param name="query">The query alone.</param>
    /// <param name="filters">The filters by name.</param>
    public void CountOthers(SegmentPass pass, Weight query, IReadOnlyList<(string Name, Weight Weight)> filters)
    {
        var all = SearchPass.LiveMatches(pass, query);
        DocSet[] sets = [.. filters.Select(filter => filter.Weight.Matches(pass, all))];
        foreach (var (leftOut, counters) in Others)
        {
            var docs = all;
            for (var i = 0; i < sets.Length; i++)
            {
                docs = filters[i].Name == leftOut ? docs : docs.And(sets[i], pass);
            }

            SearchPass.Count(pass, docs, counters);
        }
    }

    /// <summary>Whether some facet leaves out a filter of the search.</summary>
    public static bool LeavesOut(SearchOptions options) =>
        options.Facets.Any(facet => facet.WithoutFilter is { } name && options.Filters.Any(filter => filter.Name == name));

    /// <summary>Adds what the same facets counted in other segments.</summary>
    public void Add(FacetPlan other)
    {
        for (var i = 0; i < _facets.Count; i++)
        {
            _facets[i].Counter.Add(other._facets[i].Counter);
        }
    }

    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Results() =>
        _facets.ToDictionary(f => f.Request.Name, f => f.Counter.Counts(), StringComparer.Ordinal);

    private string? LeftOut(FacetRequest request) =>
        request.WithoutFilter is { } name && _filters.Contains(name) ? name : null;
}
