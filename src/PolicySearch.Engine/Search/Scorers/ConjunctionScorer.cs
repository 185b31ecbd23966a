namespace PolicySearch.Engine.Search.Scorers;

/// <summary>The documents that all of several scorers match. The rarest leads, the others are asked to follow.</summary>
internal sealed class ConjunctionScorer : Scorer
{
    private readonly Scorer[] _byCost;
    private readonly Scorer[] _byMatchCost;
    private readonly Scorer[] _scoring;
    private readonly Scorer _lead;

    /// <summary>Creates it.</summary>
    /// <param name="required">What has to match; at least one.</param>
    /// <param name="scoring">Those of them whose scores are added up.</param>
    public ConjunctionScorer(IReadOnlyCollection<Scorer> required, IEnumerable<Scorer> scoring)
    {
        _byCost = [.. required.OrderBy(s => s.Cost)];
        _byMatchCost = [.. required.Where(s => s.MatchCost > 0).OrderBy(s => s.MatchCost)];
        _scoring = [.. scoring];
        _lead = _byCost[0];
        foreach (var scorer in _byMatchCost)
        {
            MatchCost += scorer.MatchCost;
        }
    }

    public override int DocId => _lead.DocId;

    public override long Cost => _lead.Cost;

    public override float MatchCost { get; }

    public override int NextDoc() => Align(_lead.NextDoc());

    public override int Advance(int target) => Align(_lead.Advance(target));

    public override bool Matches()
    {
        foreach (var scorer in _byMatchCost)
        {
            if (!scorer.Matches())
            {
                return false;
            }
        }

        return true;
    }

    public override float Score()
    {
        double sum = 0;
        foreach (var scorer in _scoring)
        {
            sum += scorer.Score();
        }

        return (float)sum;
    }

    /// <summary>Moves all scorers to the first document at or after the lead's that is a candidate of each.</summary>
    private int Align(int doc)
    {
        var i = 1;
        while (i < _byCost.Length && doc != NoMoreDocs)
        {
            var scorer = _byCost[i];
            var at = scorer.DocId < doc ? scorer.Advance(doc) : scorer.DocId;
            if (at == doc)
            {
                i++;
            }
            else
            {
                doc = _lead.Advance(at);
                i = 1;
            }
        }

        return doc;
    }
}
