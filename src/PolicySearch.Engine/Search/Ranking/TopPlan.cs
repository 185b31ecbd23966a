using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>How the best documents of a query are found without scoring all: for queries of one level whose parts say what they can score at most.</summary>
internal sealed record TopPlan
{
    private const int MostLedTerms = 2;

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
    public bool PrefersMatches => Phrase is not null || Must.Count > 1 || Filters.Count > 0;

    /// <summary>Whether the matches are so few that to rank them all is cheapest even when nothing else needs them.</summary>
    public bool NeedsMatches => Must.Count > MostLedTerms;

    /// <summary>Hands every document of the segment that may enter to the collector.</summary>
    /// <param name="pass">The work on the segment.</param>
    /// <param name="top">The collector.</param>
    /// <param name="matches">All matches where they are known.</param>
    public void Collect(SegmentPass pass, TopHitsCollector top, DocSet? matches)
    {
        if (Constant is not null)
        {
            new ConstantRanking(pass, top, this).Run(Constant, matches);
            return;
        }

        List<TermScores> must = [];
        foreach (var weight in Must)
        {
            if (weight.Scores(pass) is not { } scores)
            {
                return;
            }

            must.Add(scores);
        }

        List<TermScores> should = [.. Should.Select(weight => weight.Scores(pass)).OfType<TermScores>()];
        if (NeedsShould && should.Count == 0)
        {
            return;
        }

        var fewest = Phrase is not null ? Phrase.Cost(pass) : must.Count > 0 ? must.Min(t => t.Blocks.DocFreq) : should.Sum(t => (long)t.Blocks.DocFreq);
        var filter = matches is null ? new DocFilter(pass, this, fewest) : new DocFilter(matches);
        if (!filter.IsEmpty)
        {
            Rank(pass, top, must, should, filter, fewest, areMatches: matches is not null);
        }
    }

    private void Rank(SegmentPass pass, TopHitsCollector top, List<TermScores> must, List<TermScores> should, DocFilter filter, long fewest, bool areMatches)
    {
        if (Phrase is not null)
        {
            Phrase.Ranking(pass, top, filter)?.Run();
            return;
        }

        if (filter.Set is { IsList: true } set && set.Count <= fewest)
        {
            set = areMatches ? set : WithAll(must, set, pass);
            new ListRanking(top, filter).Run(set.List, must, should, NeedsShould);
            return;
        }

        filter.UseBits(pass);
        must.Sort((x, y) => x.Blocks.DocFreq.CompareTo(y.Blocks.DocFreq));
        var candidates = Candidates.Rent();
        BlockRanking ranking = must.Count > 0
            ? new LeadRanking(pass, top, must, should, filter, candidates) { NeedsShould = NeedsShould }
            : new UnionRanking(pass, top, should, filter, candidates);
        ranking.Run();
        candidates.Return();
    }

    /// <summary>The documents of a list that have all terms.</summary>
    private static DocSet WithAll(List<TermScores> terms, DocSet list, SegmentPass pass)
    {
        foreach (var term in terms)
        {
            list = TermMatching.Within(term.Blocks, list, pass);
        }

        return list;
    }
}
