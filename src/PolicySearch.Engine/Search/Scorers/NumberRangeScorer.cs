using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Scorers;

/// <summary>The documents whose number lies in a range; every document is a candidate.</summary>
internal sealed class NumberRangeScorer(NumberColumn column, int maxDoc, long from, long to, float score) : AllDocsScorer(maxDoc, score)
{
    public override float MatchCost => 2;

    public override bool Matches() => column.TryGet(DocId, out var value) && value >= from && value <= to;
}
