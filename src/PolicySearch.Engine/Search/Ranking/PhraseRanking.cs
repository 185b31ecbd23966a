using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>The best documents of an exact phrase. It is never more frequent than the rarest of its terms in a document or block, which tells what it can score at most before positions are read.</summary>
internal sealed class PhraseRanking(TopHitsCollector top, PhraseMatching phrase, BM25Scorer similarity, NormsColumn norms, DocFilter filter)
{
    private TermScores[] _terms = [];
    private readonly int[] _places = new int[PostingsFormat.BlockSize];
    private readonly int[] _docs = new int[PostingsFormat.BlockSize];

    /// <summary>Ranks what the phrase's matching has found; the filter's documents are among that.</summary>
    public void RunFound()
    {
        var found = phrase.Found!.List;
        var lengths = norms.Values;
        var at = 0;
        foreach (var doc in filter.Set!.List)
        {
            while (found[at] != doc)
            {
                at++;
            }

            top.Offer(doc, similarity.Score(phrase.Freqs![at], lengths[doc]));
        }
    }

    /// <summary>Ranks the filter's documents, or all.</summary>
    public void Run()
    {
        phrase.Restart();
        _terms = [.. phrase.Terms.Select(t => new TermScores(t.Blocks, similarity, norms))];
        if (filter.Set is { IsList: true } set)
        {
            Rank(set.List);
            return;
        }

        var blocks = new int[_terms.Length];
        var lead = _terms[0];
        for (var block = 0; block < lead.Bounds.Length; block++)
        {
            var (first, last) = (lead.Blocks.FirstDoc(block), lead.Blocks.LastDocs[block]);
            var bound = lead.Bounds[block];
            for (var i = 1; i < _terms.Length; i++)
            {
                bound = Math.Min(bound, _terms[i].BoundWithin(first, last, ref blocks[i]));
            }

            if (bound >= 0 && top.CanEnter(bound, first))
            {
                Rank(DocsWithAll(block));
            }
        }
    }

    private ReadOnlySpan<int> DocsWithAll(int block)
    {
        var docs = _docs.AsSpan(0, Candidates(block));
        foreach (var term in phrase.Terms.AsSpan(1))
        {
            docs = docs[..TermMatching.Keep(term.Blocks, docs, docs)];
        }

        return docs;
    }

    private void Rank(ReadOnlySpan<int> docs)
    {
        var inSet = filter.Set is { IsList: true };
        var lengths = norms.Values;
        foreach (var doc in docs)
        {
            if (phrase.MoveTo(doc) && top.CanEnter(similarity.Score(phrase.MostFreq(), lengths[doc]), doc) && filter.Passes(doc, inSet)
                && phrase.Freq() is > 0 and var freq)
            {
                top.Offer(doc, similarity.Score(freq, lengths[doc]));
            }
        }
    }

    /// <summary>The block's documents in which the rarest term is frequent enough.</summary>
    private int Candidates(int block)
    {
        var count = _terms[0].Competitive(block, top.Threshold, _places);
        if (count > 0)
        {
            phrase.Terms[0].Blocks.Load(block);
        }

        for (var i = 0; i < count; i++)
        {
            _docs[i] = phrase.Terms[0].Blocks.Docs[_places[i]];
        }

        return count;
    }
}
