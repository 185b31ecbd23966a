using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>The positions of the document at which an enumeration stands; see <see cref="PostingsFormat"/>.</summary>
internal sealed class PositionsBlock(IndexInput input, TermState state)
{
    private readonly int _blockCount = (state.DocFreq + PostingsFormat.BlockSize - 1) / PostingsFormat.BlockSize;
    private int _number = -1;
    private long _start;
    private int _width;
    private int _index;
    private long _before;
    private int _read;
    private int _last;

    /// <summary>Goes back to the beginning.</summary>
    public void Restart() => _number = -1;

    /// <summary>All positions of document <paramref name="index"/> of a block, each once; within a block the index only grows.</summary>
    /// <param name="number">The block.</param>
    /// <param name="index">The document's place in it.</param>
    /// <param name="freqs">The block's frequencies.</param>
    /// <param name="offset">What is taken off every position.</param>
    /// <param name="positions">Receives the positions; grows where it is too short.</param>
    /// <returns>How many.</returns>
    public int Read(int number, int index, int[] freqs, int offset, ref int[] positions)
    {
        if (number != _number)
        {
            Load(number);
        }

        _before += Sum(freqs.AsSpan(_index, index - _index));
        _index = index;
        var count = freqs[index];
        var (first, end) = (_before * _width, (_before + count) * _width);
        if (first > input.BodyEnd * 8 || end > input.BodyEnd * 8 || count > input.BodyEnd)
        {
            throw input.Damaged(_start, $"expected {count} positions in the file, found its end");
        }

        var bytes = input.Slice(_start + (first >> 3), (int)((end >> 3) - (first >> 3)) + sizeof(ulong));
        if (positions.Length < count)
        {
            positions = new int[Math.Max(count, positions.Length * 2)];
        }

        return Decode(bytes, (int)(first & 7), offset, positions.AsSpan(0, count));
    }

    /// <summary>Frequencies of a block: their sum may need more than 32 bits in a damaged one only.</summary>
    private static long Sum(ReadOnlySpan<int> freqs)
    {
        var rows = MemoryMarshal.Cast<int, Vector256<int>>(freqs);
        var sums = Vector256<long>.Zero;
        foreach (var row in rows)
        {
            var (low, high) = Vector256.Widen(row);
            sums += low + high;
        }

        var sum = Vector256.Sum(sums);
        foreach (var freq in freqs[(rows.Length * Vector256<int>.Count)..])
        {
            sum += freq;
        }

        return sum;
    }

    private int Decode(ReadOnlySpan<byte> bytes, int bit, int offset, Span<int> positions)
    {
        var (mask, position, kept) = ((1UL << _width) - 1, 0L, 0);
        for (var i = 0; i < positions.Length; i++)
        {
            var difference = (long)((BinaryPrimitives.ReadUInt64LittleEndian(bytes[(bit >> 3)..]) >> (bit & 7)) & mask);
            position += difference;
            bit += _width;

            // A position that stands twice is written over itself.
            kept += i == 0 || difference > 0 ? 1 : 0;
            positions[kept - 1] = (int)(position - offset);
        }

        if (position > int.MaxValue)
        {
            throw input.Damaged(_start, $"expected a position up to {int.MaxValue}, found {position}");
        }

        return kept;
    }

    /// <summary>The next position of document <paramref name="index"/> of the block; within a block the index only grows.</summary>
    public int Next(int number, int index, int[] freqs)
    {
        if (number != _number)
        {
            Load(number);
        }

        if (index != _index)
        {
            for (; _index < index; _index++)
            {
                _before += freqs[_index];
            }

            _read = 0;
            _last = 0;
        }

        if (_read == freqs[index])
        {
            throw new InvalidOperationException($"all {_read} positions of the document have been read");
        }

        var position = _last + (long)FlatPacking.Read(input, _start, _before + _read, _width);
        if (position > int.MaxValue)
        {
            throw input.Damaged(_start, $"expected a position up to {int.MaxValue}, found {position}");
        }

        _read++;
        return _last = (int)position;
    }

    private void Load(int number)
    {
        var data = state.PositionsOffset + ((_blockCount - 1L) * PostingsFormat.PositionsEntry);
        var offset = number == 0 ? data : End(number - 1);
        if (number > 0)
        {
            input.CheckRange(data, offset, "a block of positions");
            offset += data;
        }

        var head = input.SliceUpTo(offset, 1);
        _width = head.IsEmpty ? int.MaxValue : head[0];
        if (_width > PostingsFormat.MaxPositionWidth)
        {
            throw input.Damaged(offset, $"expected a block with a width up to {PostingsFormat.MaxPositionWidth}");
        }

        _start = offset + 1;
        (_number, _index, _before, _read, _last) = (number, 0, 0, 0, 0);
    }

    private long End(int block)
    {
        var at = state.PositionsOffset + ((long)block * PostingsFormat.PositionsEntry);
        input.CheckRange(at, PostingsFormat.PositionsEntry, "an entry of the block table");
        return BinaryPrimitives.ReadInt64LittleEndian(input.Slice(at, PostingsFormat.PositionsEntry));
    }
}
