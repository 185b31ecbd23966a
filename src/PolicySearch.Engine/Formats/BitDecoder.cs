using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PolicySearch.Engine.Formats;

/// <summary>Writes the places of the set bits, a byte at a time by a table of the places in each byte.</summary>
internal static class BitDecoder
{
    private const int Group = 8;

    private const int WordBits = 64;

    /// <summary>For each place of a word: itself, its byte, and its bit in that byte.</summary>
    private static readonly Vector512<byte> PlacesInWord = Vector512<byte>.Indices;
    private static readonly Vector512<byte> ByteOfPlace = Vector512<byte>.Indices >> 3;
    private static readonly Vector512<byte> BitOfPlace = Vector512.Create(0x8040201008040201).AsByte();

    private static readonly ulong[] Places = [.. Enumerable.Range(0, 256).Select(PlacesIn)];

    /// <summary>Decodes bits.</summary>
    /// <param name="bits">Bytes, low bits first.</param>
    /// <param name="first">What the first bit stands for.</param>
    /// <param name="docs">Room for as many as are set and eight more, whose contents do not matter.</param>
    /// <param name="path">How vectors are used.</param>
    public static void Decode(ReadOnlySpan<byte> bits, int first, Span<int> docs, VectorPath path)
    {
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

    /// <summary>Writes what the next set bits of words stand for.</summary>
    /// <param name="words">The words.</param>
    /// <param name="from">The word to begin with; moves behind those that were read.</param>
    /// <param name="docs">Room for at least 64.</param>
    /// <param name="low">What the first bit of the words stands for.</param>
    /// <param name="path">How vectors are used.</param>
    /// <returns>How many; 0 at the end.</returns>
    public static int Read(ReadOnlySpan<ulong> words, ref int from, Span<int> docs, int low, VectorPath path) =>
        Avx512Vbmi2.IsSupported && path == VectorPath.Vector256 ? Read512(words, ref from, docs, low) : ReadOneByOne(words, ref from, docs, low);

    private static int ReadOneByOne(ReadOnlySpan<ulong> words, ref int from, Span<int> docs, int low)
    {
        var count = 0;
        for (; from < words.Length && count <= docs.Length - WordBits; from++)
        {
            for (var word = words[from]; word != 0; word &= word - 1)
            {
                docs[count++] = low + (from << 6) + BitOperations.TrailingZeroCount(word);
            }
        }

        return count;
    }

    /// <summary>The places of a word's bits are moved together; sixteen are written at a time, whatever the number of bits, so it need not be guessed.</summary>
    private static int Read512(ReadOnlySpan<ulong> words, ref int from, Span<int> docs, int low)
    {
        var (at, count) = (from, 0);
        for (; at < words.Length && count <= docs.Length - WordBits; at++)
        {
            if (at < words.Length - 3 && (words[at] | words[at + 1] | words[at + 2] | words[at + 3]) == 0)
            {
                at += 3;
                continue;
            }

            var places = Avx512Vbmi2.Compress(Vector512<byte>.Zero, BytesOf(words[at]), PlacesInWord);
            var first = Vector512.Create(low + (at << 6));
            var bits = BitOperations.PopCount(words[at]);
            var target = docs.Slice(count, WordBits);
            (Avx512F.ConvertToVector512Int32(places.GetLower().GetLower()) + first).CopyTo(target);
            if (bits > Vector512<int>.Count)
            {
                (Avx512F.ConvertToVector512Int32(places.GetLower().GetUpper()) + first).CopyTo(target[16..]);
                (Avx512F.ConvertToVector512Int32(places.GetUpper().GetLower()) + first).CopyTo(target[32..]);
                (Avx512F.ConvertToVector512Int32(places.GetUpper().GetUpper()) + first).CopyTo(target[48..]);
            }

            count += bits;
        }

        from = at;
        return count;
    }

    /// <summary>For each bit a byte of eight like it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> BytesOf(ulong bits)
    {
        // Each lane of sixteen bytes picks its two of the eight.
        var picked = Avx512BW.Shuffle(Vector512.Create(bits).AsByte(), ByteOfPlace);
        return Vector512.Equals(picked & BitOfPlace, BitOfPlace);
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
