using System.Buffers.Binary;

namespace PolicySearch.Engine.Formats;

/// <summary>Reads records; see <see cref="RecordsFormat"/>.</summary>
internal sealed class RecordsReader
{
    private readonly IndexInput _input;
    private readonly long _docsAt;
    private readonly long _keyTableAt;
    private readonly long _orderAt;
    private readonly long _keysAt;
    private readonly long _keysLength;
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

        _docsAt = meta.ReadInt64();
        _keyTableAt = meta.ReadInt64();
        _orderAt = meta.ReadInt64();
        _keysAt = meta.ReadInt64();
        _keysLength = meta.ReadInt64();
        input.CheckRange(_docsAt, (recordCount + 1L) * 4, "document table");
        input.CheckRange(_keyTableAt, (recordCount + 1L) * 8, "key table");
        input.CheckRange(_orderAt, recordCount * 4L, "order of keys");
        input.CheckRange(_keysAt, _keysLength, "keys");
    }

    public int Count { get; }

    public int FirstDoc(int record)
    {
        var at = _docsAt + (record * 4L);
        var doc = BinaryPrimitives.ReadUInt32LittleEndian(_input.Slice(at, 4));
        return doc <= (uint)_maxDoc ? (int)doc : throw _input.Damaged(at, $"expected a document up to {_maxDoc}, found {doc}");
    }

    public (int Start, int End) Documents(int record)
    {
        Check(record);
        var (start, end) = (FirstDoc(record), FirstDoc(record + 1));
        return start <= end ? (start, end) : throw _input.Damaged(_docsAt + (record * 4L), $"expected ascending documents, found {start} before {end}");
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

    public ReadOnlySpan<byte> Key(int record)
    {
        Check(record);
        var at = _keyTableAt + (record * 8L);
        var entries = _input.Slice(at, 16);
        var start = BinaryPrimitives.ReadInt64LittleEndian(entries);
        var end = BinaryPrimitives.ReadInt64LittleEndian(entries[8..]);
        return start >= 0 && start <= end && end <= _keysLength && end - start <= RecordsFormat.MaxKeyLength
            ? _input.Slice(_keysAt + start, (int)(end - start))
            : throw _input.Damaged(at, $"expected the bounds of a key, found {start} and {end}");
    }

    /// <summary>The live record with this key, or -1.</summary>
    public int Find(ReadOnlySpan<byte> key, Segments.LiveRecords? live)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (Key(Sorted(middle)).SequenceCompareTo(key) < 0)
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
            if (!Key(record).SequenceEqual(key))
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
        var at = _orderAt + (place * 4L);
        var record = BinaryPrimitives.ReadUInt32LittleEndian(_input.Slice(at, 4));
        return record < (uint)Count ? (int)record : throw _input.Damaged(at, $"expected a record below {Count}, found {record}");
    }

    private void Check(int record)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(record);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(record, Count);
    }
}
