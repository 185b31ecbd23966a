using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>
/// The best of a list of documents so short that bounds gain nothing: term after term, scores are added up by place in the list.
/// </summary>
/// <param name="top">Where the best go.</param>
/// <param name="filter">What documents have to be beside standing in the list.</param>
internal sealed class ListRanking(TopHitsCollector top, DocFilter filter)
{
    /// <summary>From so many on, all scores of a block are computed at once.</summary>
    private const int ManyPlaces = 24;

    private readonly int[] _slots = new int[PostingsFormat.BlockSize];
    private readonly int[] _places = new int[PostingsFormat.BlockSize];

    /// <summary>Offers the best.</summary>
    /// <param name="docs">The documents; all have the terms that have to match.</param>
    /// <param name="must">Terms that have to match.</param>
    /// <param name="should">Terms that may match.</param>
    /// <param name="needsShould">Whether one of these has to.</param>
    public void Run(ReadOnlySpan<int> docs, IReadOnlyList<TermScores> must, IReadOnlyList<TermScores> should, bool needsShould)
    {
        var (musts, shoulds) = (Sums(docs, must, out _), Sums(docs, should, out var found));
        for (var i = 0; i < docs.Length; i++)
        {
            // Rounded where the plain scorers round.
            var score = (float)musts[i] + (float)shoulds[i];
            if (score >= top.Threshold && (!needsShould || found[i]) && top.CanEnter(score, docs[i]) && filter.Passes(docs[i], inSet: true))
            {
                top.Offer(docs[i], score);
            }
        }
    }

    private double[] Sums(ReadOnlySpan<int> docs, IReadOnlyList<TermScores> terms, out bool[] found)
    {
        var sums = new double[docs.Length];
        found = new bool[docs.Length];
        foreach (var term in terms)
        {
            var matches = new ListInBlocks(term.Blocks, docs);
            while (matches.MoveNext())
            {
                var count = matches.Find(_slots, _places);
                if (count >= ManyPlaces)
                {
                    term.Scores(term.Blocks.Number);
                }

                for (var i = 0; i < count; i++)
                {
                    sums[_slots[i]] += term.Score(_places[i]);
                    found[_slots[i]] = true;
                }
            }
        }

        return sums;
    }
}
