using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>What the ways to find the best documents share: candidates are taken from blocks, completed from other terms' blocks as long as they can win, and offered.</summary>
internal abstract class BlockRanking(SegmentPass pass, TopHitsCollector top, DocFilter filter, Candidates candidates)
{
    /// <summary>Sums are added up in other orders and rounded at other places than scores: bounds are held this much higher.</summary>
    internal const double Slack = 1.000001;

    private readonly int[] _places = new int[PostingsFormat.BlockSize];
    private readonly int[] _docs = new int[PostingsFormat.BlockSize];

    protected SegmentPass Pass => pass;

    protected TopHitsCollector Top => top;

    protected DocFilter Filter => filter;

    protected Candidates Candidates => candidates;

    /// <summary>Hands all documents that may be among the best to the collector; to be called once.</summary>
    public abstract void Run();

    /// <summary>The place of the highest bound, the first of several.</summary>
    internal static int Best(double[] bounds)
    {
        var best = 0;
        for (var i = 1; i < bounds.Length; i++)
        {
            best = bounds[i] > bounds[best] ? i : best;
        }

        return best;
    }

    /// <summary>What a sum has to have at least.</summary>
    protected double Least => top.Threshold / Slack;

    /// <summary>Whether a sum that is not above this may still be among the best.</summary>
    protected bool Reaches(double bound) => bound * Slack >= top.Threshold;

    /// <summary>Takes the documents of a block as candidates.</summary>
    /// <param name="lead">The term whose block it is.</param>
    /// <param name="block">The block.</param>
    /// <param name="rest">What other terms can add.</param>
    protected void AddFrom(TermScores lead, int block, double rest)
    {
        var count = lead.Competitive(block, Least - rest, _places);
        if (count == 0)
        {
            return;
        }

        lead.Blocks.Load(block);
        count = Take(lead.Blocks.Docs, _places.AsSpan(0, count));
        if (count >= TermScores.ManyPlaces)
        {
            lead.Scores(block);
        }

        for (var i = 0; i < count; i++)
        {
            var score = lead.Score(_places[i]);
            if (Reaches(score + rest))
            {
                Candidates.Add(_docs[i], score, 0, hasShould: false);
            }
        }
    }

    /// <summary>Writes the documents at some places that are in the filter's set, and moves their places together.</summary>
    private int Take(int[] docs, Span<int> places)
    {
        var (set, count) = (filter.Set, 0);
        foreach (var place in places)
        {
            var doc = docs[place];
            if (set is null || set.Contains(doc))
            {
                places[count] = place;
                _docs[count++] = doc;
            }
        }

        return count;
    }

    /// <summary>Adds a term's scores to the candidates that have it, and drops those that cannot win any more.</summary>
    /// <param name="term">The term, which may match.</param>
    /// <param name="rest">What the terms after it can add.</param>
    protected void Probe(TermScores term, double rest)
    {
        int kept = 0, i = 0, block = 0;
        while (i < Candidates.Count)
        {
            block = term.Blocks.FindBlock(Candidates.Docs[i], block);
            if (block == term.Blocks.Count)
            {
                kept = KeepThrough(ref i, int.MaxValue, rest, kept);
                break;
            }

            var from = kept;
            kept = KeepThrough(ref i, term.Blocks.LastDocs[block], term.Bounds[block] + rest, kept);
            if (kept > from)
            {
                kept = ProbeBlock(term, block, from, kept, rest);
            }
        }

        Candidates.Cut(kept);
    }

    /// <summary>Offers all candidates.</summary>
    /// <param name="needsShould">Only those that a term which may match matches.</param>
    protected void Offer(bool needsShould)
    {
        for (var i = 0; i < Candidates.Count; i++)
        {
            var (doc, score) = (Candidates.Docs[i], Candidates.Score(i));
            if ((Candidates.HasShould[i] || !needsShould) && top.CanEnter(score, doc)
                && filter.Passes(doc, inSet: true))
            {
                top.Offer(doc, score);
            }
        }
    }

    /// <summary>Keeps those candidates up to a document that may win when so much is added.</summary>
    private int KeepThrough(ref int i, int last, double rest, int kept)
    {
        // Sums are never negative.
        var all = Reaches(rest);
        for (; i < Candidates.Count && Candidates.Docs[i] <= last; i++)
        {
            if (all || Reaches(Candidates.Sum(i) + rest))
            {
                Candidates.Move(i, kept++);
            }
        }

        return kept;
    }

    private int ProbeBlock(TermScores term, int block, int from, int to, double rest)
    {
        term.Blocks.Load(block);
        var last = term.Blocks.Docs[term.Blocks.Length - 1];
        var (kept, all) = (from, Reaches(rest));
        for (var i = from; i < to; i++)
        {
            var doc = Candidates.Docs[i];
            var place = doc <= last ? BlockSearch.Find(term.Blocks, doc) : -1;
            if (place >= 0)
            {
                Candidates.Should[i] += term.Score(place);
                Candidates.HasShould[i] = true;
            }

            if (all || Reaches(Candidates.Sum(i) + rest))
            {
                Candidates.Move(i, kept++);
            }
        }

        return kept;
    }
}
