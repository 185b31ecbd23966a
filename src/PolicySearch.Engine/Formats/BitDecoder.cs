using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PolicySearch.Engine.Formats;

/// <summary>Writes the places of the set bits, a byte at a time by a table of the places in each byte.</summary>
internal static class BitDecoder
{
    /// <summary>So many numbers may be written behind the last one.</summary>
    public const int Overrun = 16;

    private const int Group = 8;

    private static readonly ulong[] Places = [.. Enumerable.Range(0, 256).Select(PlacesIn)];

    /// <summary>Decodes bits.</summary>
    /// <param name="bits">Bytes, low bits first.</param>
    /// <param name="first">What the first bit stands for.</param>
    /// <param name="docs">Room for as many as are set and <see cref="Overrun"/> more, whose contents do not matter.</param>
    /// <param name="path">How vectors are used.</param>
    public static void Decode(ReadOnlySpan<byte> bits, int first, Span<int> docs, VectorPath path)
    {
        if (Avx512F.IsSupported && path == VectorPath.Vector256)
        {
            Decode512(MemoryMarshal.Cast<byte, ushort>(bits), first, docs);
            return;
        }

        var count = 0;
        for (var at = 0; at < bits.Length; at++, first += Group)
        {
            var target = docs.Slice(count, Group);
            if (path == VectorPath.Plain)
            {
                DecodePlain(bits[at], first, target);
            }
            else
            {
                var places = Vector128.WidenLower(Vector128.CreateScalar(Places[bits[at]]).AsByte());
                (Vector128.WidenLower(places).AsInt32() + Vector128.Create(first)).CopyTo(target);
                (Vector128.WidenUpper(places).AsInt32() + Vector128.Create(first)).CopyTo(target[4..]);
            }

            count += BitOperations.PopCount(bits[at]);
        }
    }

    /// <summary>Of sixteen neighbours those whose bit is set are moved together.</summary>
    private static void Decode512(ReadOnlySpan<ushort> bits, int first, Span<int> docs)
    {
        var (count, places) = (0, Vector512.Create(first) + Vector512<int>.Indices);
        var eachBit = Avx512F.ShiftLeftLogicalVariable(Vector512<int>.One, Vector512<uint>.Indices);
        foreach (var word in bits)
        {
            var isSet = Vector512.Equals(Vector512.Create((int)word) & eachBit, eachBit);
            Avx512F.Compress(Vector512<int>.Zero, isSet, places).CopyTo(docs[count..]);
            places += Vector512.Create(Overrun);
            count += BitOperations.PopCount(word);
        }
    }

    /// <summary>Whether words hold as many bits as a block has documents, none of them before the first nor after the last place.</summary>
    /// <param name="words">Words of 64 bits; empty is no block.</param>
    /// <param name="first">First place in the first word.</param>
    /// <param name="last">Last place in the last word, which is set.</param>
    public static bool IsBlock(ReadOnlySpan<byte> words, int first, int last)
    {
        var count = 0;
        for (var at = 0; at < words.Length; at += sizeof(ulong))
        {
            count += BitOperations.PopCount(BinaryPrimitives.ReadUInt64LittleEndian(words[at..]));
        }

        return count == PostingsFormat.BlockSize
            && (BinaryPrimitives.ReadUInt64LittleEndian(words) & ((1UL << first) - 1)) == 0
            && BinaryPrimitives.ReadUInt64LittleEndian(words[^sizeof(ulong)..]) >> last == 1;
    }

    private static void DecodePlain(byte bits, int first, Span<int> target)
    {
        for (uint left = bits, i = 0; left != 0; left &= left - 1, i++)
        {
            target[(int)i] = first + BitOperations.TrailingZeroCount(left);
        }
    }

    private static ulong PlacesIn(int bits)
    {
        var places = new byte[Group];
        var count = 0;
        for (byte bit = 0; bit < Group; bit++)
        {
            if ((bits >> bit & 1) != 0)
            {
                places[count++] = bit;
            }
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(places);
    }
}
