using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace PolicySearch.Engine.Formats;

/// <summary>Reads one stream of <see cref="StoredFormat"/>; safe for use by many threads.</summary>
internal sealed class ChunkedReader
{
    private readonly IndexInput _input;
    private readonly int _itemCount;
    private readonly NumberTable _items;
    private Chunk? _last;

    /// <summary>Reads the stream's line in meta.</summary>
    public ChunkedReader(IndexInput input, ref ByteCursor meta, int itemCount)
    {
        _input = input;
        var length = meta.ReadInt64();
        var chunkCount = meta.ReadInt32();
        if (input.Version == 1)
        {
            Chunks = new EqualChunks(input, length, chunkCount, meta.ReadInt64());
            _itemCount = meta.ReadInt32();
            _items = new PlainTable(input, meta.ReadInt64(), _itemCount + 1L, sizeof(ulong), "item table");
        }
        else
        {
            _itemCount = meta.ReadInt32();
            Chunks = new UnequalChunks(input, ref meta, length, chunkCount);
            _items = new LinearTable(input, ref meta, _itemCount + 1L, "item table");
        }

        if (_itemCount != itemCount)
        {
            throw input.Damaged(meta.Offset, $"expected {itemCount} items, found {_itemCount}");
        }
    }

    public ChunkTable Chunks { get; }

    /// <summary>Where an item stands in the stream.</summary>
    public (long Start, long End) Item(int item)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(item);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(item, _itemCount);
        var (start, end) = (_items[item], _items[item + 1L]);
        return start >= 0 && start <= end && end <= Chunks.Length && end - start <= Array.MaxLength
            ? (start, end)
            : throw _input.Damaged(_items.Start, $"expected the bounds of item {item} in {Chunks.Length} bytes, found {start} and {end}");
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
            var chunk = ReadChunk(Chunks.Find(start));
            if (start < chunk.Start || start >= chunk.Start + chunk.Bytes.Length)
            {
                throw _input.Damaged(-1, $"expected byte {start} of the stream in chunk {chunk.Number}, which begins at {chunk.Start}");
            }

            var bytes = chunk.Bytes.AsSpan((int)(start - chunk.Start));
            bytes = bytes[..Math.Min(target.Length, bytes.Length)];
            bytes.CopyTo(target);
            target = target[bytes.Length..];
            start += bytes.Length;
        }
    }

    /// <summary>A chunk; the last one read is kept.</summary>
    private Chunk ReadChunk(int number)
    {
        // The table is looked at first, so that reading after the end of the lease fails for a kept chunk too.
        var (start, end) = Chunks.Span(number);
        var stored = Chunks.Stored(number);
        if (Volatile.Read(ref _last) is { } last && last.Number == number)
        {
            return last;
        }

        var bytes = new byte[end - start];
        if (!TryDecode(stored, bytes))
        {
            throw _input.Damaged(-1, $"expected chunk {number} to unpack to {bytes.Length} bytes");
        }

        var chunk = new Chunk(number, start, bytes);
        Volatile.Write(ref _last, chunk);
        return chunk;
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

    private sealed record Chunk(int Number, long Start, byte[] Bytes);
}
