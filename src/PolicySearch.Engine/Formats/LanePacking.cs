using System.Buffers.Binary;
using System.Numerics;

namespace PolicySearch.Engine.Formats;

/// <summary>Packs blocks of numbers with a fixed width of bits in lanes.</summary>
/// <remarks>
/// A block has <c>32 × lanes</c> numbers. Number <c>i</c> is row <c>i / lanes</c> of lane <c>i % lanes</c>. Each lane is a string of 32 × width bits, low bits first,
/// cut into <c>width</c> words of 32 bits; the words of all lanes alternate: word 0 of lanes 0, 1, …, then word 1. So one vector load of any width takes the same word of
/// neighbouring lanes, and one shift and mask gives neighbouring numbers; the bytes are the same for 128, 256 and 512 bits and for plain code.
/// </remarks>
internal static class LanePacking
{
    public const int Rows = 32;
    public const int MaxWidth = 32;

    public static int ByteCount(int lanes, int width) => lanes * width * sizeof(uint);

    /// <summary>Bits that the largest of the numbers needs.</summary>
    public static int WidthOf(ReadOnlySpan<uint> values)
    {
        uint all = 0;
        foreach (var value in values)
        {
            all |= value;
        }

        return 32 - BitOperations.LeadingZeroCount(all);
    }

    public static void Pack(ReadOnlySpan<uint> values, int lanes, int width, Span<byte> packed)
    {
        if (width == 0)
        {
            return;
        }

        packed = packed[..ByteCount(lanes, width)];
        packed.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            var bit = i / lanes * width;
            var word = (bit >> 5) * lanes + i % lanes;
            var shift = bit & 31;
            OrWord(packed, word, values[i] << shift);
            if (shift + width > 32)
            {
                OrWord(packed, word + lanes, values[i] >> (32 - shift));
            }
        }
    }

    public static void Unpack(ReadOnlySpan<byte> packed, int lanes, int width, Span<uint> values)
    {
        values = values[..(Rows * lanes)];
        if (width == 0)
        {
            values.Clear();
            return;
        }

        packed = packed[..ByteCount(lanes, width)];
        var mask = uint.MaxValue >> (32 - width);
        for (var row = 0; row < Rows; row++)
        {
            var bit = row * width;
            var shift = bit & 31;
            var word = (bit >> 5) * lanes;
            var target = values.Slice(row * lanes, lanes);
            var crosses = shift + width > 32;
            for (var lane = 0; lane < target.Length; lane++)
            {
                var value = Word(packed, word + lane) >> shift;
                if (crosses)
                {
                    value |= Word(packed, word + lanes + lane) << (32 - shift);
                }

                target[lane] = value & mask;
            }
        }
    }

    /// <summary>One of the numbers.</summary>
    public static uint Read(ReadOnlySpan<byte> packed, int lanes, int width, int place)
    {
        if (width == 0)
        {
            return 0;
        }

        var bit = place / lanes * width;
        var (word, shift) = ((bit >> 5) * lanes + place % lanes, bit & 31);
        var value = Word(packed, word) >> shift;
        value = shift + width > 32 ? value | (Word(packed, word + lanes) << (32 - shift)) : value;
        return value & (uint.MaxValue >> (32 - width));
    }

    private static uint Word(ReadOnlySpan<byte> packed, int word) => BinaryPrimitives.ReadUInt32LittleEndian(packed[(word * sizeof(uint))..]);

    private static void OrWord(Span<byte> packed, int word, uint bits)
    {
        var at = packed[(word * sizeof(uint))..];
        BinaryPrimitives.WriteUInt32LittleEndian(at, BinaryPrimitives.ReadUInt32LittleEndian(at) | bits);
    }
}
