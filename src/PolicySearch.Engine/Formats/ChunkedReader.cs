using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace PolicySearch.Engine.Formats;

/// <summary>Reads one stream of <see cref="StoredFormat"/>; safe for use by many threads.</summary>
internal sealed class ChunkedReader
{
    private readonly IndexInput _input;
    private readonly long _length;
    private readonly int _chunkCount;
    private readonly long _chunksAt;
    private readonly int _itemCount;
    private readonly long _itemsAt;
    private Chunk? _last;

    /// <summary>Reads the stream's line in meta.</summary>
    public ChunkedReader(IndexInput input, ref ByteCursor meta, int itemCount)
    {
        _input = input;
        _length = meta.ReadInt64();
        _chunkCount = meta.ReadInt32();
        _chunksAt = meta.ReadInt64();
        _itemCount = meta.ReadInt32();
        _itemsAt = meta.ReadInt64();
        if (_itemCount != itemCount || _chunkCount != (_length + StoredFormat.ChunkBytes - 1) / StoredFormat.ChunkBytes)
        {
            throw input.Damaged(meta.Offset, $"expected {itemCount} items and chunks for {_length} bytes, found {_itemCount} items and {_chunkCount} chunks");
        }

        input.CheckRange(_chunksAt, (long)_chunkCount * StoredFormat.ChunkEntry, "chunk table");
        input.CheckRange(_itemsAt, (_itemCount + 1L) * 8, "item table");
    }

    /// <summary>Where an item stands in the stream.</summary>
    public (long Start, long End) Item(int item)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(item);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(item, _itemCount);
        var at = _itemsAt + (item * 8L);
        var entries = _input.Slice(at, 16);
        var start = BinaryPrimitives.ReadInt64LittleEndian(entries);
        var end = BinaryPrimitives.ReadInt64LittleEndian(entries[8..]);
        return start >= 0 && start <= end && end <= _length && end - start <= Array.MaxLength
            ? (start, end)
            : throw _input.Damaged(at, $"expected the bounds of an item in {_length} bytes, found {start} and {end}");
    }

    /// <summary>A whole item.</summary>
    public byte[] ReadItem(int item)
    {
        var (start, end) = Item(item);
        var bytes = new byte[end - start];
        Read(start, bytes);
        return bytes;
    }

    /// <summary>Fills <paramref name="target"/> with the stream's bytes from <paramref name="start"/>; reads only the chunks that hold them.</summary>
    public void Read(long start, Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            var chunk = ReadChunk((int)(start / StoredFormat.ChunkBytes));
            var at = (int)(start % StoredFormat.ChunkBytes);
            var taken = Math.Min(target.Length, chunk.Length - at);
            chunk.AsSpan(at, taken).CopyTo(target);
            target = target[taken..];
            start += taken;
        }
    }

    /// <summary>A chunk's bytes; the last one read is kept.</summary>
    public byte[] ReadChunk(int number)
    {
        var entry = _input.Slice(_chunksAt + ((long)number * StoredFormat.ChunkEntry), StoredFormat.ChunkEntry);
        if (Volatile.Read(ref _last) is { } last && last.Number == number)
        {
            return last.Bytes;
        }

        var offset = BinaryPrimitives.ReadInt64LittleEndian(entry);
        var length = BinaryPrimitives.ReadInt32LittleEndian(entry[8..]);
        _input.CheckRange(offset, length, $"chunk {number}");
        var bytes = new byte[Math.Min(StoredFormat.ChunkBytes, _length - ((long)number * StoredFormat.ChunkBytes))];
        if (length == 0 || !TryDecode(_input.Slice(offset, length), bytes))
        {
            throw _input.Damaged(offset, $"expected a chunk that unpacks to {bytes.Length} bytes");
        }

        Volatile.Write(ref _last, new Chunk(number, bytes));
        return bytes;
    }

    private static bool TryDecode(ReadOnlySpan<byte> stored, Span<byte> target)
    {
        var bytes = stored[1..];
        switch (stored[0])
        {
            case StoredFormat.AsIs:
                return bytes.Length == target.Length && bytes.TryCopyTo(target);
            case StoredFormat.Brotli:
                return BrotliDecoder.TryDecompress(bytes, target, out var written) && written == target.Length;
            case StoredFormat.BrotliUtf8:
                var utf8 = new byte[target.Length * 3 / 2];
                return BrotliDecoder.TryDecompress(bytes, utf8, out var length)
                    && Utf8.ToUtf16(utf8.AsSpan(0, length), MemoryMarshal.Cast<byte, char>(target), out _, out var units, replaceInvalidSequences: false)
                        == System.Buffers.OperationStatus.Done
                    && units * sizeof(char) == target.Length;
            default:
                return false;
        }
    }

    private sealed record Chunk(int Number, byte[] Bytes);
}
