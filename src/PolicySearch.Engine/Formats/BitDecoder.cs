using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace PolicySearch.Engine.Formats;

/// <summary>Writes the places of the set bits, a byte at a time by a table of the places in each byte.</summary>
internal static class BitDecoder
{
    private const int Group = 8;

    private static readonly ulong[] Places = [.. Enumerable.Range(0, 256).Select(PlacesIn)];

    /// <summary>Decodes bits.</summary>
    /// <param name="bits">Bytes, low bits first.</param>
    /// <param name="first">What the first bit stands for.</param>
    /// <param name="docs">Room for <paramref name="most"/> and eight more, whose contents do not matter.</param>
    /// <param name="most">Stops when there are so many or more.</param>
    /// <param name="path">How vectors are used.</param>
    /// <returns>How many bits are set, at least as far as it went.</returns>
    public static int Decode(ReadOnlySpan<byte> bits, int first, Span<int> docs, int most, VectorPath path)
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
            if (count > most)
            {
                break;
            }
        }

        return count;
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
