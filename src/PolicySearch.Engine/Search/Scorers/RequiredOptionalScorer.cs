namespace PolicySearch.Engine.Search.Scorers;

/// <summary>The documents of one scorer; another adds to the score where it matches too.</summary>
internal sealed class RequiredOptionalScorer(Scorer required, Scorer optional) : Scorer
{
    public override int DocId => required.DocId;

    public override long Cost => required.Cost;

    public override float MatchCost => required.MatchCost;

    public override int NextDoc() => required.NextDoc();

    public override int Advance(int target) => required.Advance(target);

    public override bool Matches() => required.Matches();

    public override float Score()
    {
        double score = required.Score();
        if (optional.DocId < DocId)
        {
            optional.Advance(DocId);
        }

        if (optional.DocId == DocId && optional.Matches())
        {
            score += optional.Score();
        }

        return (float)score;
    }
}
