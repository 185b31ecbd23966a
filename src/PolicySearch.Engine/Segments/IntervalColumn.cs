using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Segments;

/// <summary>The values of an interval field.</summary>
public sealed class IntervalColumn
{
    private readonly IndexInput _input;
    private readonly PackedTable _offsets;
    private readonly PackedTable _froms;
    private readonly PackedTable _lengths;
    private readonly ulong _least;
    private readonly int _maxDoc;

    internal IntervalColumn(IndexInput input, ref ByteCursor meta, int maxDoc)
    {
        _input = input;
        _maxDoc = maxDoc;
        var count = meta.ReadInt32();
        MaxValuesPerDocument = meta.ReadInt32(count);
        _offsets = PackedTable.Read(input, ref meta, maxDoc + 1L);
        _least = meta.ReadUInt64();
        _froms = PackedTable.Read(input, ref meta, count);
        _lengths = PackedTable.Read(input, ref meta, count);
    }

    /// <summary>The most intervals that a document has.</summary>
    public int MaxValuesPerDocument { get; }

    /// <summary>Writes the document's intervals in the order in which they were added, and gives their number.</summary>
    public int Read(int doc, Span<Interval> intervals)
    {
        ColumnBounds.Check(doc, _maxDoc);
        var (start, count) = ColumnBounds.Values(_input, _offsets, doc, MaxValuesPerDocument);
        for (var i = 0; i < count; i++)
        {
            var from = _least + _froms[start + i];
            intervals[i] = new Interval((long)from, (long)(from + _lengths[start + i]));
        }

        return count;
    }
}
