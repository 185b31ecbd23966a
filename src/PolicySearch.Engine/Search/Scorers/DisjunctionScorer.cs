namespace PolicySearch.Engine.Search.Scorers;

/// <summary>The documents that at least so many of several scorers match; the score is the sum over all that match.</summary>
internal sealed class DisjunctionScorer : Scorer
{
    private readonly DocHeap _heap;
    private readonly Scorer[] _matching;
    private readonly int _minimum;
    private int _matchingCount;
    private int _doc = -1;

    /// <summary>Creates it.</summary>
    /// <param name="scorers">At least one.</param>
    /// <param name="minimum">How many have to match; 1 to their number.</param>
    public DisjunctionScorer(IReadOnlyList<Scorer> scorers, int minimum)
    {
        _heap = new DocHeap(scorers);
        _matching = new Scorer[scorers.Count];
        _minimum = minimum;
        foreach (var scorer in scorers)
        {
            Cost += scorer.Cost;
            MatchCost += scorer.MatchCost;
        }

        // Even where every candidate of every scorer matches, it has to be found out who is at the document before it is scored.
        MatchCost = Math.Max(MatchCost, 1);
    }

    public override int DocId => _doc;

    public override long Cost { get; }

    public override float MatchCost { get; }

    public override int NextDoc() => _doc == NoMoreDocs ? NoMoreDocs : MoveTo(_doc + 1);

    public override int Advance(int target) => MoveTo(target);

    public override bool Matches()
    {
        var candidates = _heap.AtTop(_matching);
        _matchingCount = 0;
        for (var i = 0; i < candidates; i++)
        {
            var scorer = _matching[i];
            if (scorer.Matches())
            {
                _matching[_matchingCount++] = scorer;
            }
        }

        return _matchingCount >= _minimum;
    }

    public override float Score()
    {
        double sum = 0;
        foreach (var scorer in _matching.AsSpan(0, _matchingCount))
        {
            sum += scorer.Score();
        }

        return (float)sum;
    }

    private int MoveTo(int target)
    {
        while (_heap.Top.DocId < target)
        {
            _heap.AdvanceTop(target);
        }

        return _doc = _heap.Top.DocId;
    }
}
