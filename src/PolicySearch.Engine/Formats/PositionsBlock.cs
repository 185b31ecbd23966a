using System.Buffers.Binary;
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
