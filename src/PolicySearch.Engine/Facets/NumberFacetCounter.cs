using System.Globalization;
using System.Runtime.InteropServices;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Facets;

/// <summary>Counts the values of a number field: their codes in each segment, then the numbers.</summary>
internal sealed class NumberFacetCounter(string field) : FacetCounter
{
    private readonly Dictionary<long, long> _counts = [];
    private readonly int[] _present = new int[BatchSize];
    private readonly ulong[] _codes = new ulong[BatchSize];
    private NumberColumn? _column;
    private CodeCounts? _byCode;

    public override void SetSegment(SegmentReader segment, int expected)
    {
        _column = segment.Numbers(field);
        _byCode = _column is null ? null : new CodeCounts(_column.CodeWidth, expected);
    }

    public override void Count(ReadOnlySpan<int> docs)
    {
        if (_column is null)
        {
            return;
        }

        if (_byCode!.Array is { } counts && _column.TryCount(docs, counts))
        {
            return;
        }

        _byCode.Add(_codes.AsSpan(0, _column.ReadCodes(docs, _present, _codes)));
    }

    public override ColumnRuns? Runs => _column?.Runs;

    public override void Count(DocRanks docs) => _byCode!.Add(Runs!, docs);

    public override void FinishSegment()
    {
        foreach (var (code, count) in _byCode?.Counted() ?? [])
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, _column!.Number(code), out _) += count;
        }
    }

    public override void Add(FacetCounter other)
    {
        foreach (var (number, count) in ((NumberFacetCounter)other)._counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, number, out _) += count;
        }
    }

    /// <summary>All values, ascending.</summary>
    public override IReadOnlyList<FacetCount> Counts()
    {
        var numbers = new long[_counts.Count];
        _counts.Keys.CopyTo(numbers, 0);
        Array.Sort(numbers);
        return Array.ConvertAll(numbers, number => new FacetCount(number.ToString(CultureInfo.InvariantCulture), _counts[number]));
    }
}
