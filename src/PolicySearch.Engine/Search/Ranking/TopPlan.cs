using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>How the best documents of a query are found without scoring all: for queries of one level whose parts say what they can score at most.</summary>
internal sealed record TopPlan
{
    /// <summary>For each term of a conjunction memory is held, and moved when another term is looked up: that pays for so many.</summary>
    private const int MostInConjunction = 64;

    /// <summary>Unions of so small a part of the documents, or smaller ones, begin with the documents that have two terms or more; with more terms there are more of these.</summary>
    private const int RarePairs = 4;
    private const int RareTerms = 8;

    /// <summary>Terms that have to match.</summary>
    public IReadOnlyList<TermWeight> Must { get; init; } = [];

    /// <summary>Terms that may match.</summary>
    public IReadOnlyList<TermWeight> Should { get; init; } = [];

    /// <summary>Whether one of the terms that may match has to.</summary>
    public bool NeedsShould { get; init; }

    /// <summary>A phrase in the place of terms.</summary>
    public PhraseWeight? Phrase { get; init; }

    /// <summary>Matches that all have one score, in the place of terms.</summary>
    public ConstantWeight? Constant { get; init; }

    /// <summary>What has to match without a score.</summary>
    public IReadOnlyList<Weight> Filters { get; init; } = [];

    /// <summary>What must not match.</summary>
    public IReadOnlyList<Weight> Prohibited { get; init; } = [];

    /// <summary>Whether the best are found more cheaply among all matches, when those are gathered anyway.</summary>
    private bool PrefersMatches => Filters.Count > 0;

    /// <summary>Whether the matches are just the documents of terms, of which ranking knows all.</summary>
    private bool IsUnion => Must.Count == 0 && Filters.Count == 0 && Prohibited.Count == 0;

    /// <summary>Whether the matches are so few that to rank them all is cheapest even when nothing else needs them.</summary>
    private bool NeedsMatches => Must.Count > 1 || Phrase is not null;

    /// <summary>Whether it is nothing but terms that all have to match.</summary>
    private bool IsConjunction => Must.Count is > 1 and <= MostInConjunction && Should.Count + Filters.Count + Prohibited.Count == 0;

    /// <summary>Hands every document of the segment that may enter to the collector.</summary>
    /// <param name="pass">The work on the segment.</param>
    /// <param name="top">The collector.</param>
    /// <param name="weight">What matches.</param>
    /// <param name="needsMatches">Whether all matches are wanted too.</param>
    /// <returns>All live matches, where they came up on the way.</returns>
    public DocSet? Collect(SegmentPass pass, TopHitsCollector top, Weight weight, bool needsMatches)
    {
        var usesMatches = NeedsMatches || (needsMatches && PrefersMatches);
        if (Constant is not null || Phrase is not null)
        {
            var found = usesMatches ? SearchPass.LiveMatches(pass, weight) : null;
            RankAlone(pass, top, found);
            return found;
        }

        List<TermScores> must = [.. Must.Select(term => term.Scores(pass)).OfType<TermScores>()];
        List<TermScores> should = [.. Should.Select(term => term.Scores(pass)).OfType<TermScores>()];
        if (must.Count < Must.Count || (NeedsShould && should.Count == 0))
        {
            return DocSet.Empty;
        }

        if (IsConjunction)
        {
            must.Sort(ByRarity);
            return ConjunctionRanking.Run(pass, must, top).Live(pass.Segment.LiveDocs, pass);
        }

        var fewest = must.Count > 0 ? must.Min(t => t.Blocks.DocFreq) : should.Sum(t => (long)t.Blocks.DocFreq);
        DocFilter? few = null;
        if (Must.Count == 0 && Filters.Any(filter => filter.Cost(pass) <= Math.Min(fewest, pass.MostInList)))
        {
            // So few that to go through them all is cheapest, and gives the matches too.
            few = new DocFilter(pass, this);
            if (few.Set is { IsList: true } set)
            {
                return new ListRanking(pass, top, few).Run(set.List, must, should, NeedsShould).Live(pass.Segment.LiveDocs, pass);
            }
        }

        if (IsUnion && should.Count > 1 && fewest <= pass.MaxDoc / (should.Count == 2 ? RarePairs : RareTerms))
        {
            return RankSparse(pass, top, should)?.Live(pass.Segment.LiveDocs, pass);
        }

        if (needsMatches && IsUnion)
        {
            return new UnionRanking(pass, top, should, new DocFilter(pass, this)).RunThrough().Live(pass.Segment.LiveDocs, pass);
        }

        var matches = usesMatches ? SearchPass.LiveMatches(pass, weight) : null;
        var chosen = matches is not null ? new DocFilter(matches) : few ?? new DocFilter(pass, this, fewest);
        if (!chosen.IsEmpty)
        {
            Rank(pass, top, must, should, chosen, fewest, areMatches: matches is not null);
        }

        return matches;
    }

    private void RankAlone(SegmentPass pass, TopHitsCollector top, DocSet? matches)
    {
        if (Constant is not null)
        {
            new ConstantRanking(pass, top, this).Run(Constant, matches);
        }
        else if (matches is { IsEmpty: false })
        {
            Phrase!.Ranking(pass, top)?.Run(matches.List);
        }
    }

    private static int ByRarity(TermScores x, TermScores y) => x.Blocks.DocFreq.CompareTo(y.Blocks.DocFreq);

    private static DocSet? RankSparse(SegmentPass pass, TopHitsCollector top, List<TermScores> terms)
    {
        terms.Sort(ByRarity);
        var candidates = Candidates.Rent();
        var ranking = new SparseUnionRanking(pass, top, terms, candidates);
        ranking.Run();
        candidates.Return();
        return ranking.Matches;
    }

    private void Rank(SegmentPass pass, TopHitsCollector top, List<TermScores> must, List<TermScores> should, DocFilter filter, long fewest, bool areMatches)
    {
        if (filter.Set is { IsList: true } set && set.Count <= fewest)
        {
            set = areMatches || must.Count == 0 ? set : TermMatching.Within(must.Single().Blocks, set, pass);
            new ListRanking(pass, top, filter).Run(set.List, must, should, needsShould: NeedsShould && !areMatches);
            return;
        }

        filter.UseBits(pass);
        if (must.Count == 0)
        {
            new UnionRanking(pass, top, should, filter).Run();
            return;
        }

        // Of several terms that have to match the matches are known, and a list.
        var candidates = Candidates.Rent();
        new LeadRanking(pass, top, must.Single(), should, filter, candidates) { NeedsShould = NeedsShould }.Run();
        candidates.Return();
    }
}
