using System.Buffers.Binary;

namespace PolicySearch.Engine.Formats;

/// <summary>Numbers that rise about evenly, such as offsets: blocks of 1024, each a straight line and small packed distances from it.</summary>
/// <remarks>
/// <code>
/// packed   for each block: FlatPacking of number - (base + (slope * i >> 16)), i being the number's place in the block
/// lines    for each block: base u64, slope u64, place of its packed numbers (from the first) in the low 56 bits of a u64 and their width in the high 8
/// meta     offset of packed varint, offset of lines varint
/// </code>
/// Numbers that rise by the same amount take no bits, and any others up to 2^47 are possible. After Lucene's DirectMonotonicWriter.
/// </remarks>
internal sealed class LinearTable : NumberTable
{
    public const int BlockBits = 10;
    public const int BlockSize = 1 << BlockBits;
    public const int SlopeBits = 16;
    public const int WidthShift = 56;

    /// <summary>One more than the greatest number.</summary>
    public const long Limit = 1L << 47;

    public const int Line = 3 * sizeof(ulong);

    private readonly IndexInput _input;
    private readonly long _count;
    private readonly long _packed;
    private readonly long _lines;

    /// <summary>Reads the table's line in meta.</summary>
    public LinearTable(IndexInput input, ref ByteCursor meta, long count, string what)
    {
        _input = input;
        _count = count;
        _packed = meta.ReadInt64();
        _lines = meta.ReadInt64();
        input.CheckRange(_packed, _lines - _packed, what);
        input.CheckRange(_lines, (count + BlockSize - 1) / BlockSize * Line, what);
    }

    public override long Start => _packed;

    public override long this[long index]
    {
        get
        {
            if ((ulong)index >= (ulong)_count)
            {
                throw _input.Damaged(_lines, $"expected an index below {_count}, found {index}");
            }

            var at = _lines + ((index >> BlockBits) * Line);
            var line = _input.Slice(at, Line);
            var place = BinaryPrimitives.ReadUInt64LittleEndian(line[16..]);
            var width = (int)(place >> WidthShift);
            if (!FlatPacking.IsWidth(width))
            {
                throw _input.Damaged(at, $"expected a width of 0 to 56 or of 64 bits, found {width}");
            }

            var i = index & (BlockSize - 1);
            var expected = BinaryPrimitives.ReadInt64LittleEndian(line) + ((BinaryPrimitives.ReadInt64LittleEndian(line[8..]) * i) >> SlopeBits);
            return expected + (long)FlatPacking.Read(_input, _packed + (long)(place & ((1UL << WidthShift) - 1)), i, width);
        }
    }
}

/// <summary>Collects a <see cref="LinearTable"/>.</summary>
/// <param name="output">Takes packed numbers as they come, so nothing else may be written to it before <see cref="Write"/>; where it is null they wait.</param>
internal sealed class LinearTableWriter(IndexOutput? output = null)
{
    private readonly long _start = output?.Position ?? 0;
    private readonly long[] _block = new long[LinearTable.BlockSize];
    private readonly ByteWriter _packed = new();
    private readonly ByteWriter _lines = new();
    private long _drained;
    private int _inBlock;

    public long Count { get; private set; }

    /// <summary>Bytes of memory in use.</summary>
    public long Bytes => _packed.Length + _lines.Length + (LinearTable.BlockSize * sizeof(long));

    public void Add(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, LinearTable.Limit);
        if (_inBlock == _block.Length)
        {
            FinishBlock();
        }

        _block[_inBlock++] = number;
        Count++;
    }

    /// <summary>Writes the table, and its line in meta.</summary>
    public void Write(IndexOutput target, ByteWriter meta)
    {
        if (_inBlock > 0)
        {
            FinishBlock();
        }

        meta.WriteVarint(output is null ? target.Position : _start);
        target.Write(_packed.Written);
        meta.WriteVarint(target.Position);
        target.Write(_lines.Written);
    }

    private void FinishBlock()
    {
        var numbers = _block.AsSpan(0, _inBlock);
        _inBlock = 0;
        var slope = numbers.Length == 1 ? 0 : (long)(((Int128)(numbers[^1] - numbers[0]) << LinearTable.SlopeBits) / (numbers.Length - 1));
        var (least, most) = (long.MaxValue, long.MinValue);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] -= (slope * i) >> LinearTable.SlopeBits;
            least = Math.Min(least, numbers[i]);
            most = Math.Max(most, numbers[i]);
        }

        var width = FlatPacking.WidthOf((ulong)(most - least));
        _lines.WriteUInt64((ulong)least);
        _lines.WriteUInt64((ulong)slope);
        _lines.WriteUInt64((ulong)(_drained + _packed.Length) | ((ulong)width << LinearTable.WidthShift));
        var packer = new FlatPacker(_packed, width);
        foreach (var number in numbers)
        {
            packer.Add((ulong)(number - least));
        }

        packer.Finish();
        if (output is not null)
        {
            output.Write(_packed.Written);
            _drained += _packed.Length;
            _packed.Clear();
        }
    }
}
