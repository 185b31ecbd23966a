namespace PolicySearch.Engine.Formats;

/// <summary>Writes records; see <see cref="RecordsFormat"/>. Keys go to the file as they come.</summary>
internal sealed class RecordsWriter(IndexOutput output)
{
    private const int DrainLength = 1 << 12;

    private readonly LinearTableWriter _docs = new();
    private readonly LinearTableWriter _blocks = new();
    private readonly ByteWriter _keys = new();
    private readonly long _start = output.Position;
    private byte[] _last = new byte[64];
    private int _lastLength;

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<byte> key, int firstDoc)
    {
        var last = _last.AsSpan(0, _lastLength);
        if (Count % RecordsFormat.BlockSize == 0)
        {
            _blocks.Add(KeyBytes);
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
        if (_keys.Length >= DrainLength)
        {
            Drain();
        }
    }

    /// <summary>Writes the tables.</summary>
    /// <param name="maxDoc">Number of documents.</param>
    /// <param name="order">All records in the order of their keys, equal ones by number.</param>
    public FileSeal Finish(int maxDoc, IEnumerable<int> order)
    {
        Drain();
        var meta = new ByteWriter();
        meta.WriteVarint(Count);
        meta.WriteVarint(_start);
        _docs.Add(maxDoc);
        _blocks.Add(KeyBytes);
        _docs.Write(output, meta);
        _blocks.Write(output, meta);
        var places = new LinearTableWriter(output);
        foreach (var record in order)
        {
            places.Add(record);
        }

        places.Write(output, meta);
        return output.Finish(meta.Written);
    }

    private long KeyBytes => output.Position - _start + _keys.Length;

    private void Drain()
    {
        output.Write(_keys.Written);
        _keys.Clear();
    }
}
