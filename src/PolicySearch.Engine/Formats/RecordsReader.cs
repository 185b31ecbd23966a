using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>Reads records; see <see cref="RecordsFormat"/>.</summary>
internal sealed class RecordsReader
{
    private readonly IndexInput _input;
    private readonly NumberTable _docs;
    private readonly NumberTable _order;
    private readonly int _maxDoc;

    public RecordsReader(IndexInput input, int recordCount, int maxDoc)
    {
        _input = input;
        _maxDoc = maxDoc;
        Count = recordCount;
        var meta = input.ReadMeta();
        var found = meta.ReadInt32();
        if (found != recordCount)
        {
            throw input.Damaged(input.BodyEnd, $"expected {recordCount} records, found {found}");
        }

        if (input.Version == 1)
        {
            _docs = new PlainTable(input, meta.ReadInt64(), recordCount + 1L, sizeof(uint), "document table");
            KeyPlaces = new PlainTable(input, meta.ReadInt64(), recordCount + 1L, sizeof(ulong), "key table");
            _order = new PlainTable(input, meta.ReadInt64(), recordCount, sizeof(uint), "order of keys");
            KeysAt = meta.ReadInt64();
            input.CheckRange(KeysAt, meta.ReadInt64(), "keys");
            return;
        }

        KeysAt = meta.ReadInt64();
        _docs = new LinearTable(input, ref meta, recordCount + 1L, "document table");
        KeyPlaces = new LinearTable(input, ref meta, ((recordCount + RecordsFormat.BlockSize - 1L) / RecordsFormat.BlockSize) + 1, "places of keys");
        _order = new LinearTable(input, ref meta, recordCount, "order of keys");
        KeyBlock = RecordsFormat.BlockSize;
    }

    public int Count { get; }

    /// <summary>Records whose keys begin in one place: 1 in version 1.</summary>
    public int KeyBlock { get; } = 1;

    /// <summary>Where the keys of each such group begin, from <see cref="KeysAt"/>, and their end.</summary>
    public NumberTable KeyPlaces { get; }

    public long KeysAt { get; }

    public int FirstDoc(int record)
    {
        var doc = _docs[record];
        return (ulong)doc <= (ulong)_maxDoc ? (int)doc : throw _input.Damaged(_docs.Start, $"expected a document up to {_maxDoc} for record {record}, found {doc}");
    }

    public (int Start, int End) Documents(int record)
    {
        Check(record);
        var (start, end) = (FirstDoc(record), FirstDoc(record + 1));
        return start <= end ? (start, end) : throw _input.Damaged(_docs.Start, $"expected ascending documents, found {start} before {end} at record {record}");
    }

    /// <summary>The last record that starts at or before the document; records without documents start where the next one does.</summary>
    public int RecordOf(int doc)
    {
        int low = 0, high = Count - 1;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high + 1) / 2);
            if (FirstDoc(middle) <= doc)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    public byte[] Key(int record) => Keys().Read(record).ToArray();

    /// <summary>For reading many keys.</summary>
    public RecordKeys Keys() => new(this, _input);

    /// <summary>The live record with this key, or -1.</summary>
    public int Find(ReadOnlySpan<byte> key, LiveRecords? live)
    {
        var keys = Keys();
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (keys.Read(Sorted(middle)).SequenceCompareTo(key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (; low < Count; low++)
        {
            var record = Sorted(low);
            if (!keys.Read(record).SequenceEqual(key))
            {
                break;
            }

            if (live is null || live.IsLive(record))
            {
                return record;
            }
        }

        return -1;
    }

    /// <summary>The record at a place in the order of keys.</summary>
    public int Sorted(int place)
    {
        var record = _order[place];
        return (ulong)record < (ulong)Count ? (int)record : throw _input.Damaged(_order.Start, $"expected a record below {Count} at place {place}, found {record}");
    }

    public void Check(int record)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(record);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(record, Count);
    }
}
