using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Facets;

/// <summary>Counts ordinals in each segment and adds the segments up by value.</summary>
internal sealed class KeywordFacetCounter(string field, int limit) : FacetCounter
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private KeywordColumn? _column;
    private int[] _byOrdinal = [];
    private int[] _ordinals = [];

    public override void SetSegment(int ordinal, SegmentReader segment)
    {
        AddSegment();
        _column = segment.Keywords(field);
        _byOrdinal = new int[_column?.ValueCount ?? 0];
        _ordinals = new int[_column?.MaxValuesPerDocument ?? 0];
    }

    public override void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        if (_column is null)
        {
            return;
        }

        foreach (var doc in docs)
        {
            var count = _column.Read(doc, _ordinals);
            foreach (var ordinal in _ordinals.AsSpan(0, count))
            {
                _byOrdinal[ordinal]++;
            }
        }
    }

    /// <summary>By count down, then by value.</summary>
    public override IReadOnlyList<FacetCount> Counts()
    {
        AddSegment();
        return [.. _counts
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(limit)
            .Select(pair => new FacetCount(pair.Key, pair.Value))];
    }

    private void AddSegment()
    {
        for (var ordinal = 0; ordinal < _byOrdinal.Length; ordinal++)
        {
            if (_byOrdinal[ordinal] > 0)
            {
                var value = _column!.Value(ordinal);
                _counts[value] = _counts.GetValueOrDefault(value) + _byOrdinal[ordinal];
            }
        }

        _byOrdinal = [];
    }
}
