using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class ConstantScoreWeight(Weight inner, float boost, string description) : ConstantWeight(boost, description)
{
    public override Scorer? Scorer(SegmentReader segment) =>
        inner.Scorer(segment) is { } scorer ? new ConstantScorer(scorer, Score) : null;

    public override long Cost(SegmentPass pass) => inner.Cost(pass);

    public override DocSet Matches(SegmentPass pass, DocSet? within) => inner.Matches(pass, within);

    public override void AddMatches(SegmentPass pass, Span<ulong> bits) => inner.AddMatches(pass, bits);

    public override int TryCount(SegmentReader segment) => inner.TryCount(segment);
}
