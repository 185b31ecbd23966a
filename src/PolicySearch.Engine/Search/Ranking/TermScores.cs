using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>A term's documents with their scores, and what each block can score at most.</summary>
internal sealed class TermScores
{
    /// <summary>From so many on, all scores of a block are computed at once.</summary>
    public const int ManyPlaces = 24;

    private static readonly int[] AllPlaces = [.. Enumerable.Range(0, PostingsFormat.BlockSize)];

    private readonly BM25Scorer _similarity;
    private readonly NormsColumn? _norms;
    private float[]? _scores;
    private int _scored = -1;
    private int _leastBlock = -1;
    private int _leastFreq;
    private float[]? _bounds;
    private int[]? _freqs;

    public TermScores(TermBlocks blocks, BM25Scorer similarity, NormsColumn? norms)
    {
        Blocks = blocks;
        _similarity = similarity;
        _norms = norms;
    }

    public TermBlocks Blocks { get; }

    /// <summary>No document of a block scores higher.</summary>
    public float[] Bounds => _bounds ??= ReadBounds();

    /// <summary>No document scores higher.</summary>
    public float MaxScore => Bounds.Max();

    /// <summary>The highest bound of the blocks that may have documents from <paramref name="first"/> to <paramref name="last"/>; negative where there is none.</summary>
    /// <param name="first">Lowest document.</param>
    /// <param name="last">Highest document.</param>
    /// <param name="block">Where to begin looking; moves to the first of these blocks.</param>
    public float BoundWithin(int first, int last, ref int block)
    {
        block = Blocks.FindBlock(first, block);
        var bound = -1f;
        for (var at = block; at < Bounds.Length && Blocks.FirstDoc(at) <= last; at++)
        {
            bound = Math.Max(bound, Bounds[at]);
        }

        return bound;
    }

    /// <summary>The scores of all documents of a block, which is loaded.</summary>
    public ReadOnlySpan<float> Scores(int block)
    {
        Blocks.Load(block);
        _scores ??= new float[PostingsFormat.BlockSize];
        var scores = _scores.AsSpan(0, Blocks.Length);
        if (_scored != block)
        {
            if (_norms is null)
            {
                scores.Fill(_similarity.Score(1, BM25Similarity.NoNorm));
            }
            else
            {
                _similarity.Scores(Blocks.Docs, Blocks.Freqs(block), _norms.Values, scores, Blocks.Path);
            }

            _scored = block;
        }

        return scores;
    }

    /// <summary>The score of one document of the loaded block.</summary>
    public float Score(int index) =>
        _scored == Blocks.Number ? _scores![index]
        : _norms is null ? _similarity.Score(1, BM25Similarity.NoNorm)
        : _similarity.Score(Blocks.Freqs(Blocks.Number)[index], _norms.Values[Blocks.Docs[index]]);

    /// <summary>The lengths of the term's field; null where all count as one.</summary>
    public NormsColumn? Norms => _norms;

    /// <summary>The length of a document, as a byte.</summary>
    public byte LengthOf(int doc) => _norms is null ? BM25Similarity.NoNorm : _norms.Values[doc];

    /// <summary>Writes the lengths of documents, as bytes.</summary>
    public void Lengths(ReadOnlySpan<int> docs, Span<byte> lengths)
    {
        if (_norms is null)
        {
            lengths.Fill(BM25Similarity.NoNorm);
            return;
        }

        var norms = _norms.Values;
        for (var i = 0; i < docs.Length; i++)
        {
            lengths[i] = norms[docs[i]];
        }
    }

    /// <summary>The score of a document by its number among the term's documents; its block need not be loaded.</summary>
    public float ScoreOf(int number, byte length) => _norms is null
        ? _similarity.Score(1, BM25Similarity.NoNorm)
        : _similarity.Score(Blocks.Freqs(number / PostingsFormat.BlockSize)[number % PostingsFormat.BlockSize], length);

