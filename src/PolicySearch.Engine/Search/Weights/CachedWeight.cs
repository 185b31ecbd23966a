using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

/// <summary>A filter of which a <see cref="FilterCache"/> may know the documents. It is asked in the same way and order as without: only the answer comes more cheaply.</summary>
internal sealed class CachedWeight : Weight
{
    /// <summary>Fewer documents are looked up as fast as they are kept.</summary>
    private const int LeastCost = 1024;

    private readonly Query _query;
    private readonly Weight _inner;
    private readonly FilterCache _cache;

    private CachedWeight(Query query, Weight inner, FilterCache cache)
    {
        (_query, _inner, _cache) = (query, inner, cache);
    }

    /// <summary>The weight of a filter, in this form where there is a cache.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="context">Does not need scores.</param>
    public static Weight Create(Query filter, in WeightContext context)
    {
        var inner = filter.CreateWeight(context);
        return context.Filters is { } cache ? new CachedWeight(filter, inner, cache) : inner;
    }

    public override Scorer? Scorer(SegmentReader segment) => _inner.Scorer(segment);

    public override long Cost(SegmentPass pass) => _inner.Cost(pass);

    public override DocSet Matches(SegmentPass pass, DocSet? within) =>
        pass.Kept(this) is not { } set ? _inner.Matches(pass, within)
        : within is null ? set
        : within.And(set, pass);

    public override DocPredicate? Predicate(SegmentPass pass, long asked) =>
        _inner.Predicate(pass, asked) is not { } predicate ? null
        : pass.Kept(this) is { } set ? new InSet(set)
        : predicate;

    public override Explanation Explain(SegmentReader segment, int doc) => _inner.Explain(segment, doc);

    public override int TryCount(SegmentReader segment) => _inner.TryCount(segment);

    /// <summary>What the cache knows; where it wants to know more, that is looked up here.</summary>
    internal DocSet? Find(SegmentPass pass)
    {
        if (_inner.Cost(pass) < LeastCost)
        {
            return null;
        }

        var segment = _cache.Of(pass.Segment.Core);
        if (segment.Ask(_query, out var isWanted) is { } known)
        {
            return known;
        }

        return isWanted ? segment.Keep(_query, _inner.Matches(pass, within: null).Copy(pass)) : null;
    }

    private sealed class InSet(DocSet set) : DocPredicate
    {
        public override bool Matches(int doc) => set.Contains(doc);
    }
}
