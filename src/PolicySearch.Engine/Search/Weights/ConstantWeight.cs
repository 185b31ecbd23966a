using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Ranking;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

/// <summary>All matches have one score, the boost.</summary>
internal abstract class ConstantWeight(float boost, string description) : Weight
{
    /// <summary>The score.</summary>
    public float Score => boost;

    public sealed override TopPlan Plan() => new() { Constant = this };

    /// <summary>The documents that match, as far as they are below <paramref name="end"/>; beyond it some may be missing.</summary>
    public virtual DocSet FirstMatches(SegmentPass pass, int end) => Matches(pass, within: null);

    public sealed override Explanation Explain(SegmentReader segment, int doc) =>
        ScorerAt(segment, doc) is null ? Explanation.NoMatch($"{description} does not match") : Explanation.Match(boost, description);
}
