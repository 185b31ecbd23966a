using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>Finds documents of an ascending list among those of a term, and which of the term's they are.</summary>
internal static class ListInBlocks
{
    /// <summary>Documents that are looked for one by one before it is asked again whether a stretch begins.</summary>
    private const int Group = 64;

    /// <summary>A bit set of more words is larger than packed differences can be.</summary>
    private const int MostWords = PostingsFormat.MaxDocWidth * PostingsFormat.BlockSize / 64;

    /// <summary>Finds those documents that the term has.</summary>
    /// <param name="blocks">The term's blocks.</param>
    /// <param name="list">The documents, ascending.</param>
    /// <param name="slots">Receives their places in the list; as long as the list.</param>
    /// <param name="numbers">Receives their numbers among the term's documents; as long as the list.</param>
    /// <param name="block">A block before which none of them stands.</param>
    /// <param name="ends">The list's <see cref="Stretch.Ends"/>, for lists that have many stretches; empty where they are not known.</param>
    /// <returns>How many.</returns>
    public static int Find(TermBlocks blocks, ReadOnlySpan<int> list, Span<int> slots, Span<int> numbers, int block = 0, ReadOnlySpan<int> ends = default)
    {
        int count = 0, at = 0;
        while (at < list.Length && (block = blocks.FindBlock(list[at], block)) < blocks.Count)
        {
            var words = blocks.BitSetOf(block);
            var from = count;
            count = words.IsEmpty || words.Length > MostWords * sizeof(ulong)
                ? FindDocs(blocks, block, list, ends, ref at, slots, numbers, count)
                : FindBits(MemoryMarshal.Cast<byte, ulong>(words), blocks.FirstDoc(block) & ~63, blocks.LastDocs[block], list, ref at, slots, numbers, count);
            foreach (ref var number in numbers[from..count])
            {
                number += block * PostingsFormat.BlockSize;
            }

            // A tail's end may be known only now.
            block++;
        }

        return count;
    }

    private static int FindDocs(TermBlocks blocks, int block, ReadOnlySpan<int> list, ReadOnlySpan<int> ends, ref int at, Span<int> slots, Span<int> places, int count)
    {
        blocks.Load(block);
        var last = blocks.Docs[blocks.Length - 1];
        while (at < list.Length && list[at] <= last)
        {
            var end = StretchEnd(list, ends, at, last);
            count = end > at
                ? AddStretch(blocks, list, ref at, end, slots, places, count)
                : BlockSearch.FindAll(blocks, list[..GroupEnd(list, ends, at)], last, ref at, slots, places, count);
        }

        return count;
    }

    /// <summary>The end of a stretch that is worth it, as far as the block goes; the place itself where none begins there.</summary>
    private static int StretchEnd(ReadOnlySpan<int> list, ReadOnlySpan<int> ends, int at, int last)
    {
        if (ends.IsEmpty)
        {
            return Stretch.Begins(list, at) ? Stretch.End(list, at, last) : at;
        }

        return ends[at] - at >= Stretch.Least ? at + (int)Math.Min(ends[at] - at, last - list[at] + 1L) : at;
    }

    /// <summary>How far documents are looked for one by one.</summary>
    private static int GroupEnd(ReadOnlySpan<int> list, ReadOnlySpan<int> ends, int at)
    {
        var (end, most) = (at + 1, Math.Min(at + Group, list.Length));
        while (end < most && !ends.IsEmpty && ends[end] - end < Stretch.Least)
        {
            end++;
        }

        return ends.IsEmpty ? most : end;
    }

    private static int AddStretch(TermBlocks blocks, ReadOnlySpan<int> list, ref int at, int end, Span<int> slots, Span<int> places, int count)
    {
        var (shift, highest) = (at - list[at], list[end - 1]);
        var docs = blocks.Docs.AsSpan(0, blocks.Length);
        for (var place = BlockSearch.FirstAtLeast(blocks, list[at]); place < docs.Length && docs[place] <= highest; place++)
        {
            (slots[count], places[count]) = (docs[place] + shift, place);
            count++;
        }

        at = end;
        return count;
    }

    /// <summary>Asks the bits of a block that is a bit set; as many as are set before a document, so many of the block's come before it.</summary>
    private static int FindBits(ReadOnlySpan<ulong> words, int first, int last, ReadOnlySpan<int> list, ref int at, Span<int> slots, Span<int> places, int count)
    {
        Span<byte> before = stackalloc byte[MostWords];
        var ones = 0;
        for (var i = 0; i < words.Length; i++)
        {
            before[i] = (byte)ones;
            ones += BitOperations.PopCount(words[i]);
        }

        ref var slot = ref MemoryMarshal.GetReference(slots[..list.Length]);
        ref var place = ref MemoryMarshal.GetReference(places[..list.Length]);
        for (; at < list.Length && list[at] <= last; at++)
        {
            var bit = list[at] - first;
            var word = words[bit >> 6];

            // Written in any case: there is no branch to be guessed wrongly, and what is found is never more than was looked for.
            Unsafe.Add(ref slot, count) = at;
            Unsafe.Add(ref place, count) = before[bit >> 6] + BitOperations.PopCount(word & ((1UL << bit) - 1));
            count += (int)(word >> bit & 1);
        }

        return count;
    }
}
