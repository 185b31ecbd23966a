using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>Looks for documents in a decoded block: sixteen neighbours among which a document would be, by the last of each sixteen, then the place among them; without a branch that depends on where it is.</summary>
internal static class BlockSearch
{
    /// <summary>The place of a document in the loaded block; -1 where it is not.</summary>
    /// <param name="blocks">The block, whose last document is not lower than <paramref name="doc"/>.</param>
    /// <param name="doc">The document.</param>
    public static int Find(TermBlocks blocks, int doc)
    {
        if (blocks.Path == VectorPath.Plain)
        {
            var at = blocks.Docs.AsSpan(0, blocks.Length).BinarySearch(doc);
            return at < 0 ? -1 : at;
        }

        if (Vector512.IsHardwareAccelerated && blocks.Path == VectorPath.Vector256)
        {
            return Find512(blocks, doc);
        }

        var wanted = Vector256.Create(doc);
        var lasts = MemoryMarshal.Cast<int, Vector256<int>>(blocks.Lasts());
        var before = CountLower(lasts, wanted);
        var rows = MemoryMarshal.Cast<int, Vector256<int>>(blocks.Docs);
        var found = Vector256.Equals(rows[2 * before], wanted).ExtractMostSignificantBits()
            | (Vector256.Equals(rows[(2 * before) + 1], wanted).ExtractMostSignificantBits() << Vector256<int>.Count);
        return found == 0 ? -1 : (before * TermBlocks.Step) + BitOperations.TrailingZeroCount(found);
    }

    /// <summary>Finds those of ascending documents that the loaded block has.</summary>
    /// <param name="blocks">The block.</param>
    /// <param name="list">The documents.</param>
    /// <param name="last">The block's last document; higher ones of the list are left.</param>
    /// <param name="at">Where to begin in the list; moves on.</param>
    /// <param name="slots">Receives places in the list, from <paramref name="count"/> on; at least as long as the list.</param>
    /// <param name="places">Receives places in the block; at least as long as the list.</param>
    /// <param name="count">How many were found before: not more than stand before <paramref name="at"/>.</param>
    /// <returns>How many were found.</returns>
    public static int FindAll(TermBlocks blocks, ReadOnlySpan<int> list, int last, ref int at, Span<int> slots, Span<int> places, int count)
    {
        var i = at;
        if (Vector512.IsHardwareAccelerated && blocks.Path == VectorPath.Vector256)
        {
            var lasts = Vector512.Create(blocks.Lasts());
            var rows = MemoryMarshal.Cast<int, Vector512<int>>(blocks.Docs);
            ref var slot = ref MemoryMarshal.GetReference(slots[..list.Length]);
            ref var place = ref MemoryMarshal.GetReference(places[..list.Length]);
            for (; i < list.Length && list[i] <= last; i++)
            {
                var wanted = Vector512.Create(list[i]);
                var before = CountLower(lasts, wanted);
                var found = (uint)Vector512.Equals(rows[before], wanted).ExtractMostSignificantBits();

                // Written in any case: there is no branch to be guessed wrongly, and what is found is never more than was looked for.
                Unsafe.Add(ref slot, count) = i;
                Unsafe.Add(ref place, count) = (before * TermBlocks.Step) + BitOperations.TrailingZeroCount(found);
                count += found != 0 ? 1 : 0;
            }
        }
        else
        {
            for (; i < list.Length && list[i] <= last; i++)
            {
                var place = Find(blocks, list[i]);
                (slots[count], places[count]) = (i, place);
                count += place >= 0 ? 1 : 0;
            }
        }

        at = i;
        return count;
    }

    /// <summary>The same as <see cref="Find"/> where sixteen numbers fit a register.</summary>
    private static int Find512(TermBlocks blocks, int doc)
    {
        var wanted = Vector512.Create(doc);
        var before = CountLower(Vector512.Create(blocks.Lasts()), wanted);
        var found = (uint)Vector512.Equals(MemoryMarshal.Cast<int, Vector512<int>>(blocks.Docs)[before], wanted).ExtractMostSignificantBits();
        return found == 0 ? -1 : (before * TermBlocks.Step) + BitOperations.TrailingZeroCount(found);
    }

    private static int CountLower(Vector512<int> numbers, Vector512<int> wanted) =>
        BitOperations.PopCount((uint)Vector512.LessThan(numbers, wanted).ExtractMostSignificantBits());

    /// <summary>The place in the loaded block of the first document that is not lower.</summary>
    /// <param name="blocks">The block, whose last document is not lower than <paramref name="doc"/>.</param>
    /// <param name="doc">The document.</param>
    public static int FirstAtLeast(TermBlocks blocks, int doc)
    {
        if (blocks.Path == VectorPath.Plain)
        {
            return FirstAtLeast(blocks.Docs.AsSpan(0, blocks.Length), doc);
        }

        var wanted = Vector256.Create(doc);
        var before = CountLower(MemoryMarshal.Cast<int, Vector256<int>>(blocks.Lasts()), wanted);
        return (before * TermBlocks.Step) + CountLower(MemoryMarshal.Cast<int, Vector256<int>>(blocks.Docs.AsSpan(before * TermBlocks.Step, TermBlocks.Step)), wanted);
    }

    /// <summary>How many of sixteen numbers are lower.</summary>
    private static int CountLower(ReadOnlySpan<Vector256<int>> numbers, Vector256<int> wanted) =>
        BitOperations.PopCount(Vector256.LessThan(numbers[0], wanted).ExtractMostSignificantBits())
        + BitOperations.PopCount(Vector256.LessThan(numbers[1], wanted).ExtractMostSignificantBits());

    /// <summary>The place of the first document that is not lower; the end where all are.</summary>
    public static int FirstAtLeast(ReadOnlySpan<int> docs, int doc)
    {
        var at = docs.BinarySearch(doc);
        return at < 0 ? ~at : at;
    }
}
