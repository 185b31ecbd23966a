using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>
/// The best documents that have any of several terms, which are rare. Those with two or more come first, and are all scored: they are few, and most of the best.
/// Of each term alone only those blocks are looked at whose bounds reach the threshold then, the most promising ones first.
/// </summary>
/// <param name="pass">The work on the segment.</param>
/// <param name="top">Where the best go.</param>
/// <param name="terms">Two or more terms, the rarest first.</param>
/// <param name="candidates">Working memory.</param>
internal sealed class SparseUnionRanking(SegmentPass pass, TopHitsCollector top, IReadOnlyList<TermScores> terms, Candidates candidates)
    : BlockRanking(pass, top, new DocFilter(), candidates)
{
    /// <summary>All documents that have a term, where they came up on the way.</summary>
    public DocSet? Matches { get; private set; }

    public override void Run()
    {
        var ranked = terms.Count == 2 ? ConjunctionRanking.Run(Pass, terms, Top) : RankSeveral();
        var (bounds, places) = Promising();
        for (var i = bounds.Length - 1; i >= 0 && Reaches(bounds[i]); i--)
        {
            Candidates.Clear();
            AddFrom(terms[places[i] % terms.Count], places[i] / terms.Count, rest: 0);
            DropAll(ranked.List);
            Offer(needsShould: false);
        }
    }

    /// <summary>Offers the documents that have two or more of the terms.</summary>
    private DocSet RankSeveral()
    {
        var (any, several) = (Pass.RentBits(), Pass.RentBits());
        foreach (var term in terms)
        {
            TermMatching.AddTo(term.Blocks, any, several);
        }

        Matches = DocSet.OfBits(any, Pass.Words);
        var ranked = DocSet.OfBits(several, Pass.Words).ToList(Pass);
        new ListRanking(Pass, Top, Filter).Run(ranked.List, [], terms, needsShould: false);
        return ranked;
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
