using PolicySearch.Engine.Facets;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Weights;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search;

/// <summary>Searches one reader. The caller holds a lease on it for as long as it uses the searcher and its hits. Safe for use by many threads.</summary>
/// <param name="reader">The reader.</param>
/// <param name="statistics">What scores go by; default: the reader's own.</param>
public sealed class IndexSearcher(IndexReader reader, ICollectionStatistics? statistics = null)
{
    /// <summary>The reader.</summary>
    public IndexReader Reader { get; } = reader;

    /// <summary>What scores go by.</summary>
    public ICollectionStatistics Statistics { get; } = statistics ?? new ReaderStatistics(reader);

    /// <summary>Finds, ranks and counts.</summary>
    /// <exception cref="ArgumentException">The limit is negative, or two facets have one name.</exception>
    public TopDocs Search(SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Limit, nameof(options));
        var facets = new FacetPlan(options);
        var limit = Math.Min(options.Limit, Reader.NumDocs);
        var top = limit > 0 ? new TopHitsCollector(limit, options.After) : null;

        Collector[] collectors = [.. top is null ? (IEnumerable<Collector>)[] : [top], .. facets.CountersOfMainPass];
        var weight = CreateWeight(Filtered(options.Query, options.Filters), needsScores: top is not null);
        var total = collectors.Length > 0 ? SearchPass.Run(Reader, weight, collectors) : SearchPass.Count(Reader, weight);
        foreach (var (leftOut, counters) in facets.OtherPasses)
        {
            var query = Filtered(options.Query, options.Filters.Where(filter => filter.Name != leftOut));
            SearchPass.Run(Reader, CreateWeight(query, needsScores: false), counters);
        }

        return new TopDocs(total, top?.Hits() ?? [], facets.Results());
    }

    /// <summary>Exact number of matching documents.</summary>
    public long Count(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return SearchPass.Count(Reader, CreateWeight(query, needsScores: false));
    }

    /// <summary>How the document's score comes about.</summary>
    /// <returns>An explanation whose value is the score that <see cref="Search"/> gives.</returns>
    public Explanation Explain(Query query, ScoreDoc hit)
    {
        ArgumentNullException.ThrowIfNull(query);
        if ((uint)hit.Segment >= (uint)Reader.Segments.Count || (uint)hit.Doc >= (uint)Reader.Segments[hit.Segment].MaxDoc)
        {
            throw new ArgumentOutOfRangeException(nameof(hit), hit, "no such document; take the hit from a search on this reader");
        }

        var segment = Reader.Segments[hit.Segment];
        return segment.IsLive(hit.Doc)
            ? CreateWeight(query, needsScores: true).Explain(segment, hit.Doc)
            : Explanation.NoMatch($"document {hit.Doc} is deleted");
    }

    private static Query Filtered(Query query, IEnumerable<NamedFilter> filters)
    {
        BooleanClause[] clauses = [new(Occur.Must, query), .. filters.Select(filter => new BooleanClause(Occur.Filter, filter.Query))];
        return clauses.Length == 1 ? query : new BooleanQuery(clauses);
    }

    private Weight CreateWeight(Query query, bool needsScores) => query.CreateWeight(new WeightContext(Statistics, needsScores));
}
