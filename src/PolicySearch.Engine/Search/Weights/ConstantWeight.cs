using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

/// <summary>All matches have one score, the boost.</summary>
internal abstract class ConstantWeight(float boost, string description) : Weight
{
    /// <summary>The score.</summary>
    protected float Boost => boost;

    public sealed override Explanation Explain(SegmentReader segment, int doc) =>
        ScorerAt(segment, doc) is null ? Explanation.NoMatch($"{description} does not match") : Explanation.Match(boost, description);
}
