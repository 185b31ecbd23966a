using PolicySearch.Engine.Search;

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
    }

    /// <summary>Facets over exactly the documents that the search matches.</summary>
    public IEnumerable<FacetCounter> CountersOfMainPass => _facets.Where(f => LeftOut(f.Request) is null).Select(f => f.Counter);

    /// <summary>For each filter that is left out by a facet, those facets.</summary>
    public IEnumerable<(string LeftOut, IReadOnlyList<FacetCounter> Counters)> OtherPasses =>
        _facets.Where(f => LeftOut(f.Request) is not null)
            .GroupBy(f => LeftOut(f.Request)!, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<FacetCounter>)[.. group.Select(f => f.Counter)]));

    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Results() =>
        _facets.ToDictionary(f => f.Request.Name, f => f.Counter.Counts(), StringComparer.Ordinal);

    private string? LeftOut(FacetRequest request) =>
        request.WithoutFilter is { } name && _filters.Contains(name) ? name : null;
}
