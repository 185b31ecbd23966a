using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>
/// The best of the documents that have all of several terms: there are few, and where their frequencies stand is known, so that all are scored, a batch at a time.
/// To ask bounds, of lists or of single documents, takes longer than what they spare.
/// </summary>
internal static class ConjunctionRanking
{
    /// <summary>Offers the best.</summary>
    /// <param name="pass">The work on the segment.</param>
    /// <param name="terms">Two or more terms, the rarest first.</param>
    /// <param name="top">Where the best go.</param>
    /// <returns>All documents that have the terms.</returns>
    public static DocSet Run(SegmentPass pass, IReadOnlyList<TermScores> terms, TopHitsCollector top)
    {
        var found = new TermIntersection([.. terms.Select(term => term.Blocks)], pass);
        Span<byte> lengths = stackalloc byte[PostingsFormat.BlockSize];
        Span<float> scores = stackalloc float[PostingsFormat.BlockSize];
        Span<double> sums = stackalloc double[PostingsFormat.BlockSize];
        for (var from = 0; from < found.Docs.Count; from += PostingsFormat.BlockSize)
        {
            var docs = found.Docs.List.Slice(from, Math.Min(PostingsFormat.BlockSize, found.Docs.Count - from));
            sums.Clear();
            for (var term = 0; term < terms.Count; term++)
            {
                if (term == 0 || terms[term].Norms != terms[term - 1].Norms)
                {
                    terms[term].Lengths(docs, lengths);
                }

                terms[term].Scores(found.Numbers(term).Slice(from, docs.Length), lengths, scores);
                for (var i = 0; i < docs.Length; i++)
                {
                    sums[i] += scores[i];
                }
            }

            for (var i = 0; i < docs.Length; i++)
            {
                scores[i] = (float)sums[i];
            }

            top.Collect(docs, scores);
        }

        return found.Docs;
    }
}
