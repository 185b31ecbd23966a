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

    /// <summary>Sets the bits of all documents, and others of those whose bit was set before.</summary>
    /// <param name="blocks">The term.</param>
    /// <param name="any">Bits of documents that have a term.</param>
    /// <param name="several">Bits of documents that have two or more.</param>
    public static void AddTo(TermBlocks blocks, Span<ulong> any, Span<ulong> several)
    {
        for (var block = 0; blocks.Load(block); block++)
        {
            foreach (var doc in blocks.Docs.AsSpan(0, blocks.Length))
            {
                var (at, bit) = (doc >> 6, 1UL << doc);
                var word = any[at];
                several[at] |= word & bit;
                any[at] = word | bit;
            }
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
