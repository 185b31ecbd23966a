namespace PolicySearch.Engine.Formats;

/// <summary>Records: their keys, and which documents belong to each.</summary>
/// <remarks>
/// A record's documents are numbered one after the other, and records follow each other in the same order, so one number a record is enough. A record may have no document.
/// <code>
/// body   document table: for each record its first document u32; then the number of documents u32
///        key table: for each record the start of its key u64 (from the start of the keys); then the end u64
///        order: record numbers u32, sorted by key bytes, equal keys by record
///        keys: UTF-8
/// meta   number of records varint, offsets of the four parts varint, length of the keys varint
/// </code>
/// A key occurs more than once in a segment when a block was replaced before the segment was written; at most one of them is live.
/// <para>History: version 1.</para>
/// </remarks>
internal static class RecordsFormat
{
    /// <summary>Longest key in UTF-8 bytes.</summary>
    public const int MaxKeyLength = 32766;

    public static readonly FileFormat Format = new("records", 1, 1);
}

/// <summary>Collects records and writes them.</summary>
internal sealed class RecordsWriter
{
    private readonly List<int> _firstDocs = [];
    private readonly List<long> _keyStarts = [];
    private readonly ByteWriter _keys = new();

    public int Count => _firstDocs.Count;

    public long Bytes => _keys.Length + (_firstDocs.Count * 16L);

    public void Add(ReadOnlySpan<byte> key, int firstDoc)
    {
        _firstDocs.Add(firstDoc);
        _keyStarts.Add(_keys.Length);
        _keys.Write(key);
    }

    public FileSeal Write(IndexOutput output, int maxDoc)
    {
        var meta = new ByteWriter();
        var table = new ByteWriter();
        meta.WriteVarint(Count);
        meta.WriteVarint(output.Position);
        foreach (var doc in _firstDocs)
        {
            table.WriteUInt32((uint)doc);
        }

        table.WriteUInt32((uint)maxDoc);
        meta.WriteVarint(output.Position + table.Length);
        foreach (var start in _keyStarts)
        {
            table.WriteUInt64((ulong)start);
        }

        table.WriteUInt64((ulong)_keys.Length);
        meta.WriteVarint(output.Position + table.Length);
        foreach (var record in SortByKey())
        {
            table.WriteUInt32((uint)record);
        }

        meta.WriteVarint(output.Position + table.Length);
        meta.WriteVarint(_keys.Length);
        output.Write(table.Written);
        output.Write(_keys.Written);
        return output.Finish(meta.Written);
    }

    private int[] SortByKey()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) =>
        {
            var byKey = Key(a).SequenceCompareTo(Key(b));
            return byKey != 0 ? byKey : a.CompareTo(b);
        });
        return order;
    }

    private ReadOnlySpan<byte> Key(int record)
    {
        var start = _keyStarts[record];
        var end = record + 1 < Count ? _keyStarts[record + 1] : _keys.Length;
        return _keys.Written[(int)start..(int)end];
    }
}
