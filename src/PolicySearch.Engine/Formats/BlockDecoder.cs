using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicySearch.Engine.Formats;

/// <summary>Decodes a block of <see cref="LanePacking"/> with eight lanes: the numbers as they are, or the documents whose differences they are.</summary>
internal static class BlockDecoder
{
    /// <summary>Up to this width the 256 differences cannot add up to more than 32 bits hold.</summary>
    private const int MaxSummedWidth = 22;

    /// <summary>Decodes numbers, each greater by one than what is packed.</summary>
    public static void Values(in PatchedBlock block, Span<int> values, VectorPath path)
    {
        Unpack(block.Lanes, block.Width, values[..PostingsFormat.BlockSize], path);
        block.Patch(values);
    }

    private static void Unpack(ReadOnlySpan<byte> packed, int width, Span<int> values, VectorPath path)
    {
        if (width == 0)
        {
            values.Fill(1);
        }
        else if (path == VectorPath.Vector256)
        {
            Values256(packed, width, values);
        }
        else if (path == VectorPath.Vector128)
        {
            Values128(packed, width, values);
        }
        else
        {
            LanePacking.Unpack(packed, PostingsFormat.Lanes, width, MemoryMarshal.Cast<int, uint>(values));
            foreach (ref var value in values)
            {
                value++;
            }
        }
    }

    /// <summary>Decodes documents; what is packed is the difference to the one before, less one.</summary>
    /// <returns>The last document. If that is the expected one then all documents are ascending and not above it.</returns>
    public static long Docs(ReadOnlySpan<byte> packed, int width, int before, Span<int> docs, VectorPath path)
    {
        docs = docs[..PostingsFormat.BlockSize];
        if (path == VectorPath.Plain || width == 0 || width > MaxSummedWidth)
        {
            return DocsPlain(packed, width, before, docs);
        }

        if (path == VectorPath.Vector256)
        {
            Docs256(packed, width, before, docs);
        }
        else
        {
            Docs128(packed, width, before, docs);
        }

        return (uint)docs[^1];
    }

    private static long DocsPlain(ReadOnlySpan<byte> packed, int width, int before, Span<int> docs)
    {
        LanePacking.Unpack(packed, PostingsFormat.Lanes, width, MemoryMarshal.Cast<int, uint>(docs));
        long doc = before;
        foreach (ref var value in docs)
        {
            doc += (uint)value + 1L;
            value = (int)doc;
        }

        return doc;
    }

    private static void Values256(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        var words = MemoryMarshal.Cast<byte, Vector256<uint>>(packed)[..width];
        var rows = MemoryMarshal.Cast<int, Vector256<uint>>(values);
        var mask = Vector256.Create(uint.MaxValue >> (32 - width));
        var bit = 0;
        for (var row = 0; row < LanePacking.Rows; row++, bit += width)
        {
            rows[row] = (Row(words, bit, width) & mask) + Vector256<uint>.One;
        }
    }

    private static void Docs256(ReadOnlySpan<byte> packed, int width, int before, Span<int> docs)
    {
        var words = MemoryMarshal.Cast<byte, Vector256<uint>>(packed)[..width];
        var rows = MemoryMarshal.Cast<int, Vector256<uint>>(docs);
        var mask = Vector256.Create(uint.MaxValue >> (32 - width));
        var sum = Vector256.Create((uint)before);
        var bit = 0;
        for (var row = 0; row < LanePacking.Rows; row++, bit += width)
        {
            // Only one addition waits for the row before.
            var x = RunningSums.Within((Row(words, bit, width) & mask) + Vector256<uint>.One);
            rows[row] = x + sum;
            sum += Vector256.Shuffle(x, Vector256.Create(7u));
        }
    }

    private static Vector256<uint> Row(ReadOnlySpan<Vector256<uint>> words, int bit, int width)
    {
        var (word, shift) = (bit >> 5, bit & 31);
        var value = words[word] >>> shift;
        return shift + width > 32 ? value | (words[word + 1] << (32 - shift)) : value;
    }

    private static void Values128(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        var words = MemoryMarshal.Cast<byte, Vector128<uint>>(packed)[..(2 * width)];
        var rows = MemoryMarshal.Cast<int, Vector128<uint>>(values);
        var mask = Vector128.Create(uint.MaxValue >> (32 - width));
        for (var half = 0; half < rows.Length; half++)
        {
            rows[half] = (Half(words, half, width) & mask) + Vector128<uint>.One;
        }
    }

    private static void Docs128(ReadOnlySpan<byte> packed, int width, int before, Span<int> docs)
    {
        var words = MemoryMarshal.Cast<byte, Vector128<uint>>(packed)[..(2 * width)];
        var rows = MemoryMarshal.Cast<int, Vector128<uint>>(docs);
        var mask = Vector128.Create(uint.MaxValue >> (32 - width));
        var sum = Vector128.Create((uint)before);
        for (var half = 0; half < rows.Length; half++)
        {
            var x = (Half(words, half, width) & mask) + Vector128<uint>.One;
            x += Vector128.Shuffle(x, Vector128.Create(4u, 0, 1, 2));
            x += Vector128.Shuffle(x, Vector128.Create(4u, 4, 0, 1));
            rows[half] = x + sum;
            sum += Vector128.Shuffle(x, Vector128.Create(3u));
        }
    }

    /// <summary>Four of the eight lanes of a row, the lower ones for even numbers.</summary>
    private static Vector128<uint> Half(ReadOnlySpan<Vector128<uint>> words, int half, int width)
    {
        var bit = (half >> 1) * width;
        var (word, shift) = (((bit >> 5) << 1) + (half & 1), bit & 31);
        var value = words[word] >>> shift;
        return shift + width > 32 ? value | (words[word + 2] << (32 - shift)) : value;
    }
}
