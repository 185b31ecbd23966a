namespace PolicySearch.Engine.Search.Scorers;

/// <summary>The documents of one scorer that another does not match.</summary>
internal sealed class ExclusionScorer(Scorer required, Scorer excluded) : Scorer
{
    public override int DocId => required.DocId;

    public override long Cost => required.Cost;

    public override float MatchCost => required.MatchCost + excluded.MatchCost + 1;

    public override int NextDoc() => required.NextDoc();

    public override int Advance(int target) => required.Advance(target);

    public override bool Matches()
    {
        if (!required.Matches())
        {
            return false;
        }

        if (excluded.DocId < DocId)
        {
            excluded.Advance(DocId);
        }

        return excluded.DocId != DocId || !excluded.Matches();
    }

    public override float Score() => required.Score();
}
