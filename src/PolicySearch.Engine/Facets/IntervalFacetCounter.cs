using System.Globalization;
using System.Runtime.InteropServices;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Facets;

/// <summary>Counts a document once for each number of its intervals; of an interval longer than <paramref name="maxSpan"/> only the two ends.</summary>
internal sealed class IntervalFacetCounter(IReadOnlyList<string> fields, int maxSpan) : FacetCounter
{
    private readonly Dictionary<long, long> _counts = [];

    /// <summary>The numbers of the document at hand, so that one that stands in two intervals counts once.</summary>
    private readonly HashSet<long> _numbers = [];
    private IntervalColumn[] _columns = [];
    private Interval[] _intervals = [];

    public override void SetSegment(SegmentReader segment, int expected)
    {
        _columns = [.. fields.Select(segment.Intervals).OfType<IntervalColumn>()];
        _intervals = new Interval[_columns.Select(c => c.MaxValuesPerDocument).DefaultIfEmpty().Max()];
    }

    public override void Count(ReadOnlySpan<int> docs)
    {
        foreach (var doc in docs)
        {
            _numbers.Clear();
            foreach (var column in _columns)
            {
                var count = column.Read(doc, _intervals);
                foreach (var interval in _intervals.AsSpan(0, count))
                {
                    AddNumbers(interval);
                }
            }

            foreach (var number in _numbers)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, number, out _)++;
            }
        }
    }

    public override void FinishSegment()
    {
        // Counts are kept by number, so there is nothing to add up.
    }

    public override void Add(FacetCounter other)
    {
        foreach (var (number, count) in ((IntervalFacetCounter)other)._counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, number, out _) += count;
        }
    }

    /// <summary>All numbers, ascending.</summary>
    public override IReadOnlyList<FacetCount> Counts() =>
        [.. _counts.OrderBy(pair => pair.Key).Select(pair => new FacetCount(pair.Key.ToString(CultureInfo.InvariantCulture), pair.Value))];

    private void AddNumbers(in Interval interval)
    {
        _numbers.Add(interval.From);

        // The difference of two longs may not fit into one, but always fits without a sign.
        if ((ulong)(interval.To - interval.From) >= (ulong)maxSpan)
        {
            _numbers.Add(interval.To);
            return;
        }

        for (var number = interval.From; number < interval.To; number++)
        {
            _numbers.Add(number + 1);
        }
    }
}
