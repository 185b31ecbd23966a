using System.Buffers.Binary;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>A term's positions, of one block of documents at a time: of some documents at once, or one position after the other; see <see cref="PostingsFormat"/>.</summary>
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

    /// <summary>Reads all positions of some documents of a block, each position once.</summary>
    /// <param name="number">The block.</param>
    /// <param name="docs">Numbers of the documents among the term's, ascending, all in the block.</param>
    /// <param name="freqs">The block's frequencies.</param>
    /// <param name="sums">The sums of the frequencies before each.</param>
    /// <param name="offset">What is taken off every position.</param>
    /// <param name="lists">Receives the positions behind those that it has.</param>
    public void Read(int number, ReadOnlySpan<int> docs, int[] freqs, int[] sums, int offset, PositionLists lists)
    {
        if (number != _number)
        {
            Load(number);
        }

        var bytes = BytesThrough(docs, freqs, sums, lists);
        var (positions, kept) = (lists.Positions, lists.Length);
        var (width, mask) = (_width, (1UL << _width) - 1);
        foreach (var doc in docs)
        {
            var place = doc & (PostingsFormat.BlockSize - 1);
            var bit = (long)sums[place] * width;
            var position = (long)(Word(bytes, bit) & mask);
            positions[kept] = (int)position - offset;
            for (var left = freqs[place]; left > 1; left--)
            {
                bit += width;
                var difference = (long)(Word(bytes, bit) & mask);
                position += difference;

                // A position that stands twice is written over itself.
                kept += difference > 0 ? 1 : 0;
                positions[kept] = (int)(position - offset);
            }

            if (position > int.MaxValue)
            {
                throw input.Damaged(_start, $"expected a position up to {int.MaxValue}, found {position}");
            }

            lists.Add(++kept);
        }
    }

    /// <summary>The block's bytes as far as they are needed; makes room for the positions.</summary>
    private ReadOnlySpan<byte> BytesThrough(ReadOnlySpan<int> docs, int[] freqs, int[] sums, PositionLists lists)
    {
        var end = (long)sums[(docs[^1] & (PostingsFormat.BlockSize - 1)) + 1] * _width;
        var count = 0L;
        foreach (var doc in docs)
        {
            count += freqs[doc & (PostingsFormat.BlockSize - 1)];
        }

        if (end > Math.Min(input.BodyEnd, int.MaxValue - sizeof(ulong)) * 8 || count > input.BodyEnd * 8 || lists.Length + count > Array.MaxLength / 2)
        {
            throw input.Damaged(_start, $"expected {count} positions in the file, found its end");
        }

        lists.Reserve((int)count);
        return input.Slice(_start, (int)(end >> 3) + sizeof(ulong));
    }

    private static ulong Word(ReadOnlySpan<byte> bytes, long bit) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[(int)(bit >> 3)..]) >> (int)(bit & 7);

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
