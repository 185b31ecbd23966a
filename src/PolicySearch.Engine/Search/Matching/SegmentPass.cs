using System.Buffers;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Weights;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>One search's work on one segment: what it looked up, and the memory it borrowed, which goes back at the end. Used by one thread.</summary>
/// <param name="ordinal">The segment's place in the reader.</param>
/// <param name="segment">The segment.</param>
internal sealed class SegmentPass(int ordinal, SegmentReader segment) : IDisposable
{
    private readonly List<int[]> _lists = [];
    private readonly List<ulong[]> _bits = [];
    private readonly Dictionary<TermWeight, TermBlocks?> _blocks = [];
    private readonly Dictionary<PhraseWeight, PhraseMatching?> _phrases = [];
    private readonly Dictionary<CachedWeight, DocSet?> _kept = [];

    public int Ordinal => ordinal;

    public SegmentReader Segment => segment;

    public VectorPath Path => segment.Core.Postings.Path;

    public int MaxDoc => segment.MaxDoc;

    /// <summary>Words of a bit set over the segment.</summary>
    public int Words => (segment.MaxDoc + 63) >> 6;

    /// <summary>More documents than this are kept as bits: they take less room, and a list is no longer faster to go through.</summary>
    public int MostInList => segment.MaxDoc / 8;

    /// <summary>A bit for each document, none set.</summary>
    public ulong[] RentBits()
    {
        var bits = ArrayPool<ulong>.Shared.Rent(Words);
        _bits.Add(bits);
        bits.AsSpan(0, Words).Clear();
        return bits;
    }

    /// <summary>Room for so many documents.</summary>
    public int[] RentList(int length)
    {
        var list = ArrayPool<int>.Shared.Rent(length);
        _lists.Add(list);
        return list;
    }

    /// <summary>The blocks of a term, looked up once; null where the segment does not have it.</summary>
    public TermBlocks? Blocks(TermWeight weight)
    {
        if (!_blocks.TryGetValue(weight, out var blocks))
        {
            var state = weight.Find(segment);
            blocks = state.DocFreq == 0 ? null : new TermBlocks(segment.Core.Postings, state);
            _blocks[weight] = blocks;
        }

        return blocks;
    }

    /// <summary>A phrase, looked up once; null where the segment lacks a term.</summary>
    public PhraseMatching? Phrase(PhraseWeight weight)
    {
        if (!_phrases.TryGetValue(weight, out var phrase))
        {
            _phrases[weight] = phrase = weight.Find(segment);
        }

        return phrase;
    }

    /// <summary>What is kept of a filter, looked up once; null where nothing is.</summary>
    public DocSet? Kept(CachedWeight weight)
    {
        if (!_kept.TryGetValue(weight, out var set))
        {
            set = weight.Find(this);
            _kept[weight] = set;
        }

        return set;
    }

    public void Dispose()
    {
        foreach (var list in _lists)
        {
            ArrayPool<int>.Shared.Return(list);
        }

        foreach (var bits in _bits)
        {
            ArrayPool<ulong>.Shared.Return(bits);
        }

        _lists.Clear();
        _bits.Clear();
    }
}
