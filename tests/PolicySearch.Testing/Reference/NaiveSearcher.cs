using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;

namespace PolicySearch.Testing.Reference;

/// <summary>Answers searches by looking at every document, without an index: what the engine is compared with.</summary>
public sealed class NaiveSearcher
{
    private readonly IReadOnlyList<ReferenceDocument> _documents;
    private readonly NaiveScores _scores;

    /// <summary>Creates it.</summary>
    /// <param name="documents">All documents by segment and number, those deleted but not yet merged away too.</param>
    public NaiveSearcher(IEnumerable<ReferenceDocument> documents)
    {
        _documents = [.. documents.OrderBy(d => d.Segment).ThenBy(d => d.Doc)];
        _scores = new NaiveScores(new NaiveStatistics(_documents));
    }

    public TopDocs Search(SearchOptions options)
    {
        var all = Matching(options.Query, options.Filters);
        var hits = all.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Segment).ThenBy(hit => hit.Doc).ToList();
        var from = options.After is { } after ? hits.FindIndex(hit => IsAfter(hit, after)) : 0;
        return new TopDocs(
            all.Count,
            from < 0 ? [] : [.. hits.Skip(from).Take(options.Limit)],
            options.Facets.ToDictionary(f => f.Name, f => Count(f, options)));
    }

    public long Count(Query query) => Matching(query, []).Count;

    private static bool IsAfter(ScoreDoc hit, ScoreDoc last) =>
        hit.Score < last.Score
        || (hit.Score == last.Score && (hit.Segment, hit.Doc).CompareTo((last.Segment, last.Doc)) > 0);

    private List<ScoreDoc> Matching(Query query, IEnumerable<NamedFilter> filters)
    {
        List<ScoreDoc> hits = [];
        foreach (var document in _documents.Where(d => d.IsLive))
        {
            if (_scores.Score(query, document) is { } score && filters.All(f => _scores.Score(f.Query, document) is not null))
            {
                hits.Add(new ScoreDoc(document.Segment, document.Doc, score));
            }
        }

        return hits;
    }

    private IReadOnlyList<FacetCount> Count(FacetRequest facet, SearchOptions options)
    {
        var hits = Matching(options.Query, options.Filters.Where(f => f.Name != facet.WithoutFilter)).Select(hit => (hit.Segment, hit.Doc)).ToHashSet();
        var documents = _documents.Where(d => hits.Contains((d.Segment, d.Doc)));
        switch (facet)
        {
            case KeywordFacetRequest keyword:
                return [.. documents
                    .SelectMany(d => d.Keywords.GetValueOrDefault(keyword.Field) ?? [])
                    .CountBy(value => value)
                    .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                    .Take(keyword.Limit)
                    .Select(pair => new FacetCount(pair.Key, pair.Value))];
            case IntervalFacetRequest interval:
                return [.. documents
                    .SelectMany(d => Numbers(d, interval).Distinct())
                    .CountBy(number => number)
                    .OrderBy(pair => pair.Key)
                    .Select(pair => new FacetCount(pair.Key.ToString(), pair.Value))];
            case NumberFacetRequest number:
                return [.. documents
                    .Where(d => d.Numbers.ContainsKey(number.Field))
                    .CountBy(d => d.Numbers[number.Field])
                    .OrderBy(pair => pair.Key)
                    .Select(pair => new FacetCount(pair.Key.ToString(), pair.Value))];
            default:
                throw new NotSupportedException(facet.GetType().Name);
        }
    }

    private static IEnumerable<long> Numbers(ReferenceDocument document, IntervalFacetRequest facet)
    {
        foreach (var interval in facet.Fields.SelectMany(field => document.Intervals.GetValueOrDefault(field) ?? []))
        {
            if ((Int128)interval.To - interval.From + 1 > facet.MaxSpan)
            {
                yield return interval.From;
                yield return interval.To;
                continue;
            }

            for (Int128 number = interval.From; number <= interval.To; number++)
            {
                yield return (long)number;
            }
        }
    }
}
