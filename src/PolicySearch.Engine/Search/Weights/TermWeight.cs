using System.Text;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Ranking;
using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class TermWeight : Weight
{
    private readonly TermQuery _query;
    private readonly byte[] _term;
    private readonly BM25Scorer? _similarity;

    /// <summary>Entries that were found when statistics were read, so that none is looked up twice.</summary>
    private readonly (SegmentReader Segment, TermState State)[] _entries = [];

    public TermWeight(TermQuery query, in WeightContext context)
    {
        _query = query;
        _term = Encoding.UTF8.GetBytes(query.Term);
        if (!context.NeedsScores)
        {
            return;
        }

        var statistics = context.Statistics is ReaderStatistics reader ? reader.Term(query.Field, _term, out _entries) : context.Statistics.Term(query.Field, query.Term);
        if (statistics.DocFreq > 0)
        {
            _similarity = BM25Similarity.Scorer(context.Boost, context.Statistics.Field(query.Field), statistics);
        }
    }

    public override Scorer? Scorer(SegmentReader segment)
    {
        var state = Find(segment);
        if (state.DocFreq == 0)
        {
            return null;
        }

        var terms = segment.Terms(_query.Field)!;
        var features = _similarity is null ? PostingsFeatures.Docs : PostingsFeatures.Freqs;
        return new TermScorer(segment, _query.Field, terms.Postings(state, features), _similarity);
    }

    public override Explanation Explain(SegmentReader segment, int doc)
    {
        if (ScorerAt(segment, doc) is not TermScorer scorer)
        {
            return Explanation.NoMatch($"no {_query} in document {doc}");
        }

        var norm = TermScorer.Norm(segment.Norms(_query.Field), doc);
        return _similarity is null
            ? Explanation.Match(0, $"weight({_query} in {doc}), not scored")
            : Wrap(_similarity.Explain(scorer.Freq, norm), $"weight({_query} in {doc}) [BM25Similarity], result of:");
    }

    public override int TryCount(SegmentReader segment)
    {
        if (segment.NumDocs != segment.MaxDoc)
        {
            return -1;
        }

        return Find(segment).DocFreq;
    }

    /// <summary>The term's entry in the segment's dictionary; without documents where there is none.</summary>
    public TermState Find(SegmentReader segment)
    {
        foreach (var (known, entry) in _entries)
        {
            if (ReferenceEquals(known, segment))
            {
                return entry;
            }
        }

        return segment.Terms(_query.Field) is { } terms && terms.TryFind(_term, out var state) ? state : default;
    }

    /// <summary>The term's blocks; null where the segment does not have it.</summary>
    public TermBlocks? Blocks(SegmentPass pass) => pass.Blocks(this);

    /// <summary>The term's documents with their scores; null where the segment does not have it.</summary>
    public TermScores? Scores(SegmentPass pass) => Blocks(pass) is { } blocks
        ? new TermScores(blocks, _similarity ?? BM25Scorer.Zero, pass.Segment.Core.Norms.Find(_query.Field))
        : null;

    public override TopPlan Plan() => new() { Must = [this] };

    public override long Cost(SegmentPass pass) => pass.Blocks(this)?.DocFreq ?? 0;

    public override DocSet Matches(SegmentPass pass, DocSet? within) =>
        Blocks(pass) is not { } blocks ? DocSet.Empty
        : within is null ? TermMatching.All(blocks, pass)
        : TermMatching.Within(blocks, within, pass);

    public override void AddMatches(SegmentPass pass, Span<ulong> bits)
    {
        if (Blocks(pass) is { } blocks)
        {
            TermMatching.AddTo(blocks, bits);
        }
    }

    internal static Explanation Wrap(Explanation score, string description) => Explanation.Match(score.Value, description, score);
}
