namespace PolicySearch.Engine.Search.Scorers;

/// <summary>The documents of another scorer, all with one score.</summary>
internal sealed class ConstantScorer(Scorer inner, float score) : Scorer
{
    public override int DocId => inner.DocId;

    public override long Cost => inner.Cost;

    public override float MatchCost => inner.MatchCost;

    public override float MaxScore => score;

    public override int NextDoc() => inner.NextDoc();

    public override int Advance(int target) => inner.Advance(target);

    public override bool Matches() => inner.Matches();

    public override float Score() => score;
}
