using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>The best documents of an exact phrase, of those that its matching has found: reading positions takes most of the time, and what a phrase may score is known hardly sooner.</summary>
internal sealed class PhraseRanking(TopHitsCollector top, PhraseMatching phrase, BM25Scorer similarity, NormsColumn norms)
{
    /// <summary>Offers all.</summary>
    /// <param name="docs">Documents that are among those found.</param>
    public void Run(ReadOnlySpan<int> docs)
    {
        var found = phrase.Found!.List;
        var lengths = norms.Values;
        var at = 0;
        foreach (var doc in docs)
        {
            while (found[at] != doc)
            {
                at++;
            }

            var score = similarity.Score(phrase.Freqs![at], lengths[doc]);
            if (score >= top.Threshold)
            {
                top.Offer(doc, score);
            }
        }
    }
}
