using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class NumberRangeWeight(NumberRangeQuery query, float boost) : ConstantWeight(boost, query.ToString())
{
    /// <summary>Fewer documents than this share are looked at one by one.</summary>
    private const int FewShare = 256;

    public override Scorer? Scorer(SegmentReader segment) =>
        query.From <= query.To && segment.Numbers(query.Field) is { } column
            ? new NumberRangeScorer(column, segment.MaxDoc, query.From, query.To, Score)
            : null;

    public override DocPredicate? Predicate(SegmentPass pass) =>
        query.From <= query.To && pass.Segment.Numbers(query.Field) is { } column && !column.Zones.Decide(query.From, query.To, out _)
            ? new InRange(column, query.From, query.To)
            : null;

    public override long Cost(SegmentPass pass)
    {
        if (query.From > query.To || pass.Segment.Numbers(query.Field) is not { } column)
        {
            return 0;
        }

        return column.Zones.Decide(query.From, query.To, out var touched) ? (long)touched * NumberZones.Size : pass.MaxDoc;
    }

    public override DocSet Matches(SegmentPass pass, DocSet? within)
    {
        if (query.From > query.To || pass.Segment.Numbers(query.Field) is not { } column)
        {
            return DocSet.Empty;
        }

        if (within is null || (within.Count > pass.MaxDoc / FewShare && column.Zones.Decide(query.From, query.To, out _)))
        {
            var bits = pass.RentBits();
            column.AddMatches(query.From, query.To, bits);
            var all = DocSet.OfBits(bits, pass.Words);
            return within is null ? all : within.And(all, pass);
        }

        var kept = pass.RentList(within.Count);
        Span<int> docs = stackalloc int[256];
        var (count, from) = (0, 0);
        for (var read = within.Read(ref from, docs); read > 0; read = within.Read(ref from, docs))
        {
            count += column.Keep(docs[..read], query.From, query.To, kept.AsSpan(count));
        }

        return DocSet.OfList(kept, count);
    }
}

internal sealed class InRange(NumberColumn column, long from, long to) : DocPredicate
{
    public override bool Matches(int doc) => column.TryGet(doc, out var value) && value >= from && value <= to;
}

internal sealed class IntervalOverlapWeight(IntervalOverlapQuery query, float boost) : ConstantWeight(boost, query.ToString())
{
    public override Scorer? Scorer(SegmentReader segment) =>
        query.From <= query.To && segment.Intervals(query.Field) is { } column
            ? new IntervalOverlapScorer(column, segment.MaxDoc, query.From, query.To, Score)
            : null;
}
