using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

/// <summary>What a query needs to know to become a <see cref="Weight"/>.</summary>
/// <param name="Statistics">Of the whole collection.</param>
/// <param name="NeedsScores">Whether anything will ask for scores.</param>
/// <param name="Boost">The product of the boosts around the query.</param>
internal readonly record struct WeightContext(ICollectionStatistics Statistics, bool NeedsScores, float Boost = 1);

/// <summary>A query bound to the statistics of a collection; makes a scorer for each segment.</summary>
internal abstract class Weight
{
    /// <summary>A scorer that stands before the segment's first document; null where nothing there can match.</summary>
    public abstract Scorer? Scorer(SegmentReader segment);

    /// <summary>How the document's score comes about; its value is the one that the scorer gives.</summary>
    public abstract Explanation Explain(SegmentReader segment, int doc);

    /// <summary>The number of live matches where it is known without looking at documents, else -1.</summary>
    public virtual int TryCount(SegmentReader segment) => -1;

    /// <summary>A scorer that stands at the document and has confirmed it; null where it does not match.</summary>
    protected Scorer? ScorerAt(SegmentReader segment, int doc)
    {
        var scorer = Scorer(segment);
        return scorer is not null && scorer.Advance(doc) == doc && scorer.Matches() ? scorer : null;
    }
}
