using System.Numerics;
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

    /// <summary>The same where sixteen numbers fit a register.</summary>
    private static int Find512(TermBlocks blocks, int doc)
    {
        var wanted = Vector512.Create(doc);
        var before = BitOperations.PopCount(Vector512.LessThan(MemoryMarshal.Cast<int, Vector512<int>>(blocks.Lasts())[0], wanted).ExtractMostSignificantBits());
        var found = Vector512.Equals(MemoryMarshal.Cast<int, Vector512<int>>(blocks.Docs)[before], wanted).ExtractMostSignificantBits();
        return found == 0 ? -1 : (before * TermBlocks.Step) + BitOperations.TrailingZeroCount(found);
    }

    /// <summary>Looks for ascending documents, as far as they are not above the block's last one.</summary>
    /// <param name="blocks">The loaded block.</param>
    /// <param name="docs">The documents.</param>
    /// <param name="at">Where to begin among them; moves to the first one above the block's last.</param>
    /// <param name="slots">Receives the places in the list of those that are in the block; room for one more than the list has.</param>
    /// <param name="places">Receives their places in the block; likewise.</param>
    /// <returns>How many.</returns>
    public static int Find(TermBlocks blocks, ReadOnlySpan<int> docs, ref int at, Span<int> slots, Span<int> places)
    {
        if (Vector512.IsHardwareAccelerated && blocks.Path == VectorPath.Vector256)
        {
            return Find512(blocks, docs, ref at, slots, places);
        }

        var (count, last) = (0, blocks.Docs[blocks.Length - 1]);
        for (; at < docs.Length && docs[at] <= last; at++)
        {
            // Written in any case: there is no branch to be guessed wrongly.
            (slots[count], places[count]) = (at, Find(blocks, docs[at]));
            count += places[count] >= 0 ? 1 : 0;
        }

        return count;
    }

    private static int Find512(TermBlocks blocks, ReadOnlySpan<int> docs, ref int at, Span<int> slots, Span<int> places)
    {
        var lasts = MemoryMarshal.Cast<int, Vector512<int>>(blocks.Lasts())[0];
        var rows = MemoryMarshal.Cast<int, Vector512<int>>(blocks.Docs);
        var (count, last, i) = (0, blocks.Docs[blocks.Length - 1], at);
        for (; i < docs.Length && docs[i] <= last; i++)
        {
            var wanted = Vector512.Create(docs[i]);
            var row = BitOperations.PopCount(Vector512.LessThan(lasts, wanted).ExtractMostSignificantBits());
            var found = Vector512.Equals(rows[row], wanted).ExtractMostSignificantBits();
            (slots[count], places[count]) = (i, (row * TermBlocks.Step) + BitOperations.TrailingZeroCount(found));
            count += found != 0 ? 1 : 0;
        }

        at = i;
        return count;
    }

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
