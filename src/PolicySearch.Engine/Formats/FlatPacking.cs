using System.Buffers.Binary;
using System.Numerics;

namespace PolicySearch.Engine.Formats;

/// <summary>Packs numbers with a fixed width of bits one after the other, low bits first, so that each can be read alone. Widths are 0 to 56, or 64.</summary>
/// <remarks>Reading loads eight bytes, which may reach past the last number; the file's padding keeps that inside the mapping.</remarks>
internal static class FlatPacking
{
    private const int MaxLoadWidth = 56;

    /// <summary>The width for numbers up to <paramref name="max"/>.</summary>
    public static int WidthOf(ulong max)
    {
        var width = 64 - BitOperations.LeadingZeroCount(max);
        return width > MaxLoadWidth ? 64 : width;
    }

    public static bool IsWidth(int width) => width is (>= 0 and <= MaxLoadWidth) or 64;

    /// <summary>Bytes that <paramref name="count"/> numbers take.</summary>
    public static long ByteCount(long count, int width) => width == 64 ? count * 8 : ((count * width) + 7) / 8;

    /// <summary>Reads a number. <paramref name="packed"/> begins at the first number and reaches at least eight bytes past the last.</summary>
    public static ulong Read(ReadOnlySpan<byte> packed, int index, int width)
    {
        if (width == 0)
        {
            return 0;
        }

        var bit = (long)index * width;
        var word = BinaryPrimitives.ReadUInt64LittleEndian(packed[(int)(bit >> 3)..]);
        return width == 64 ? word : (word >> (int)(bit & 7)) & ((1UL << width) - 1);
    }

    /// <summary>Reads a number of a table in a file.</summary>
    public static ulong Read(IndexInput input, long start, long index, int width)
    {
        if (width == 0)
        {
            return 0;
        }

        var bit = index * width;
        var word = BinaryPrimitives.ReadUInt64LittleEndian(input.Slice(start + (bit >> 3), sizeof(ulong)));
        return width == 64 ? word : (word >> (int)(bit & 7)) & ((1UL << width) - 1);
    }
}

/// <summary>Writes what <see cref="FlatPacking"/> reads.</summary>
internal struct FlatPacker(ByteWriter target, int width)
{
    private ulong _pending;
    private int _bits;

    public void Add(ulong value)
    {
        if (width == 64)
        {
            target.WriteUInt64(value);
            return;
        }

        // At most 7 bits wait, and a width is at most 56: they fit together.
        _pending |= value << _bits;
        _bits += width;
        while (_bits >= 8)
        {
            target.WriteByte((byte)_pending);
            _pending >>= 8;
            _bits -= 8;
        }
    }

    public void Finish()
    {
        if (_bits > 0)
        {
            target.WriteByte((byte)_pending);
            _bits = 0;
            _pending = 0;
        }
    }
}
