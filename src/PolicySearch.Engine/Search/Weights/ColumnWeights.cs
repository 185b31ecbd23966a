using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class NumberRangeWeight(NumberRangeQuery query, float boost) : ConstantWeight(boost, query.ToString())
{
    public override Scorer? Scorer(SegmentReader segment) =>
        query.From <= query.To && segment.Numbers(query.Field) is { } column
            ? new NumberRangeScorer(column, segment.MaxDoc, query.From, query.To, Boost)
            : null;
}

internal sealed class IntervalOverlapWeight(IntervalOverlapQuery query, float boost) : ConstantWeight(boost, query.ToString())
{
    public override Scorer? Scorer(SegmentReader segment) =>
        query.From <= query.To && segment.Intervals(query.Field) is { } column
            ? new IntervalOverlapScorer(column, segment.MaxDoc, query.From, query.To, Boost)
            : null;
}
