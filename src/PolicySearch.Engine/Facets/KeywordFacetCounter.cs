using System.Runtime.InteropServices;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Facets;

/// <summary>Counts ordinals in each segment and adds the segments up by value.</summary>
internal sealed class KeywordFacetCounter(string field, int limit) : FacetCounter
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
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
        if (_column is { IsSingle: true })
        {
            _column.ReadCodes(docs, _codes);
            _byCode!.Add(_codes.AsSpan(0, docs.Length));
        }
        else if (_column is not null)
        {
            CountMany(docs);
        }
    }

    public override void FinishSegment()
    {
        foreach (var (code, count) in _byCode?.Counted() ?? [])
        {
            if (code > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, _column!.ValueOf(code), out _) += count;
            }
        }
    }

    /// <summary>By count down, then by value.</summary>
    public override IReadOnlyList<FacetCount> Counts()
    {
        FacetCount[] all = [.. _counts.Select(pair => new FacetCount(pair.Key, pair.Value))];
        Array.Sort(all, static (x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : string.CompareOrdinal(x.Value, y.Value));
        return all.Length <= limit ? all : all[..limit];
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
