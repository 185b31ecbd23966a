using PolicySearch.Engine.Facets;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;
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

    /// <summary>Threads that may search segments at the same time; null for the caller's alone. The answer is the same.</summary>
    public SearchThreads? Threads { get; init; }

    /// <summary>Keeps what filters match, for filters that come again; null for none. The answer is the same.</summary>
    public FilterCache? Filters { get; init; }

    /// <summary>Whether nothing is skipped: the plain way, with which tests compare the other.</summary>
    internal bool ScoresAll { get; init; }

    /// <summary>Documents that a segment has to have for a thread of its own; tests set it.</summary>
    internal int LeastDocs { get; init; } = SegmentLoop.LeastDocs;

    /// <summary>Finds, ranks and counts.</summary>
    /// <exception cref="ArgumentException">The limit is negative, or two facets have one name.</exception>
    public TopDocs Search(SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Limit, nameof(options));
        var plan = Plan(options);
        return SegmentLoop.Run(plan, Reader.Segments, Threads, LeastDocs).Result();
    }

    /// <summary>Exact number of matching documents.</summary>
    public long Count(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var weight = CreateWeight(query, needsScores: false);
        long total = 0;
        for (var ordinal = 0; ordinal < Reader.Segments.Count; ordinal++)
        {
            using var pass = new SegmentPass(ordinal, Reader.Segments[ordinal]);
            total += SearchPass.Count(pass, weight);
        }

        return total;
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

    private SearchPlan Plan(SearchOptions options)
    {
        var limit = Math.Min(options.Limit, Reader.NumDocs);
        var whole = CreateWeight(Filtered(options.Query, options.Filters), needsScores: limit > 0);
        return FacetPlan.LeavesOut(options)
            ? new SearchPlan(options, limit, whole, CreateWeight(options.Query, needsScores: false), [.. options.Filters.Select(f => (f.Name, CreateFilter(f.Query)))], ScoresAll)
            : new SearchPlan(options, limit, whole, null, [], ScoresAll);
    }

    private static Query Filtered(Query query, IEnumerable<NamedFilter> filters)
    {
        BooleanClause[] clauses = [new(Occur.Must, query), .. filters.Select(filter => new BooleanClause(Occur.Filter, filter.Query))];
        return clauses.Length == 1 ? query : new BooleanQuery(clauses);
    }

    private Weight CreateWeight(Query query, bool needsScores) => query.CreateWeight(new WeightContext(Statistics, needsScores) { Filters = Filters });

    private Weight CreateFilter(Query query) => CachedWeight.Create(query, new WeightContext(Statistics, NeedsScores: false) { Filters = Filters });
}
