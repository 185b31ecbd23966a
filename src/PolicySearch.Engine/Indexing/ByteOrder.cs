using System.Buffers;
using System.Buffers.Binary;

namespace PolicySearch.Engine.Indexing;

/// <summary>Orders numbered strings of bytes.</summary>
internal static class ByteOrder
{
    /// <summary>Bytes of memory that sorting takes for each string, with the result.</summary>
    public const int BytesEach = sizeof(int) + sizeof(ulong);

    /// <summary>Gives the bytes of a number.</summary>
    public delegate ReadOnlySpan<byte> BytesOf(int number);

    /// <summary>All numbers in the order of their bytes, equal ones by number.</summary>
    public static int[] Sort(int count, BytesOf bytes)
    {
        var order = new int[count];
        var rented = ArrayPool<ulong>.Shared.Rent(count);
        var prefixes = rented.AsSpan(0, count);
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
            prefixes[i] = Prefix(bytes(i));
        }

        // Most differ in their first bytes, which are compared as one number; the others are sorted among themselves.
        prefixes.Sort(order.AsSpan());
        for (int start = 0, end; start < count; start = end)
        {
            end = start + 1;
            while (end < count && prefixes[end] == prefixes[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                order.AsSpan(start, end - start).Sort((a, b) => bytes(a).SequenceCompareTo(bytes(b)) is var byBytes and not 0 ? byBytes : a.CompareTo(b));
            }
        }

        ArrayPool<ulong>.Shared.Return(rented);
        return order;
    }

    /// <summary>The first eight bytes as a number that orders as they do; fewer are filled up with zeros.</summary>
    public static ulong Prefix(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(bytes);
        }

        Span<byte> filled = stackalloc byte[sizeof(ulong)];
        filled.Clear();
        bytes.CopyTo(filled);
        return BinaryPrimitives.ReadUInt64BigEndian(filled);
    }
}
