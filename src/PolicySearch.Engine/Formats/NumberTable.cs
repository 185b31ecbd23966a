using System.Buffers.Binary;

namespace PolicySearch.Engine.Formats;

/// <summary>A table of numbers in a file, each of which can be read alone.</summary>
internal abstract class NumberTable
{
    /// <summary>A number; its caller checks whether it makes sense where it stands.</summary>
    public abstract long this[long index] { get; }

    /// <summary>Where the table begins, for messages.</summary>
    public abstract long Start { get; }
}

/// <summary>Numbers as they are, in four or eight bytes each: the tables of records and stored values in their first versions.</summary>
internal sealed class PlainTable : NumberTable
{
    private readonly IndexInput _input;
    private readonly long _count;
    private readonly int _size;

    public PlainTable(IndexInput input, long start, long count, int size, string what)
    {
        input.CheckRange(start, count * size, what);
        _input = input;
        _count = count;
        _size = size;
        Start = start;
    }

    public override long Start { get; }

    public override long this[long index]
    {
        get
        {
            if ((ulong)index >= (ulong)_count)
            {
                throw _input.Damaged(Start, $"expected an index below {_count}, found {index}");
            }

            var bytes = _input.Slice(Start + (index * _size), _size);
            return _size == sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes);
        }
    }
}
