using System.Runtime.InteropServices;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Facets;

/// <summary>Counts ordinals in each segment and adds the segments up by value. Of one segment only the values that are given are read.</summary>
internal sealed class KeywordFacetCounter(string field, int limit) : FacetCounter
{
    private readonly List<(KeywordColumn Column, List<(ulong Code, int Count)> Counted)> _segments = [];
    private readonly ulong[] _codes = new ulong[BatchSize];
    private KeywordColumn? _column;
    private CodeCounts? _byCode;
    private int[] _ordinals = [];

    public override void SetSegment(SegmentReader segment, int expected)
    {
        _column = segment.Keywords(field);
        _byCode = _column is null ? null : new CodeCounts(_column.CodeWidth, expected);
        _ordinals = new int[_column is null or { IsSingle: true } ? 0 : _column.MaxValuesPerDocument];
    }

    public override void Count(ReadOnlySpan<int> docs)
    {
        if (_column is null)
        {
            return;
        }

        if (!_column.IsSingle)
        {
            CountMany(docs);
        }
        else if (_byCode!.Array is not { } counts || !_column.TryCount(docs, counts))
        {
            _column.ReadCodes(docs, _codes);
            _byCode.Add(_codes.AsSpan(0, docs.Length));
        }
    }

    public override ColumnRuns? Runs => _column?.Runs;

    public override void Count(DocRanks docs) => _byCode!.Add(Runs!, docs);

    public override void FinishSegment()
    {
        if (_column is not null)
        {
            var counted = _byCode!.Counted();
            counted.RemoveAll(c => c.Code == 0);
            _segments.Add((_column, counted));
        }
    }

    public override void Add(FacetCounter other) => _segments.AddRange(((KeywordFacetCounter)other)._segments);

    /// <summary>By count down, then by value.</summary>
    public override IReadOnlyList<FacetCount> Counts()
    {
        FacetCount[] all = _segments is [var (column, counted)] ? Best(column, counted) : Sum();
        Array.Sort(all, static (x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : string.CompareOrdinal(x.Value, y.Value));
        return all.Length <= limit ? all : all[..limit];
    }

    /// <summary>The most frequent values, and those that are as frequent as the last of them.</summary>
    private FacetCount[] Best(KeywordColumn column, List<(ulong Code, int Count)> counted)
    {
        if (counted.Count > limit && limit > 0)
        {
            var counts = new int[counted.Count];
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] = counted[i].Count;
            }

            var least = Selection.Greatest(counts, limit);
            counted.RemoveAll(c => c.Count < least);
        }

        return [.. counted.Select(c => new FacetCount(column.ValueOf(c.Code), c.Count))];
    }

    private FacetCount[] Sum()
    {
        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (column, counted) in _segments)
        {
            foreach (var (code, count) in counted)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(sums, column.ValueOf(code), out _) += count;
            }
        }

        return [.. sums.Select(pair => new FacetCount(pair.Key, pair.Value))];
    }

    private void CountMany(ReadOnlySpan<int> docs)
    {
        foreach (var doc in docs)
        {
            var count = _column!.Read(doc, _ordinals);
            for (var i = 0; i < count; i++)
            {
                _byCode!.Add([(ulong)_ordinals[i] + 1]);
            }
        }
    }
}
