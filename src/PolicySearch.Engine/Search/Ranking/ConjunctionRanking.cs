using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>The best of the documents that have all of several terms: there are few of them, and where their frequencies stand is known, so all are scored, a batch at a time.</summary>
/// <param name="top">Where the best go.</param>
/// <param name="terms">The terms.</param>
internal sealed class ConjunctionRanking(TopHitsCollector top, IReadOnlyList<TermScores> terms)
{
    private const int BatchSize = PostingsFormat.BlockSize;

    private readonly byte[] _lengths = new byte[BatchSize];
    private readonly float[] _scores = new float[BatchSize];
    private readonly double[] _sums = new double[BatchSize];

    /// <summary>Offers the best.</summary>
    /// <param name="found">The documents.</param>
    public void Run(TermIntersection found)
    {
        var all = found.Docs.List;
        for (var from = 0; from < all.Length; from += BatchSize)
        {
            var docs = all.Slice(from, Math.Min(BatchSize, all.Length - from));
            var sums = _sums.AsSpan(0, docs.Length);
            sums.Clear();
            for (var term = 0; term < terms.Count; term++)
            {
                if (term == 0 || terms[term].Norms != terms[term - 1].Norms)
                {
                    terms[term].Lengths(docs, _lengths);
                }

                terms[term].Scores(found.Numbers(term).Slice(from, docs.Length), _lengths, _scores);
                for (var i = 0; i < sums.Length; i++)
                {
                    sums[i] += _scores[i];
                }
            }

            for (var i = 0; i < sums.Length; i++)
            {
                _scores[i] = (float)sums[i];
            }

            top.Collect(docs, _scores.AsSpan(0, docs.Length));
        }
    }
}
