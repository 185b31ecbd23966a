using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Ranking;
using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

/// <summary>What a query needs to know to become a <see cref="Weight"/>.</summary>
/// <param name="Statistics">Of the whole collection.</param>
/// <param name="NeedsScores">Whether anything will ask for scores.</param>
/// <param name="Boost">The product of the boosts around the query.</param>
internal readonly record struct WeightContext(ICollectionStatistics Statistics, bool NeedsScores, float Boost = 1)
{
    /// <summary>Keeps what filters match; null for none.</summary>
    public FilterCache? Filters { get; init; }
}

/// <summary>A query bound to the statistics of a collection; makes a scorer for each segment.</summary>
internal abstract class Weight
{
    /// <summary>A scorer that stands before the segment's first document; null where nothing there can match.</summary>
    public abstract Scorer? Scorer(SegmentReader segment);

    /// <summary>About how many documents match: what is looked at first in an intersection.</summary>
    public virtual long Cost(SegmentPass pass) => pass.MaxDoc;

    /// <summary>The documents that match, deleted ones too, without scores.</summary>
    /// <param name="pass">The work on the segment.</param>
    /// <param name="within">Only those of this set; null for all.</param>
    public virtual DocSet Matches(SegmentPass pass, DocSet? within)
    {
        if (Scorer(pass.Segment) is not { } scorer)
        {
            return DocSet.Empty;
        }

        return within is null ? All(scorer, pass) : Within(scorer, within, pass);
    }

    /// <summary>Sets the bits of all documents that match.</summary>
    public virtual void AddMatches(SegmentPass pass, Span<ulong> bits) => Matches(pass, within: null).AddTo(bits);

    /// <summary>Tells of single documents whether they match, where that is cheaper than to gather those that do; null where it is not.</summary>
    /// <param name="pass">The work on the segment.</param>
    /// <param name="asked">Of how many documents it may be asked.</param>
    public virtual DocPredicate? Predicate(SegmentPass pass, long asked) => null;

    /// <summary>How the best documents are found without scoring all; null where all have to be scored.</summary>
    public virtual TopPlan? Plan() => null;

    /// <summary>How the document's score comes about; its value is the one that the scorer gives.</summary>
    public abstract Explanation Explain(SegmentReader segment, int doc);

    /// <summary>The number of live matches where it is known without looking at documents, else -1.</summary>
    public virtual int TryCount(SegmentReader segment) => -1;

    private static DocSet All(Scorer scorer, SegmentPass pass)
    {
        var bits = pass.RentBits();
        for (var doc = scorer.NextDoc(); doc != Scorers.Scorer.NoMoreDocs; doc = scorer.NextDoc())
        {
            if (scorer.Matches())
            {
                BitSet.Add(bits, doc);
            }
        }

        return DocSet.OfBits(bits, pass.Words);
    }

    private static DocSet Within(Scorer scorer, DocSet within, SegmentPass pass)
    {
        var kept = pass.RentList(within.Count);
        Span<int> docs = stackalloc int[256];
        var (count, from) = (0, 0);
        for (var read = within.Read(ref from, docs, pass.Path); read > 0; read = within.Read(ref from, docs, pass.Path))
        {
            foreach (var doc in docs[..read])
            {
                if ((scorer.DocId >= doc || scorer.Advance(doc) == doc) && scorer.DocId == doc && scorer.Matches())
                {
                    kept[count++] = doc;
                }
            }
        }

        return DocSet.OfList(kept, count);
    }

    /// <summary>A scorer that stands at the document and has confirmed it; null where it does not match.</summary>
    protected Scorer? ScorerAt(SegmentReader segment, int doc)
    {
        var scorer = Scorer(segment);
        return scorer is not null && scorer.Advance(doc) == doc && scorer.Matches() ? scorer : null;
    }
}
