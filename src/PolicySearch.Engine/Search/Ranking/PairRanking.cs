using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>
/// The best documents that have one of two terms, or both. Those with both come first, and are all scored: they are few, and most of the best.
/// Of either term alone only those blocks are looked at whose bounds reach the threshold then, the most promising ones first.
/// </summary>
/// <param name="pass">The work on the segment.</param>
/// <param name="top">Where the best go.</param>
/// <param name="terms">The terms, the rarer one first.</param>
/// <param name="candidates">Working memory.</param>
internal sealed class PairRanking(SegmentPass pass, TopHitsCollector top, IReadOnlyList<TermScores> terms, Candidates candidates)
    : BlockRanking(pass, top, new DocFilter(), candidates)
{
    public override void Run()
    {
        var both = new TermIntersection([.. terms.Select(term => term.Blocks)], Pass);
        ConjunctionRanking.Run(both, terms, Top);
        var (bounds, places) = Promising();
        for (var i = bounds.Length - 1; i >= 0 && Reaches(bounds[i]); i--)
        {
            Candidates.Clear();
            AddFrom(terms[places[i] % terms.Count], places[i] / terms.Count, rest: 0);
            DropAll(both.Docs.List);
            Offer(needsShould: false);
        }
    }

    /// <summary>The blocks that reach the threshold, by rising bounds.</summary>
    private (float[] Bounds, int[] Places) Promising()
    {
        var (bounds, places) = (new List<float>(), new List<int>());
        for (var term = 0; term < terms.Count; term++)
        {
            var ofTerm = terms[term].Bounds;
            for (var block = 0; block < ofTerm.Length; block++)
            {
                if (Reaches(ofTerm[block]))
                {
                    bounds.Add(ofTerm[block]);
                    places.Add((block * terms.Count) + term);
                }
            }
        }

        var (sorted, ordered) = (bounds.ToArray(), places.ToArray());
        Array.Sort(sorted, ordered);
        return (sorted, ordered);
    }

    /// <summary>Drops candidates that have been offered.</summary>
    private void DropAll(ReadOnlySpan<int> docs)
    {
        var kept = 0;
        for (var i = 0; i < Candidates.Count; i++)
        {
            if (docs.BinarySearch(Candidates.Docs[i]) < 0)
            {
                Candidates.Move(i, kept++);
            }
        }

        Candidates.Cut(kept);
    }
}
