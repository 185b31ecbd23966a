using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>The best documents of an exact phrase, of those that its matching has found: reading positions takes most of the time, and what a phrase may score is known hardly sooner.</summary>
internal sealed class PhraseRanking(TopHitsCollector top, PhraseMatching phrase, BM25Scorer similarity, NormsColumn norms, VectorPath path)
{
    /// <summary>Offers all.</summary>
    /// <param name="docs">Documents that are among those found.</param>
    public void Run(ReadOnlySpan<int> docs)
    {
        var found = phrase.Found!.List;
        Span<int> freqs = stackalloc int[PostingsFormat.BlockSize];
        Span<float> scores = stackalloc float[PostingsFormat.BlockSize];
        for (var at = 0; !docs.IsEmpty;)
        {
            var part = docs[..Math.Min(docs.Length, freqs.Length)];
            for (var i = 0; i < part.Length; i++)
            {
                while (found[at] != part[i])
                {
                    at++;
                }

                freqs[i] = phrase.Freqs![at];
            }

            similarity.Scores(part, freqs, norms.Values, scores[..part.Length], path);
            top.Collect(part, scores);
            docs = docs[part.Length..];
        }
    }
}
