using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class ConstantScoreWeight(Weight inner, float boost, string description) : ConstantWeight(boost, description)
{
    public override Scorer? Scorer(SegmentReader segment) =>
        inner.Scorer(segment) is { } scorer ? new ConstantScorer(scorer, Boost) : null;

    public override int TryCount(SegmentReader segment) => inner.TryCount(segment);
}
