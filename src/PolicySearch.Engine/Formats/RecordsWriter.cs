namespace PolicySearch.Engine.Formats;

/// <summary>Collects records and writes them; see <see cref="RecordsFormat"/>.</summary>
internal sealed class RecordsWriter
{
    private readonly LinearTableWriter _docs = new();
    private readonly LinearTableWriter _blocks = new();
    private readonly ByteWriter _keys = new();
    private byte[] _last = new byte[64];
    private int _lastLength;
    private bool _isAscending = true;

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<byte> key, int firstDoc)
    {
        var last = _last.AsSpan(0, _lastLength);
        _isAscending &= last.SequenceCompareTo(key) <= 0;
        if (Count % RecordsFormat.BlockSize == 0)
        {
            _blocks.Add(_keys.Length);
            last = default;
        }

        KeyCoding.Write(_keys, last, key);
        _docs.Add(firstDoc);
        Count++;
        if (_last.Length < key.Length)
        {
            _last = new byte[key.Length * 2];
        }

        key.CopyTo(_last);
        _lastLength = key.Length;
    }

    public FileSeal Write(IndexOutput output, int maxDoc)
    {
        var meta = new ByteWriter();
        meta.WriteVarint(Count);
        meta.WriteVarint(output.Position);
        output.Write(_keys.Written);
        _docs.Add(maxDoc);
        _docs.Write(output, meta);
        _blocks.Add(_keys.Length);
        _blocks.Write(output, meta);
        var order = new LinearTableWriter();
        foreach (var record in SortByKey())
        {
            order.Add(record);
        }

        order.Write(output, meta);
        return output.Finish(meta.Written);
    }

    private int[] SortByKey()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        if (!_isAscending)
        {
            Sort(order);
        }

        return order;
    }

    private void Sort(int[] order)
    {
        var keys = new ByteWriter();
        var ends = new int[Count + 1];
        var cursor = new ByteCursor(_keys.Written, "keys", 0);
        var length = 0;
        for (var record = 0; record < Count; record++)
        {
            length = KeyCoding.Read(ref cursor, ref _last, record % RecordsFormat.BlockSize == 0 ? 0 : length);
            keys.Write(_last.AsSpan(0, length));
            ends[record + 1] = keys.Length;
        }

        ReadOnlySpan<byte> Key(int record) => keys.Written[ends[record]..ends[record + 1]];
        Array.Sort(order, (a, b) =>
        {
            var byKey = Key(a).SequenceCompareTo(Key(b));
            return byKey != 0 ? byKey : a.CompareTo(b);
        });
    }
}
