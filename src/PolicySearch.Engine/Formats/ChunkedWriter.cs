using System.IO.Compression;
using System.Runtime.InteropServices;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Formats;

/// <summary>Collects one stream of <see cref="StoredFormat"/> in compressed chunks.</summary>
/// <param name="isText">Whether the stream is UTF-16.</param>
/// <param name="output">Takes chunks as soon as they are complete; where it is null they wait for <see cref="Finish"/>.</param>
/// <param name="waiting">Where they wait.</param>
internal sealed class ChunkedWriter(bool isText, IndexOutput? output, PagedBytes waiting)
{
    // Quality 3 of Brotli: most of the gain at a tenth of the time of the highest; the window holds a chunk.
    private const int Quality = 3;
    private const int WindowBits = 16;

    /// <summary>So many whole chunks outweigh the two short ones at the ends of what is copied.</summary>
    private const int LeastChunksToCopy = 8;

    private readonly byte[] _chunk = new byte[StoredFormat.ChunkBytes];
    private readonly LinearTableWriter _starts = new();
    private readonly LinearTableWriter _places = new();
    private readonly LinearTableWriter _lengths = new();
    private readonly LinearTableWriter _items = new();
    private byte[] _utf8 = [];
    private byte[] _compressed = [];
    private int _inChunk;
    private long _length;

    /// <summary>Bytes of memory in use.</summary>
    public long Bytes => waiting.Bytes + _starts.Bytes + _places.Bytes + _lengths.Bytes + _items.Bytes + _chunk.Length + _utf8.Length + _compressed.Length;

    /// <summary>Starts the next item.</summary>
    public void StartItem() => _items.Add(_length);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(bytes.Length, _chunk.Length - _inChunk);
            bytes[..taken].CopyTo(_chunk.AsSpan(_inChunk));
            _inChunk += taken;
            _length += taken;
            bytes = bytes[taken..];
            if (_inChunk == _chunk.Length)
            {
                FinishChunk();
            }
        }
    }

    /// <summary>Adds items <paramref name="from"/> to <paramref name="to"/> of another stream. Where many chunks lie wholly in them, those are taken without being decoded.</summary>
    public void Copy(ChunkedReader source, int from, int to)
    {
        if (from == to)
        {
            return;
        }

        var (start, end) = (source.Item(from).Start, source.Item(to - 1).End);
        var shift = _length - start;
        for (var item = from; item < to; item++)
        {
            _items.Add(source.Item(item).Start + shift);
        }

        var (first, last) = ChunksToCopy(source.Chunks, start, end);
        if (first < last)
        {
            Decode(source, start, source.Chunks.Span(first).Start);
            FinishChunk();
            for (var chunk = first; chunk < last; chunk++)
            {
                var span = source.Chunks.Span(chunk);
                var stored = source.Chunks.Stored(chunk);
                Keep(stored[0], stored[1..], _length);
                _length += span.End - span.Start;
                start = span.End;
            }
        }

        Decode(source, start, end);
    }

    /// <summary>Writes the rest of the chunks and the tables, and the stream's line in meta.</summary>
    public void Finish(IndexOutput target, ByteWriter meta)
    {
        FinishChunk();
        meta.WriteVarint(_length);
        meta.WriteVarint(_places.Count);
        meta.WriteVarint(_items.Count);
        meta.WriteVarint(output is null ? target.Position : 0);
        foreach (var part in waiting.Parts)
        {
            target.Write(part.Span);
        }

        _starts.Add(_length);
        _starts.Write(target, meta);
        _places.Write(target, meta);
        _lengths.Write(target, meta);
        _items.Add(_length);
        _items.Write(target, meta);
    }

    /// <summary>Gives the memory of waiting chunks back.</summary>
    public void Release() => waiting.Release();

    /// <summary>The chunks that lie wholly between two bytes; none where they are too few or too short.</summary>
    private static (int First, int Last) ChunksToCopy(ChunkTable chunks, long start, long end)
    {
        if (end - start < (long)LeastChunksToCopy * StoredFormat.ChunkBytes / 2)
        {
            return default;
        }

        var first = chunks.Find(start);
        first += chunks.Span(first).Start < start ? 1 : 0;
        var last = end == chunks.Length ? chunks.Count : chunks.Find(end);
        var isWorthIt = last - first >= LeastChunksToCopy
            && chunks.Span(last - 1).End - chunks.Span(first).Start >= (last - first) * (StoredFormat.ChunkBytes / 2L);
        return isWorthIt ? (first, last) : default;
    }

    private void Decode(ChunkedReader source, long start, long end)
    {
        Span<byte> bytes = stackalloc byte[4096];
        while (start < end)
        {
            var part = bytes[..(int)Math.Min(bytes.Length, end - start)];
            source.Read(start, part);
            Write(part);
            start += part.Length;
        }
    }

    private void FinishChunk()
    {
        if (_inChunk == 0)
        {
            return;
        }

        var chunk = _chunk.AsSpan(0, _inChunk);
        var start = _length - _inChunk;
        _inChunk = 0;
        if (_compressed.Length == 0)
        {
            _utf8 = new byte[isText ? StoredFormat.ChunkBytes * 3 / 2 : 0];
            _compressed = new byte[BrotliEncoder.GetMaxCompressedLength(StoredFormat.ChunkBytes * 3 / 2)];
        }

        ReadOnlySpan<byte> source = chunk;
        var encoding = StoredFormat.Brotli;
        if (isText && TryUtf8(chunk, out var length))
        {
            source = _utf8.AsSpan(0, length);
            encoding = StoredFormat.BrotliUtf8;
        }

        if (BrotliEncoder.TryCompress(source, _compressed, out var written, Quality, WindowBits) && written < chunk.Length)
        {
            Keep(encoding, _compressed.AsSpan(0, written), start);
        }
        else
        {
            Keep(StoredFormat.AsIs, chunk, start);
        }
    }

    private void Keep(byte encoding, ReadOnlySpan<byte> bytes, long start)
    {
        _starts.Add(start);
        _lengths.Add(bytes.Length + 1);
        if (output is null)
        {
            _places.Add(waiting.Length);
            waiting.Write([encoding]);
            waiting.Write(bytes);
        }
        else
        {
            _places.Add(output.Position);
            output.Write([encoding]);
            output.Write(bytes);
        }
    }

    /// <summary>Encodes the text; false where it has half a surrogate pair, as at a chunk's edge, which UTF-8 cannot keep.</summary>
    private bool TryUtf8(ReadOnlySpan<byte> chunk, out int length) =>
        System.Text.Unicode.Utf8.FromUtf16(MemoryMarshal.Cast<byte, char>(chunk), _utf8, out _, out length, replaceInvalidSequences: false)
            == System.Buffers.OperationStatus.Done;
}
