using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicySearch.Engine.Formats;

/// <summary>A table of <see cref="FlatPacking"/> in a file.</summary>
internal sealed class PackedTable
{
    /// <summary>Up to this width four bytes hold a number wherever it begins in the first.</summary>
    private const int MaxCountWidth = 24;

    private readonly IndexInput _input;
    private readonly int _width;
    private readonly long _count;

    public PackedTable(IndexInput input, long start, int width, long count)
    {
        if (!FlatPacking.IsWidth(width))
        {
            throw input.Damaged(start, $"expected a width of 0 to 56 or of 64 bits, found {width}");
        }

        input.CheckRange(start, FlatPacking.ByteCount(count, width), "packed numbers");
        _input = input;
        _width = width;
        _count = count;
        Start = start;
    }

    /// <summary>Where the table begins.</summary>
    public long Start { get; }

    public ulong this[long index] => (ulong)index < (ulong)_count
        ? FlatPacking.Read(_input, Start, index, _width)
        : throw _input.Damaged(Start, $"expected an index below {_count}, found {index}");

    /// <summary>Most bits of a number.</summary>
    public int Width => _width;

    /// <summary>Reads the numbers at ascending places.</summary>
    public void Read(ReadOnlySpan<int> places, Span<ulong> values)
    {
        if (places.IsEmpty)
        {
            return;
        }

        var bytes = SliceOf(places, out var start);
        if (_width is 0 or > 56)
        {
            for (var i = 0; i < places.Length; i++)
            {
                values[i] = this[places[i]];
            }

            return;
        }

        var (mask, width) = ((1UL << _width) - 1, (long)_width);
        for (var i = 0; i < places.Length; i++)
        {
            var bit = (places[i] * width) - start;
            values[i] = (BinaryPrimitives.ReadUInt64LittleEndian(bytes[(int)(bit >> 3)..]) >> (int)(bit & 7)) & mask;
        }
    }

    /// <summary>Counts the numbers at ascending places; false where numbers are too wide for it.</summary>
    /// <param name="places">The places.</param>
    /// <param name="counts">Two counts for every number that the width allows, all first ones before all second ones; either is taken in turn.</param>
    public bool TryCount(ReadOnlySpan<int> places, Span<int> counts)
    {
        if (_width is 0 or > MaxCountWidth || counts.Length != 2 << _width)
        {
            return false;
        }

        if (places.IsEmpty)
        {
            return true;
        }

        // Below, places of bits in the slice are numbers of 32 bits.
        if (((long)places[^1] - places[0]) * _width > int.MaxValue)
        {
            return false;
        }

        var bytes = SliceOf(places, out var start);
        ref var first = ref MemoryMarshal.GetReference(bytes);
        ref var count = ref MemoryMarshal.GetReference(counts);
        // What lies between the first and the last is in the slice, and a masked number is below the counts' length.
        CheckBetween(places, places[0], places[^1]);
        ref var second = ref Unsafe.Add(ref count, 1 << _width);
        var (width, before, mask, i) = ((uint)_width, (uint)start, (1u << _width) - 1, 0);
        for (; i < places.Length - 1; i += 2)
        {
            Unsafe.Add(ref count, NumberAt(ref first, ((uint)places[i] * width) - before) & mask)++;
            Unsafe.Add(ref second, NumberAt(ref first, ((uint)places[i + 1] * width) - before) & mask)++;
        }

        if (i < places.Length)
        {
            Unsafe.Add(ref count, NumberAt(ref first, ((uint)places[i] * width) - before) & mask)++;
        }

        return true;
    }

    private static uint NumberAt(ref byte first, uint bit) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, bit >> 3)) >> (int)(bit & 7);

    private static void CheckBetween(ReadOnlySpan<int> places, int least, int most)
    {
        var (low, high) = (Vector256.Create(least), Vector256.Create(most));
        var outside = Vector256<int>.Zero;
        var rows = MemoryMarshal.Cast<int, Vector256<int>>(places);
        foreach (var row in rows)
        {
            outside |= Vector256.LessThan(row, low) | Vector256.GreaterThan(row, high);
        }

        var isOutside = outside != Vector256<int>.Zero;
        foreach (var place in places[(rows.Length * Vector256<int>.Count)..])
        {
            isOutside |= place < least || place > most;
        }

        if (isOutside)
        {
            throw new ArgumentException($"places are not ascending: not all are between {least} and {most}", nameof(places));
        }
    }

    /// <summary>The bytes of ascending places: the last is the largest, so when it is inside then all are, and eight bytes from its first are inside the file.</summary>
    /// <param name="places">The places.</param>
    /// <param name="start">The bit at which the slice begins.</param>
    private ReadOnlySpan<byte> SliceOf(ReadOnlySpan<int> places, out long start)
    {
        var last = places[^1];
        if ((uint)places[0] > (uint)last || last >= _count)
        {
            throw _input.Damaged(Start, $"expected an index below {_count}, found {last}");
        }

        var first = (long)places[0] * _width >> 3;
        start = first << 3;
        return _input.Slice(Start + first, (int)(((long)last * _width >> 3) - first + sizeof(ulong)));
    }

    /// <summary>Reads width and offset from meta.</summary>
    public static PackedTable Read(IndexInput input, ref ByteCursor meta, long count)
    {
        var width = meta.ReadByte();
        return new PackedTable(input, meta.ReadInt64(), width, count);
    }
}

/// <summary>Checks that columns share.</summary>
internal static class ColumnBounds
{
    public static void Check(int doc, int maxDoc)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(doc);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(doc, maxDoc);
    }

    /// <summary>Number of values before a document.</summary>
    public static long Offset(IndexInput input, PackedTable offsets, int doc)
    {
        var offset = offsets[doc];
        return offset <= int.MaxValue ? (long)offset : throw input.Damaged(offsets.Start, $"expected an offset up to {int.MaxValue} for document {doc}, found {offset}");
    }

    /// <summary>Where a document's values start, and how many there are.</summary>
    public static (long Start, int Count) Values(IndexInput input, PackedTable offsets, int doc, int most)
    {
        var start = Offset(input, offsets, doc);
        var count = Offset(input, offsets, doc + 1) - start;
        return count >= 0 && count <= most
            ? (start, (int)count)
            : throw input.Damaged(offsets.Start, $"expected 0 to {most} values for document {doc}, found {count}");
    }
}
