using System.IO.Compression;
using System.Runtime.InteropServices;

namespace PolicySearch.Engine.Formats;

/// <summary>Collects one stream of <see cref="StoredFormat"/> in compressed chunks. Chunks wait in memory until they are drained to the file.</summary>
internal sealed class ChunkedWriter(bool isText)
{
    // Quality 3 of Brotli: most of the gain at a tenth of the time of the highest; the window holds a chunk.
    private const int Quality = 3;
    private const int WindowBits = 16;

    private readonly byte[] _chunk = new byte[StoredFormat.ChunkBytes];
    private readonly byte[] _utf8 = new byte[StoredFormat.ChunkBytes * 3 / 2];
    private readonly byte[] _compressed = new byte[BrotliEncoder.GetMaxCompressedLength(StoredFormat.ChunkBytes * 3 / 2)];
    private readonly ByteWriter _waiting = new();
    private readonly List<int> _waitingLengths = [];
    private readonly List<(long Offset, int Length)> _chunks = [];
    private readonly List<long> _starts = [];
    private int _inChunk;
    private long _length;

    /// <summary>Bytes of memory in use.</summary>
    public long Bytes => _waiting.Length + (_starts.Count * 8L);

    /// <summary>Starts the next item.</summary>
    public void StartItem() => _starts.Add(_length);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(bytes.Length, _chunk.Length - _inChunk);
            bytes[..taken].CopyTo(_chunk.AsSpan(_inChunk));
            _inChunk += taken;
            bytes = bytes[taken..];
            if (_inChunk == _chunk.Length)
            {
                FinishChunk();
            }
        }
    }

    /// <summary>Writes the chunks that are complete to the file.</summary>
    public void Drain(IndexOutput output)
    {
        var at = 0;
        foreach (var length in _waitingLengths)
        {
            _chunks.Add((output.Position, length));
            output.Write(_waiting.Written.Slice(at, length));
            at += length;
        }

        _waiting.Clear();
        _waitingLengths.Clear();
    }

    /// <summary>Writes the rest of the chunks and the tables; adds the stream's line to meta.</summary>
    public void Finish(IndexOutput output, ByteWriter meta)
    {
        if (_inChunk > 0)
        {
            FinishChunk();
        }

        Drain(output);
        meta.WriteVarint(_length);
        meta.WriteVarint(_chunks.Count);
        meta.WriteVarint(output.Position);
        var table = new ByteWriter();
        foreach (var (offset, length) in _chunks)
        {
            table.WriteUInt64((ulong)offset);
            table.WriteUInt32((uint)length);
        }

        meta.WriteVarint(_starts.Count);
        meta.WriteVarint(output.Position + table.Length);
        foreach (var start in _starts)
        {
            table.WriteUInt64((ulong)start);
        }

        table.WriteUInt64((ulong)_length);
        output.Write(table.Written);
    }

    private void FinishChunk()
    {
        var chunk = _chunk.AsSpan(0, _inChunk);
        _inChunk = 0;
        var source = chunk;
        var encoding = StoredFormat.Brotli;
        if (isText && TryUtf8(chunk, out var length))
        {
            source = _utf8.AsSpan(0, length);
            encoding = StoredFormat.BrotliUtf8;
        }

        if (BrotliEncoder.TryCompress(source, _compressed, out var written, Quality, WindowBits) && written < chunk.Length)
        {
            Keep(encoding, _compressed.AsSpan(0, written));
        }
        else
        {
            Keep(StoredFormat.AsIs, chunk);
        }
    }

    private void Keep(byte encoding, ReadOnlySpan<byte> bytes)
    {
        _waiting.WriteByte(encoding);
        _waiting.Write(bytes);
        _waitingLengths.Add(bytes.Length + 1);
    }

    /// <summary>Encodes the text; false where it has half a surrogate pair, as at a chunk's edge, which UTF-8 cannot keep.</summary>
    private bool TryUtf8(ReadOnlySpan<byte> chunk, out int length) =>
        System.Text.Unicode.Utf8.FromUtf16(MemoryMarshal.Cast<byte, char>(chunk), _utf8, out _, out length, replaceInvalidSequences: false)
            == System.Buffers.OperationStatus.Done;
}
