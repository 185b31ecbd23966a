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
