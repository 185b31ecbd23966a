using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Scorers;

/// <summary>The documents with an interval that overlaps a given one; every document is a candidate.</summary>
internal sealed class IntervalOverlapScorer(IntervalColumn column, int maxDoc, long from, long to, float score) : AllDocsScorer(maxDoc, score)
{
    private readonly Interval[] _intervals = new Interval[column.MaxValuesPerDocument];

    public override float MatchCost => 4;

    public override bool Matches()
    {
        var count = column.Read(DocId, _intervals);
        foreach (var interval in _intervals.AsSpan(0, count))
        {
            if (interval.From <= to && interval.To >= from)
            {
                return true;
            }
        }

        return false;
    }
}
