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

    /// <summary>Whether nothing is skipped: the plain way, with which tests compare the other.</summary>
    internal bool ScoresAll { get; init; }

    /// <summary>Finds, ranks and counts.</summary>
    /// <exception cref="ArgumentException">The limit is negative, or two facets have one name.</exception>
    public TopDocs Search(SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Limit, nameof(options));
        var facets = new FacetPlan(options);
        var limit = Math.Min(options.Limit, Reader.NumDocs);
        var top = limit > 0 ? new TopHitsCollector(limit, options.After) : null;
        var weight = CreateWeight(Filtered(options.Query, options.Filters), needsScores: top is not null);
        var query = facets.Others.Count > 0 ? CreateWeight(options.Query, needsScores: false) : null;
        (string, Weight)[] filters = query is null ? [] : [.. options.Filters.Select(f => (f.Name, CreateWeight(f.Query, needsScores: false)))];
        long total = 0;
        for (var ordinal = 0; ordinal < Reader.Segments.Count; ordinal++)
        {
            using var pass = new SegmentPass(ordinal, Reader.Segments[ordinal]);
            var matches = top is null ? null : CollectTop(pass, weight, top, options.CountTotal || facets.OfMatches.Count > 0);
            total += options.CountTotal ? matches?.Count ?? Count(pass, weight, facets, ref matches) : 0;
            if (facets.OfMatches.Count > 0)
            {
                SearchPass.Count(pass, matches ?? SearchPass.LiveMatches(pass, weight), facets.OfMatches);
            }

            if (query is not null)
            {
                facets.CountOthers(pass, query, filters);
            }
        }

        return new TopDocs(options.CountTotal ? total : -1, top?.Hits() ?? [], facets.Results());
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

    /// <summary>Collects the best of a segment.</summary>
    /// <returns>All live matches, where they came up on the way.</returns>
    private DocSet? CollectTop(SegmentPass pass, Weight weight, TopHitsCollector top, bool needsMatches)
    {
        top.SetSegment(pass);
        if (ScoresAll || weight.Plan() is not { } plan)
        {
            return SearchPass.ScoreAll(pass, weight, top);
        }

        return plan.Collect(pass, top, weight, needsMatches);
    }

    /// <summary>Counts the matches; gathers them where facets will want them anyway.</summary>
    private static long Count(SegmentPass pass, Weight weight, FacetPlan facets, ref DocSet? matches)
    {
        if (facets.OfMatches.Count == 0)
        {
            return SearchPass.Count(pass, weight);
        }

        matches = SearchPass.LiveMatches(pass, weight);
        return matches.Count;
    }

    private static Query Filtered(Query query, IEnumerable<NamedFilter> filters)
    {
        BooleanClause[] clauses = [new(Occur.Must, query), .. filters.Select(filter => new BooleanClause(Occur.Filter, filter.Query))];
        return clauses.Length == 1 ? query : new BooleanQuery(clauses);
    }

    private Weight CreateWeight(Query query, bool needsScores) => query.CreateWeight(new WeightContext(Statistics, needsScores));
}
