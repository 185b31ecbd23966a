using System.Text;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Ranking;
using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class PhraseWeight : Weight
{
    private readonly PhraseQuery _query;
    private readonly byte[][] _terms;
    private readonly int[] _offsets;
    private readonly BM25Scorer? _similarity;

    /// <summary>Creates it.</summary>
    /// <param name="query">Has two terms or more.</param>
    /// <param name="context">The statistics.</param>
    public PhraseWeight(PhraseQuery query, in WeightContext context)
    {
        _query = query;
        _terms = [.. query.Terms.Select(Encoding.UTF8.GetBytes)];
        _offsets = [.. query.Positions.Select(position => position - query.Positions[0])];
        _similarity = context.NeedsScores ? Similarity(query, context) : null;
    }

    public override Scorer? Scorer(SegmentReader segment)
    {
        if (segment.Terms(_query.Field) is not { } terms)
        {
            return null;
        }

        var postings = new PostingsEnum[_terms.Length];
        for (var i = 0; i < postings.Length; i++)
        {
            if (!terms.TryFind(_terms[i], out var state))
            {
                return null;
            }

            postings[i] = terms.Postings(state, PostingsFeatures.Positions);
        }

        IPhraseMatcher matcher = _query.Slop == 0 ? new ExactPhraseMatcher(postings, _offsets) : Sloppy(postings);
        return new PhraseScorer(segment, _query.Field, postings, matcher, _similarity);
    }

    public override TopPlan? Plan() => _query.Slop == 0 ? new TopPlan { Phrase = this } : null;

    public override long Cost(SegmentPass pass) => pass.Phrase(this)?.Terms[0].Blocks.DocFreq ?? 0;

    public override DocSet Matches(SegmentPass pass, DocSet? within) =>
        _query.Slop > 0 ? base.Matches(pass, within)
        : pass.Phrase(this) is { } phrase ? phrase.Matches(pass, within)
        : DocSet.Empty;

    /// <summary>Ranks what <see cref="Matches"/> found, for an exact phrase; null where the segment lacks a term.</summary>
    public PhraseRanking? Ranking(SegmentPass pass, TopHitsCollector top) =>
        pass.Phrase(this) is { } phrase
            ? new PhraseRanking(top, phrase, _similarity ?? BM25Scorer.Zero, pass.Segment.Core.Norms.Find(_query.Field)!, pass.Path)
            : null;

    public override Explanation Explain(SegmentReader segment, int doc)
    {
        if (ScorerAt(segment, doc) is not PhraseScorer scorer)
        {
            return Explanation.NoMatch($"no {_query} in document {doc}");
        }

        var norm = TermScorer.Norm(segment.Norms(_query.Field), doc);
        return _similarity is null
            ? Explanation.Match(0, $"weight({_query} in {doc}), not scored")
            : TermWeight.Wrap(_similarity.Explain(scorer.Freq, norm), $"weight({_query} in {doc}) [BM25Similarity], result of:");
    }

    /// <summary>The phrase's terms in a segment; null where it lacks one.</summary>
    public PhraseMatching? Find(SegmentReader segment)
    {
        if (segment.Terms(_query.Field) is not { IsText: true } terms)
        {
            return null;
        }

        var phrase = new PhraseTerm[_terms.Length];
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!terms.TryFind(_terms[i], out var state))
            {
                return null;
            }

            phrase[i] = new PhraseTerm(segment.Core.Postings, state, _offsets[i]);
        }

        return new PhraseMatching(phrase);
    }

    private static BM25Scorer? Similarity(PhraseQuery query, in WeightContext context)
    {
        var statistics = new TermStatistics[query.Terms.Count];
        for (var i = 0; i < statistics.Length; i++)
        {
            statistics[i] = context.Statistics.Term(query.Field, query.Terms[i]);
            if (statistics[i].DocFreq == 0)
            {
                return null;
            }
        }

        return BM25Similarity.Scorer(context.Boost, context.Statistics.Field(query.Field), statistics);
    }

    private SloppyPhraseMatcher Sloppy(PostingsEnum[] postings)
    {
        var positions = new PhrasePosition[postings.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = new PhrasePosition(postings[i], _offsets[i], i);
        }

        foreach (var same in Enumerable.Range(0, positions.Length).GroupBy(i => _query.Terms[i], StringComparer.Ordinal))
        {
            PhrasePosition[] repeats = [.. same.Select(i => positions[i])];
            foreach (var position in repeats.Length > 1 ? repeats : [])
            {
                position.Repeats = repeats;
            }
        }

        return new SloppyPhraseMatcher(positions, _query.Slop);
    }
}