    /// <summary>Whether a document's frequency allows a score, whatever its length: cheaper than to compute the score.</summary>
    /// <param name="number">The document's number among the term's.</param>
    /// <param name="score">The score; it only rises from call to call in a block.</param>
    public bool Allows(int number, double score)
    {
        var block = number / PostingsFormat.BlockSize;
        if (block != _leastBlock)
        {
            var impacts = _norms is null || score <= 0 ? [] : Blocks.BlockImpacts(block);
            (_leastBlock, _leastFreq) = (block, impacts.IsEmpty ? 1 : _similarity.LeastFreq(score, impacts[Impacts.Count]));
        }

        return _leastFreq <= 1 || Blocks.Freqs(block)[number % PostingsFormat.BlockSize] >= _leastFreq;
    }

    /// <summary>Writes the scores of some documents, at most as many as a block has.</summary>
    /// <param name="numbers">Their numbers among the term's documents, ascending.</param>
    /// <param name="lengths">Their lengths, as bytes.</param>
    /// <param name="scores">Receives the scores.</param>
    public void Scores(ReadOnlySpan<int> numbers, ReadOnlySpan<byte> lengths, Span<float> scores)
    {
        scores = scores[..numbers.Length];
        if (_norms is null)
        {
            scores.Fill(_similarity.Score(1, BM25Similarity.NoNorm));
            return;
        }

        _freqs ??= new int[PostingsFormat.BlockSize];
        Blocks.Freqs(numbers, _freqs);
        _similarity.Scores(_freqs, lengths, scores, Blocks.Path);
    }

    /// <summary>Writes the places in a block of documents whose frequency allows a score; the others need not be looked at.</summary>
    /// <param name="block">The block; it need not be loaded.</param>
    /// <param name="score">Least score.</param>
    /// <param name="places">Room for a whole block.</param>
    /// <returns>How many.</returns>
    public int Competitive(int block, double score, Span<int> places)
    {
        var impacts = _norms is null || score <= 0 ? [] : Blocks.BlockImpacts(block);
        var least = impacts.IsEmpty ? 1 : _similarity.LeastFreq(score, impacts[Impacts.Count]);
        var length = Blocks.LengthOf(block);
        if (least <= 1)
        {
            AllPlaces.AsSpan(0, length).CopyTo(places);
            return length;
        }

        return AtLeast(Blocks.Freqs(block).AsSpan(0, length), least, places, Blocks.Path);
    }

    private static int AtLeast(ReadOnlySpan<int> freqs, int least, Span<int> places, VectorPath path)
    {
        int count = 0, i = 0;
        if (path != VectorPath.Plain)
        {
            var wanted = Vector256.Create(least);
            var rows = MemoryMarshal.Cast<int, Vector256<int>>(freqs);
            for (; i < rows.Length; i++)
            {
                for (var found = Vector256.GreaterThanOrEqual(rows[i], wanted).ExtractMostSignificantBits(); found != 0; found &= found - 1)
                {
                    places[count++] = (i * Vector256<int>.Count) + BitOperations.TrailingZeroCount(found);
                }
            }

            i *= Vector256<int>.Count;
        }

        for (; i < freqs.Length; i++)
        {
            if (freqs[i] >= least)
            {
                places[count++] = i;
            }
        }

        return count;
    }

    private float[] ReadBounds()
    {
        var bounds = new float[Blocks.Count];
        for (var block = 0; block < bounds.Length; block++)
        {
            bounds[block] = BoundOf(block);
        }

        return bounds;
    }

    private float BoundOf(int block)
    {
        if (_norms is null)
        {
            return _similarity.Score(1, BM25Similarity.NoNorm);
        }

        var impacts = Blocks.BlockImpacts(block);
        if (!impacts.IsEmpty)
        {
            return _similarity.Bound(impacts);
        }

        // A list too short for a table is scored at once; of an old segment's blocks nothing is known.
        var bound = 0f;
        foreach (var score in Blocks.Count == 1 ? Scores(block) : [])
        {
            bound = Math.Max(bound, score);
        }

        return Blocks.Count == 1 ? bound : _similarity.MaxScore;
    }
}
