using System.Buffers.Binary;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>The documents of a term, block by block and without frequencies.</summary>
internal static class TermMatching
{
    /// <summary>Where a block's documents lie closer than this, several fall into a word and are put there together.</summary>
    private const int CloseGap = 12;

    /// <summary>All documents.</summary>
    public static DocSet All(TermBlocks blocks, SegmentPass pass)
    {
        if (blocks.DocFreq > pass.MostInList)
        {
            var bits = pass.RentBits();
            AddTo(blocks, bits);
            return DocSet.OfBits(bits, pass.Words);
        }

        var list = pass.RentList(blocks.DocFreq);
        return DocSet.OfList(list, CopyTo(blocks, list));
    }

    /// <summary>Writes all documents.</summary>
    /// <returns>How many.</returns>
    public static int CopyTo(TermBlocks blocks, Span<int> list)
    {
        var count = 0;
        for (var block = 0; blocks.Load(block); block++)
        {
            blocks.Docs.AsSpan(0, blocks.Length).CopyTo(list[count..]);
            count += blocks.Length;
        }

        return count;
    }

    /// <summary>Sets the bits of all documents, as far as they are below <paramref name="end"/>, perhaps of more.</summary>
    public static void AddTo(TermBlocks blocks, Span<ulong> bits, int end = int.MaxValue)
    {
        var docs = Span<int>.Empty;
        for (var block = 0; block < blocks.Count && (docs.IsEmpty || docs[^1] < end); block++)
        {
            var words = end == int.MaxValue ? blocks.BitSetOf(block) : [];
            if (!words.IsEmpty)
            {
                AddWords(words, bits[(blocks.FirstDoc(block) >> 6)..]);
                continue;
            }

            blocks.Load(block);
            docs = blocks.Docs.AsSpan(0, blocks.Length);
            Add(docs, bits, low: 0);
        }
    }

    /// <summary>Sets bits.</summary>
    /// <param name="docs">The documents, ascending.</param>
    /// <param name="bits">The bits.</param>
    /// <param name="low">What the first bit stands for; a multiple of 64.</param>
    public static void Add(ReadOnlySpan<int> docs, Span<ulong> bits, int low)
    {
        if (docs.Length > 1 && docs[^1] - docs[0] < docs.Length * CloseGap)
        {
            AddClose(docs, bits, low);
            return;
        }

        foreach (var doc in docs)
        {
            bits[(doc - low) >> 6] |= 1UL << (doc & 63);
        }
    }

    /// <summary>The documents that are in a set too.</summary>
    public static DocSet Within(TermBlocks blocks, DocSet within, SegmentPass pass)
    {
        if (!within.IsList)
        {
            var docs = pass.RentList(blocks.DocFreq);
            return DocSet.OfList(docs, WithinBits(blocks, within.Bits, docs));
        }

        var (kept, numbers) = (pass.RentList(within.Count), pass.RentList(within.Count));
        var count = ListInBlocks.Find(blocks, within.List, kept, numbers);
        var list = within.List;
        foreach (ref var slot in kept.AsSpan(0, count))
        {
            slot = list[slot];
        }

        return DocSet.OfList(kept, count);
    }

    private static int WithinBits(TermBlocks blocks, ReadOnlySpan<ulong> bits, Span<int> kept)
    {
        Span<int> buffer = stackalloc int[PostingsFormat.BlockSize + 1];
        int count = 0, total = 0;
        for (var block = 0; blocks.Load(block); block++)
        {
            foreach (var doc in blocks.Docs.AsSpan(0, blocks.Length))
            {
                // Written in any case: there is no branch to be guessed wrongly.
                buffer[count] = doc;
                count += (int)(bits[doc >> 6] >> (doc & 63) & 1);
            }

            buffer[..count].CopyTo(kept[total..]);
            (total, count) = (total + count, 0);
        }

        return total;
    }

    /// <summary>Writes those of ascending documents that the term has; the target may be the list itself.</summary>
    /// <param name="blocks">The term's blocks.</param>
    /// <param name="list">The documents.</param>
    /// <param name="kept">Room for all.</param>
    /// <param name="bounds">A number for each block; empty where all blocks are looked at.</param>
    /// <param name="least">Blocks with a lower number are passed over.</param>
    /// <returns>How many.</returns>
    public static int Keep(TermBlocks blocks, ReadOnlySpan<int> list, Span<int> kept, ReadOnlySpan<float> bounds = default, double least = 0)
    {
        int count = 0, block = 0, i = 0;
        while (i < list.Length)
        {
            block = blocks.FindBlock(list[i], block);
            if (block == blocks.Count)
            {
                break;
            }

            if (!bounds.IsEmpty && bounds[block] < least)
            {
                i = Skip(list, i, blocks.LastDocs[block]);
                continue;
            }

            var words = blocks.BitSetOf(block);
            if (!words.IsEmpty)
            {
                i = WithinWords(blocks, block, words, list, i, kept, ref count);
                continue;
            }

            blocks.Load(block);
            var last = blocks.Docs[blocks.Length - 1];
            while (i < list.Length && list[i] <= last)
            {
                if (Stretch.Begins(list, i))
                {
                    i = KeepStretch(blocks, list, i, kept, ref count);
                    continue;
                }

                kept[count] = list[i];
                count += BlockSearch.Find(blocks, list[i++]) >= 0 ? 1 : 0;
            }

            // A tail's end may be known only now.
            block++;
        }

        return count;
    }

    private static int KeepStretch(TermBlocks blocks, ReadOnlySpan<int> list, int i, Span<int> kept, ref int count)
    {
        var docs = blocks.Docs.AsSpan(0, blocks.Length);
        var end = Stretch.End(list, i, docs[^1]);
        var highest = list[end - 1];
        for (var place = BlockSearch.FirstAtLeast(blocks, list[i]); place < docs.Length && docs[place] <= highest; place++)
        {
            kept[count++] = docs[place];
        }

        return end;
    }

    private static int Skip(ReadOnlySpan<int> list, int i, int last)
    {
        while (i < list.Length && list[i] <= last)
        {
            i++;
        }

        return i;
    }

    private static int WithinWords(TermBlocks blocks, int block, ReadOnlySpan<byte> words, ReadOnlySpan<int> list, int i, Span<int> kept, ref int count)
    {
        var first = blocks.FirstDoc(block) & ~63;
        for (var last = blocks.LastDocs[block]; i < list.Length && list[i] <= last; i++)
        {
            var bit = list[i] - first;
            if ((words[bit >> 3] >> (bit & 7) & 1) != 0)
            {
                kept[count++] = list[i];
            }
        }

        return i;
    }

    private static void AddWords(ReadOnlySpan<byte> words, Span<ulong> bits)
    {
        for (var i = 0; i < words.Length / sizeof(ulong); i++)
        {
            bits[i] |= BinaryPrimitives.ReadUInt64LittleEndian(words[(i * sizeof(ulong))..]);
        }
    }

    private static void AddClose(ReadOnlySpan<int> docs, Span<ulong> bits, int low)
    {
        var (at, word) = ((docs[0] - low) >> 6, 0UL);
        foreach (var doc in docs)
        {
            if ((doc - low) >> 6 != at)
            {
                bits[at] |= word;
                (at, word) = ((doc - low) >> 6, 0);
            }

            word |= 1UL << (doc & 63);
        }

        bits[at] |= word;
    }
}
