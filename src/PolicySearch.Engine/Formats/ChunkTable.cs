using System.Buffers.Binary;

namespace PolicySearch.Engine.Formats;

/// <summary>Where the chunks of a stream of <see cref="StoredFormat"/> are.</summary>
internal abstract class ChunkTable(IndexInput input, long length, int count)
{
    public int Count => count;

    /// <summary>Bytes in the whole stream.</summary>
    public long Length => length;

    protected IndexInput Input => input;

    /// <summary>The chunk's part of the stream.</summary>
    public abstract (long Start, long End) Span(int chunk);

    /// <summary>Its bytes as they stand in the file, the encoding first.</summary>
    public ReadOnlySpan<byte> Stored(int chunk)
    {
        var (place, bytes) = Place(chunk);
        input.CheckRange(place, bytes, $"chunk {chunk}");
        return bytes is > 0 and <= int.MaxValue ? input.Slice(place, (int)bytes) : throw input.Damaged(place, $"expected a chunk that takes 1 to {int.MaxValue} bytes, found {bytes}");
    }

    /// <summary>The chunk that holds a byte of the stream.</summary>
    public abstract int Find(long position);

    protected abstract (long Offset, long Length) Place(int chunk);
}

/// <summary>Chunks of equal length.</summary>
internal sealed class EqualChunks : ChunkTable
{
    private readonly long _table;

    public EqualChunks(IndexInput input, long length, int count, long table)
        : base(input, length, count)
    {
        if (count != (length + StoredFormat.ChunkBytes - 1) / StoredFormat.ChunkBytes)
        {
            throw input.Damaged(table, $"expected chunks for {length} bytes, found {count}");
        }

        input.CheckRange(table, (long)count * StoredFormat.ChunkEntryOfVersion1, "chunk table");
        _table = table;
    }

    public override (long Start, long End) Span(int chunk)
    {
        var start = (long)chunk * StoredFormat.ChunkBytes;
        return (start, Math.Min(Length, start + StoredFormat.ChunkBytes));
    }

    public override int Find(long position) => (int)(position / StoredFormat.ChunkBytes);

    protected override (long Offset, long Length) Place(int chunk)
    {
        var entry = Input.Slice(_table + ((long)chunk * StoredFormat.ChunkEntryOfVersion1), StoredFormat.ChunkEntryOfVersion1);
        return (BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadInt32LittleEndian(entry[8..]));
    }
}

/// <summary>Chunks of any length.</summary>
internal sealed class UnequalChunks : ChunkTable
{
    private readonly LinearTable _starts;
    private readonly LinearTable _places;
    private readonly LinearTable _lengths;
    private readonly long _base;

    public UnequalChunks(IndexInput input, ref ByteCursor meta, long length, int count)
        : base(input, length, count)
    {
        _base = meta.ReadInt64(input.BodyEnd);
        _starts = new LinearTable(input, ref meta, count + 1L, "starts of chunks");
        _places = new LinearTable(input, ref meta, count, "places of chunks");
        _lengths = new LinearTable(input, ref meta, count, "lengths of chunks");
    }

    public override (long Start, long End) Span(int chunk)
    {
        var (start, end) = (_starts[chunk], _starts[chunk + 1L]);
        return start >= 0 && start < end && end <= Length && end - start <= StoredFormat.ChunkBytes
            ? (start, end)
            : throw Input.Damaged(_starts.Start, $"expected a chunk of 1 to {StoredFormat.ChunkBytes} bytes in {Length}, found {start} to {end} for chunk {chunk}");
    }

    public override int Find(long position)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (_starts[middle + 1L] <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        // In a damaged table the search may end anywhere; Span and the caller see that.
        return low < Count ? low : throw Input.Damaged(_starts.Start, $"expected a chunk that holds byte {position}");
    }

    protected override (long Offset, long Length) Place(int chunk) => (_base + _places[chunk], _lengths[chunk]);
}
