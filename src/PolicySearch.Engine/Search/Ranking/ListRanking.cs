using System.Buffers;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>The best of a list of documents that is so short that bounds gain nothing: term after term, scores are added up by place in the list.</summary>
/// <param name="pass">The work on the segment.</param>
/// <param name="top">Where the best go.</param>
/// <param name="filter">What documents have to be beside standing in the list.</param>
internal sealed class ListRanking(SegmentPass pass, TopHitsCollector top, DocFilter filter)
{
    private readonly byte[] _lengths = new byte[PostingsFormat.BlockSize];
    private readonly float[] _scores = new float[PostingsFormat.BlockSize];

    /// <summary>Offers the best.</summary>
    /// <param name="docs">The documents; all have the terms that have to match.</param>
    /// <param name="must">Terms that have to match.</param>
    /// <param name="should">Terms that may match.</param>
    /// <param name="needsShould">Whether one of these has to.</param>
    /// <returns>The documents that match.</returns>
    public DocSet Run(ReadOnlySpan<int> docs, IReadOnlyList<TermScores> must, IReadOnlyList<TermScores> should, bool needsShould)
    {
        var (musts, shoulds) = (ArrayPool<double>.Shared.Rent(docs.Length), ArrayPool<double>.Shared.Rent(docs.Length));
        var found = ArrayPool<bool>.Shared.Rent(docs.Length);
        AddUp(docs, must, musts, found);
        found.AsSpan(0, docs.Length).Fill(!needsShould);
        AddUp(docs, should, shoulds, found);
        var (matches, count) = (pass.RentList(docs.Length), 0);
        for (var i = 0; i < docs.Length; i++)
        {
            if (!found[i] || !filter.Passes(docs[i], inSet: true))
            {
                continue;
            }

            matches[count++] = docs[i];

            // Rounded where the plain scorers round.
            var score = (float)musts[i] + (float)shoulds[i];
            if (score >= top.Threshold)
            {
                top.Offer(docs[i], score);
            }
        }

        ArrayPool<double>.Shared.Return(musts);
        ArrayPool<double>.Shared.Return(shoulds);
        ArrayPool<bool>.Shared.Return(found);
        return DocSet.OfList(matches, count);
    }

    private void AddUp(ReadOnlySpan<int> docs, IReadOnlyList<TermScores> terms, double[] sums, bool[] found)
    {
        sums.AsSpan(0, docs.Length).Clear();
        var (slots, numbers) = (pass.RentList(docs.Length), pass.RentList(docs.Length));
        foreach (var term in terms)
        {
            var count = ListInBlocks.Find(term.Blocks, docs, slots, numbers);
            for (var from = 0; from < count; from += _scores.Length)
            {
                var batch = slots.AsSpan(from, Math.Min(_scores.Length, count - from));
                for (var i = 0; i < batch.Length; i++)
                {
                    _lengths[i] = term.LengthOf(docs[batch[i]]);
                }

                term.Scores(numbers.AsSpan(from, batch.Length), _lengths, _scores);
                for (var i = 0; i < batch.Length; i++)
                {
                    sums[batch[i]] += _scores[i];
                    found[batch[i]] = true;
                }
            }
        }
    }
}
