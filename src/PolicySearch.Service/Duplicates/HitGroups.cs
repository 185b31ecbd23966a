using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;
using PolicySearch.Service.Search;

namespace PolicySearch.Service.Duplicates;

/// <summary>A hit that is shown, with the hits that are copies of it.</summary>
/// <param name="Hit">The best of them.</param>
/// <param name="Copies">The others.</param>
internal readonly record struct HitGroup(ScoreDoc Hit, IReadOnlyList<PassagePlace> Copies);

/// <summary>Shows each passage once: of hits that are copies the best one leads a group, and the others are listed with it.</summary>
/// <remarks>A hit joins the first leader of which it is a copy. Hits are grouped as far as a page needs, within the first <see cref="SearchLimits.MaxWindow"/>.</remarks>
/// <param name="searcher">The searcher that found the hits.</param>
/// <param name="options">What it was asked.</param>
internal sealed class HitGroups(IndexSearcher searcher, SearchOptions options)
{
    private const int QueryClauses = 1000;

    private readonly CopyFinder _finder = new(searcher.Reader);
    private readonly List<ScoreDoc> _leaders = [];
    private readonly Dictionary<string, List<int>> _leadersByKey = new(StringComparer.Ordinal);
    private readonly HashSet<PassagePlace> _joined = [];
    private int _grouped;

    /// <summary>A page of groups.</summary>
    /// <param name="found">The best hits, at least as many as the page ends at where there are so many.</param>
    /// <param name="offset">Groups to leave out.</param>
    /// <param name="limit">Groups to give.</param>
    public IReadOnlyList<HitGroup> Page(TopDocs found, int offset, int limit)
    {
        var hits = found.Hits;
        Group(hits);
        while (_leaders.Count < offset + limit && hits.Count < Math.Min(found.Total, SearchLimits.MaxWindow))
        {
            var window = Math.Min(2 * hits.Count, SearchLimits.MaxWindow);
            hits = searcher.Search(options with { Limit = window, CountTotal = false, Facets = [] }).Hits;
            Group(hits);
        }

        var shown = _leaders.Skip(offset).Take(limit).ToList();
        var copies = shown.ConvertAll(hit => _finder.Find(PlaceOf(hit)));
        var matching = Matching([.. copies.SelectMany(places => places)]);
        return [.. shown.Zip(copies, (hit, places) => new HitGroup(hit, [.. places.Where(matching.Remove)]))];
    }

    private void Group(IReadOnlyList<ScoreDoc> hits)
    {
        for (; _grouped < hits.Count; _grouped++)
        {
            var hit = hits[_grouped];
            var place = PlaceOf(hit);
            if (_finder.SignatureOf(place) is not { } signature)
            {
                _leaders.Add(hit);
            }
            else if (LeadersLike(signature).Any(leader => _finder.AreCopies(PlaceOf(leader), _finder.SignatureOf(PlaceOf(leader))!.Value, place, signature)))
            {
                _joined.Add(place);
            }
            else
            {
                Lead(hit, signature);
            }
        }
    }

    private void Lead(ScoreDoc hit, PassageSignature signature)
    {
        foreach (var key in signature.Keys())
        {
            if (!_leadersByKey.TryGetValue(key, out var leaders))
            {
                _leadersByKey.Add(key, leaders = []);
            }

            leaders.Add(_leaders.Count);
        }

        _leaders.Add(hit);
    }

    private IEnumerable<ScoreDoc> LeadersLike(PassageSignature signature) => signature.Keys()
        .SelectMany(key => _leadersByKey.GetValueOrDefault(key, []))
        .Distinct()
        .Order()
        .Select(leader => _leaders[leader]);

    /// <summary>Which of the copies are hits themselves and lead no group; those past the window are looked up.</summary>
    private HashSet<PassagePlace> Matching(List<PassagePlace> copies)
    {
        if (copies.Count == 0)
        {
            return [];
        }

        var leaders = _leaders.Select(PlaceOf).ToHashSet();
        var others = copies.Where(place => !leaders.Contains(place)).ToHashSet();
        var known = others.Where(_joined.Contains).ToHashSet();
        others.ExceptWith(known);
        known.UnionWith(others.Chunk(QueryClauses).SelectMany(Found));
        return known;
    }

    private IEnumerable<PassagePlace> Found(PassagePlace[] places)
    {
        var ids = places.Select(place => PassageMapper.PassageOf(searcher.Reader.Segments[place.Segment], place.Doc).Id);
        var anyOf = new BooleanQuery([.. ids.Select(id => new BooleanClause(Occur.Should, new TermQuery(PassageSchema.Id, id)))]);
        var query = new BooleanQuery([new BooleanClause(Occur.Filter, anyOf), new BooleanClause(Occur.Must, options.Query)]);
        return searcher.Search(options with { Query = query, Limit = places.Length, CountTotal = false, Facets = [] }).Hits.Select(PlaceOf);
    }

    private static PassagePlace PlaceOf(ScoreDoc hit) => new(hit.Segment, hit.Doc);
}
