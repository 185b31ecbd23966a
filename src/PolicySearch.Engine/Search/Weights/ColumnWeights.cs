using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class NumberRangeWeight(NumberRangeQuery query, float boost) : ConstantWeight(boost, query.ToString())
{
    public override Scorer? Scorer(SegmentReader segment) =>
        query.From <= query.To && segment.Numbers(query.Field) is { } column
            ? new NumberRangeScorer(column, segment.MaxDoc, query.From, query.To, Score)
            : null;

    public override DocPredicate? Predicate(SegmentPass pass, long asked) =>
        query.From <= query.To && pass.Segment.Numbers(query.Field) is { } column && (column.Runs is not { } runs || asked < runs.Count)
            ? new InRange(column, query.From, query.To)
            : null;

    public override long Cost(SegmentPass pass) =>
        query.From <= query.To && pass.Segment.Numbers(query.Field) is { } column ? column.CountWithin(query.From, query.To) : 0;

    public override DocSet Matches(SegmentPass pass, DocSet? within)
    {
        if (query.From > query.To || pass.Segment.Numbers(query.Field) is not { } column)
        {
            return DocSet.Empty;
        }

        if (within is null || (column.Runs is { } runs && within.Count > runs.Count))
        {
            var bits = pass.RentBits();
            column.AddMatches(query.From, query.To, bits);
            var all = DocSet.OfBits(bits, pass.Words);
            return within is null ? all : within.And(all, pass);
        }

        var kept = pass.RentList(within.Count);
        Span<int> docs = stackalloc int[256];
        var (count, from) = (0, 0);
        for (var read = within.Read(ref from, docs, pass.Path); read > 0; read = within.Read(ref from, docs, pass.Path))
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
