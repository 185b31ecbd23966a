using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search;

/// <summary>
/// BM25 as Lucene 8 and later compute it (k1 = 1.2, b = 0.75, single precision, without the factor k1 + 1):
/// <c>boost * idf * tf / (tf + k1 * (1 - b + b * length / averageLength))</c>, <c>idf = ln(1 + (N - df + 0.5) / (df + 0.5))</c>,
/// N being the number of documents that have the field. A phrase's idf is the sum of its terms'.
/// </summary>
/// <remarks>Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); Lucene's BM25Similarity.</remarks>
internal static class BM25Similarity
{
    public const float K1 = 1.2f;
    public const float B = 0.75f;

    /// <summary>The length byte of fields without lengths (keywords): all are of length 1, as in Lucene.</summary>
    public const byte NoNorm = 1;

    private static readonly float[] Lengths = [.. Enumerable.Range(0, 256).Select(norm => (float)NormEncoding.Decode((byte)norm))];

    public static float Idf(long docFreq, long docCount) => (float)Math.Log(1 + ((docCount - docFreq + 0.5) / (docFreq + 0.5)));

    public static float AverageLength(in FieldStatistics field) => (float)(field.SumTotalTermFreq / (double)field.DocCount);

    /// <summary>The scorer of a term, or of several that are scored as one.</summary>
    public static BM25Scorer Scorer(float boost, in FieldStatistics field, params ReadOnlySpan<TermStatistics> terms)
    {
        double idf = 0;
        foreach (var term in terms)
        {
            idf += Idf(term.DocFreq, field.DocCount);
        }

        var averageLength = AverageLength(field);
        var cache = new float[256];
        var rows = MemoryMarshal.Cast<float, Vector256<float>>(cache.AsSpan());
        var lengths = MemoryMarshal.Cast<float, Vector256<float>>(Lengths);
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = Vector256<float>.One / (K1 * (Vector256.Create(1 - B) + (B * lengths[row] / averageLength)));
        }

        return new BM25Scorer(boost, (float)idf, averageLength, cache);
    }

    public static float Length(byte norm) => Lengths[norm];
}

/// <summary>Scores a term by frequency and length byte.</summary>
internal sealed class BM25Scorer(float boost, float idf, float averageLength, float[] inverseByNorm)
{
    private const double FreqSlack = 1e-3;
    private const double HighestShare = 0.999;

    private readonly float _weight = boost * idf;

    /// <summary>The score; written as 1 - 1 / (1 + x) so that rounding never lets it fall as the frequency rises.</summary>
    public float Score(float freq, byte norm) => _weight - (_weight / (1f + (freq * inverseByNorm[norm])));

    /// <summary>The scorer of a term of which the collection's statistics know nothing.</summary>
    public static BM25Scorer Zero { get; } = new(0, 0, 1, new float[256]);

    /// <summary>No score is higher.</summary>
    public float MaxScore => _weight;

    /// <summary>The highest score among the pairs of an entry of <see cref="Impacts"/>.</summary>
    public float Bound(ReadOnlySpan<byte> impacts)
    {
        // The score grows with this, and dividing once is enough.
        var most = 0f;
        for (var i = 0; i < Impacts.Count; i++)
        {
            var x = impacts[i] * inverseByNorm[impacts[Impacts.Count + i]];
            most = Math.Max(most, impacts[i] == Impacts.Unbounded ? float.PositiveInfinity : x);
        }

        return _weight - (_weight / (1f + most));
    }

    /// <summary>No document of this or a longer length reaches the score with a lower frequency.</summary>
    /// <param name="score">Above 0.</param>
    /// <param name="norm">The shortest length.</param>
    /// <returns>1 or more; <see cref="int.MaxValue"/> where no frequency is enough.</returns>
    public int LeastFreq(double score, byte norm)
    {
        if (score * (1 - FreqSlack) > _weight)
        {
            return int.MaxValue;
        }

        // The formula turned around. Rounding is given room, which is too little close to the highest score of all.
        score = Math.Min(score, _weight * HighestShare);
        var freq = ((_weight / (_weight - score)) - 1) / inverseByNorm[norm] * (1 - FreqSlack);
        return freq < int.MaxValue ? Math.Max(1, (int)Math.Ceiling(freq)) : 1;
    }

    /// <summary>Scores the documents of a block.</summary>
    /// <param name="docs">The documents.</param>
    /// <param name="freqs">Their frequencies.</param>
    /// <param name="norms">The length bytes of all documents.</param>
    /// <param name="scores">Receives the scores: as many as are wanted.</param>
    /// <param name="path">How vectors are used.</param>
    public void Scores(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, ReadOnlySpan<byte> norms, Span<float> scores, VectorPath path)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = inverseByNorm[norms[docs[i]]];
        }

        Finish(freqs, scores, path);
    }

    /// <summary>Scores documents.</summary>
    /// <param name="freqs">Their frequencies.</param>
    /// <param name="lengths">Their length bytes.</param>
    /// <param name="scores">Receives the scores: as many as are wanted.</param>
    /// <param name="path">How vectors are used.</param>
    public void Scores(ReadOnlySpan<int> freqs, ReadOnlySpan<byte> lengths, Span<float> scores, VectorPath path)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = inverseByNorm[lengths[i]];
        }

        Finish(freqs, scores, path);
    }

    /// <summary>Makes scores of what the documents' lengths stand for.</summary>
    private void Finish(ReadOnlySpan<int> freqs, Span<float> scores, VectorPath path)
    {
        var done = 0;
        if (path != VectorPath.Plain)
        {
            // The same operations in the same order as for one document, so the same bits.
            var rows = MemoryMarshal.Cast<float, Vector256<float>>(scores);
            var freqRows = MemoryMarshal.Cast<int, Vector256<int>>(freqs);
            var weight = Vector256.Create(_weight);
            for (var row = 0; row < rows.Length; row++)
            {
                rows[row] = weight - (weight / (Vector256<float>.One + (Vector256.ConvertToSingle(freqRows[row]) * rows[row])));
            }

            done = rows.Length * Vector256<float>.Count;
        }

        for (var i = done; i < scores.Length; i++)
        {
            scores[i] = _weight - (_weight / (1f + (freqs[i] * scores[i])));
        }
    }

    public Explanation Explain(float freq, byte norm)
    {
        var tf = Explanation.Match(
            1f - (1f / (1f + (freq * inverseByNorm[norm]))),
            "tf, computed as freq / (freq + k1 * (1 - b + b * dl / avgdl)) from:",
            Explanation.Match(freq, "freq, occurrences of term within document"),
            Explanation.Match(BM25Similarity.K1, "k1, term saturation parameter"),
            Explanation.Match(BM25Similarity.B, "b, length normalization parameter"),
            Explanation.Match(BM25Similarity.Length(norm), "dl, length of field"),
            Explanation.Match(averageLength, "avgdl, average length of field"));
        return Explanation.Match(
            Score(freq, norm),
            $"score(freq={freq}), computed as boost * idf * tf from:",
            Explanation.Match(boost, "boost"),
            Explanation.Match(idf, "idf, sum over the terms of log(1 + (N - n + 0.5) / (n + 0.5))"),
            tf);
    }
}
