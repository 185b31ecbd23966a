namespace PolicySearch.Engine.Formats;

/// <summary>Reads keys; the next one costs least. Not safe for use by many threads.</summary>
internal sealed class RecordKeys(RecordsReader records, IndexInput input)
{
    private byte[] _key = new byte[64];
    private int _length;
    private int _next = -1;
    private long _at;
    private long _end;

    /// <summary>A record's key; valid until the next call.</summary>
    public ReadOnlySpan<byte> Read(int record)
    {
        records.Check(record);
        if (records.KeyBlock == 1)
        {
            StartBlock(record);
            return input.Slice(_at, (int)(_end - _at));
        }

        if (record != _next || record % records.KeyBlock == 0)
        {
            StartBlock(record / records.KeyBlock);
            _next = record / records.KeyBlock * records.KeyBlock;
        }

        while (_next <= record)
        {
            Step();
        }

        return _key.AsSpan(0, _length);
    }

    private void StartBlock(int block)
    {
        var (start, end) = (records.KeyPlaces[block], records.KeyPlaces[block + 1]);
        if (start < 0 || start > end || end - start > RecordsFormat.MaxKeyLength * 2L * records.KeyBlock)
        {
            throw input.Damaged(records.KeyPlaces.Start, $"expected the bounds of keys, found {start} and {end} at {block}");
        }

        input.CheckRange(records.KeysAt + start, end - start, "keys");
        _at = records.KeysAt + start;
        _end = records.KeysAt + end;
        _length = 0;
    }

    private void Step()
    {
        var cursor = input.Read(_at, (int)(_end - _at));
        _length = KeyCoding.Read(ref cursor, ref _key, _length);
        _at = cursor.Offset;
        _next++;
    }
}
