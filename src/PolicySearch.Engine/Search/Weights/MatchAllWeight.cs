using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class MatchAllWeight(float boost) : ConstantWeight(boost, "*:*")
{
    public override Scorer? Scorer(SegmentReader segment) => new AllDocsScorer(segment.MaxDoc, Score);

    public override int TryCount(SegmentReader segment) => segment.NumDocs;

    public override DocSet Matches(SegmentPass pass, DocSet? within)
    {
        if (within is not null)
        {
            return within;
        }

        var bits = pass.RentBits();
        BitSet.Fill(bits, pass.MaxDoc);
        return DocSet.OfBits(bits, pass.Words);
    }
}

internal sealed class MatchNoneWeight : Weight
{
    public override Scorer? Scorer(SegmentReader segment) => null;

    public override Explanation Explain(SegmentReader segment, int doc) => Explanation.NoMatch("matches nothing");

    public override int TryCount(SegmentReader segment) => 0;
}
