using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Tags;

/// <summary>The years of a segment's passages, of every role.</summary>
internal sealed class YearColumns
{
    private readonly IntervalColumn[] _columns;
    private readonly Interval[] _intervals;

    public YearColumns(SegmentReader segment)
    {
        _columns = [.. Enum.GetValues<YearRole>().Select(role => segment.Intervals(PassageSchema.YearField(role))).OfType<IntervalColumn>()];
        _intervals = new Interval[_columns.Select(column => column.MaxValuesPerDocument).DefaultIfEmpty().Max()];
    }

    /// <summary>Adds the years of a passage to <paramref name="years"/>.</summary>
    public void AddTo(int doc, HashSet<Interval> years)
    {
        foreach (var column in _columns)
        {
            var count = column.Read(doc, _intervals);
            foreach (var interval in _intervals.AsSpan(0, count))
            {
                years.Add(interval);
            }
        }
    }
}
