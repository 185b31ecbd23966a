using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>Looks for documents in a decoded block, eight neighbours at a time and without a branch on whether they are there.</summary>
internal static class BlockSearch
{
    private const int Step = 8;
    private const int Stride = 64;

    /// <summary>The place of the first document that is not lower; the end where all are.</summary>
    public static int FirstAtLeast(ReadOnlySpan<int> docs, int doc)
    {
        var at = docs.BinarySearch(doc);
        return at < 0 ? ~at : at;
    }

    /// <summary>The place of a document at or after <paramref name="from"/>; -1 where it is not. <paramref name="from"/> moves to the eight among which it would be.</summary>
    /// <param name="blocks">The block that is loaded, whose last document is not lower than <paramref name="doc"/>.</param>
    /// <param name="doc">Not below any document looked for with this <paramref name="from"/> before.</param>
    /// <param name="from">A multiple of eight.</param>
    public static int Find(TermBlocks blocks, int doc, ref int from)
    {
        var docs = blocks.Docs;
        while (from + Stride <= docs.Length && docs[from + Stride - 1] < doc)
        {
            from += Stride;
        }

        while (docs[from + Step - 1] < doc)
        {
            from += Step;
        }

        if (blocks.Path == VectorPath.Plain)
        {
            return Array.IndexOf(docs, doc, from, Step);
        }

        var found = Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(docs), (nuint)from), Vector256.Create(doc)).ExtractMostSignificantBits();
        return found == 0 ? -1 : from + BitOperations.TrailingZeroCount(found);
    }
}
