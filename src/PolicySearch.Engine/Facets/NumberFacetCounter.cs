using System.Globalization;
using System.Runtime.InteropServices;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Facets;

/// <summary>Counts the values of a number field.</summary>
internal sealed class NumberFacetCounter(string field) : FacetCounter
{
    private readonly Dictionary<long, long> _counts = [];
    private NumberColumn? _column;

    public override void SetSegment(int ordinal, SegmentReader segment) => _column = segment.Numbers(field);

    public override void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        if (_column is null)
        {
            return;
        }

        foreach (var doc in docs)
        {
            if (_column.TryGet(doc, out var value))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out _)++;
            }
        }
    }

    /// <summary>All values, ascending.</summary>
    public override IReadOnlyList<FacetCount> Counts() =>
        [.. _counts.OrderBy(pair => pair.Key).Select(pair => new FacetCount(pair.Key.ToString(CultureInfo.InvariantCulture), pair.Value))];
}
