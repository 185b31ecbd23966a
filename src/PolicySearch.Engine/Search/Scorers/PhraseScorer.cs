using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Scorers;

/// <summary>The documents in which terms stand as a phrase says. Candidates have all the terms; reading positions is the second phase.</summary>
internal sealed class PhraseScorer(SegmentReader segment, string field, PostingsEnum[] postings, IPhraseMatcher matcher, BM25Scorer? similarity) : Scorer
{
    private readonly PostingsEnum[] _byCost = [.. postings.OrderBy(p => p.Cost)];

    public override int DocId => _byCost[0].Doc;

    public override long Cost => _byCost[0].Cost;

    public override float MatchCost => 16 * postings.Length;

    /// <summary>How often the phrase stands in the current document, sloppy ones counting less.</summary>
    public float Freq { get; private set; }

    public override int NextDoc() => Align(_byCost[0].NextDoc());

    public override int Advance(int target) => Align(_byCost[0].Advance(target));

    public override bool Matches()
    {
        Freq = matcher.Freq(firstOnly: similarity is null);
        return Freq > 0;
    }

    public override float Score() => similarity is null ? 0 : similarity.Score(Freq, TermScorer.Norm(segment.Norms(field), DocId));

    private int Align(int doc)
    {
        var i = 1;
        while (i < _byCost.Length && doc != NoMoreDocs)
        {
            var follower = _byCost[i];
            var at = follower.Doc < doc ? follower.Advance(doc) : follower.Doc;
            if (at == doc)
            {
                i++;
            }
            else
            {
                doc = _byCost[0].Advance(at);
                i = 1;
            }
        }

        return doc;
    }
}

/// <summary>Counts a phrase in the document at which its terms' postings stand.</summary>
internal interface IPhraseMatcher
{
    /// <summary>The phrase's frequency; 0 where it does not occur. With <paramref name="firstOnly"/> any number above 0 does where it occurs.</summary>
    float Freq(bool firstOnly);
}
