using System.Buffers.Binary;
using System.Numerics;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>
/// The documents that a term has in a window, as bits. How many bits stand before a document tells the place of its frequency, so that it is found without looking for the document.
/// </summary>
/// <param name="blocks">The term's blocks.</param>
internal sealed class TermWindow(TermBlocks blocks)
{
    public const int SizeBits = 12;

    /// <summary>Documents of a window, which begins at a multiple of it.</summary>
    public const int Size = 1 << SizeBits;

    /// <summary>Words of a window's bits.</summary>
    public const int WordCount = Size / 64;

    private readonly ulong[] _words = new ulong[WordCount];

    private int _low = -1;
    private int _block;

    /// <summary>The number of the window's first document.</summary>
    private int _first;

    /// <summary>A word, and the number of the term's documents before it.</summary>
    private int _counted;
    private int _before;

    /// <summary>Copies a window's part of a set of bits; false where it is empty.</summary>
    public static bool TryCopy(DocSet set, int low, Span<ulong> target)
    {
        var words = set.Bits[(low >> 6)..];
        words = words[..Math.Min(words.Length, WordCount)];
        words.CopyTo(target);
        target[words.Length..].Clear();
        return words.ContainsAnyExcept(0UL);
    }

    /// <summary>The bits of a window.</summary>
    /// <param name="low">The window's first document.</param>
    public ulong[] Words(int low)
    {
        if (low != _low)
        {
            Fill(low);
        }

        return _words;
    }

    /// <summary>The number of a document among the term's, which has it; of the window whose bits were read last.</summary>
    /// <param name="at">The document's word.</param>
    /// <param name="bit">The document's bit.</param>
    public int NumberOf(int at, ulong bit)
    {
        if (at < _counted)
        {
            (_counted, _before) = (0, _first);
        }

        for (; _counted < at; _counted++)
        {
            _before += BitOperations.PopCount(_words[_counted]);
        }

        return _before + BitOperations.PopCount(_words[at] & (bit - 1));
    }

    private void Fill(int low)
    {
        Array.Clear(_words);
        _block = blocks.FindBlock(low, low > _low ? _block : 0);
        _low = low;
        for (var block = _block; block < blocks.Count && blocks.FirstDoc(block) < low + Size; block++)
        {
            var words = block == blocks.Number ? [] : blocks.BitSetOf(block);
            var before = words.IsEmpty ? AddDocs(block) : AddWords(words, (low >> 6) - (blocks.FirstDoc(block) >> 6));
            _first = block == _block ? (block * PostingsFormat.BlockSize) + before : _first;
        }

        (_counted, _before) = (0, _first);
    }

    /// <returns>How many documents of the block stand before the window.</returns>
    private int AddDocs(int block)
    {
        blocks.Load(block);
        var docs = blocks.Docs.AsSpan(0, blocks.Length);
        var from = docs[0] >= _low ? 0 : Place(docs, _low);
        var to = docs[^1] < _low + Size ? docs.Length : Place(docs, _low + Size);
        TermMatching.Add(docs[from..to], _words, _low);
        return from;
    }

    private int Place(ReadOnlySpan<int> docs, int doc) => docs[^1] < doc ? docs.Length : BlockSearch.FirstAtLeast(blocks, doc);

    /// <param name="words">A block's bits.</param>
    /// <param name="skipped">Words from their beginning to that of the window; negative where they begin within it.</param>
    private int AddWords(ReadOnlySpan<byte> words, int skipped)
    {
        var (before, count) = (0, words.Length / sizeof(ulong));
        for (var i = 0; i < Math.Min(skipped, count); i++)
        {
            before += BitOperations.PopCount(BinaryPrimitives.ReadUInt64LittleEndian(words[(i * sizeof(ulong))..]));
        }

        for (var i = Math.Max(0, skipped); i < Math.Min(count, skipped + WordCount); i++)
        {
            _words[i - skipped] |= BinaryPrimitives.ReadUInt64LittleEndian(words[(i * sizeof(ulong))..]);
        }

        return before;
    }
}
