using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>What the ways to find the best documents share: candidates are taken from blocks, completed from other terms' blocks as long as they can win, and offered.</summary>
internal abstract class BlockRanking(SegmentPass pass, TopHitsCollector top, DocFilter filter, int capacity)
{
    /// <summary>Sums are added up in other orders and rounded at other places than scores: bounds are held this much higher.</summary>
    private const double Slack = 1.000001;

    /// <summary>From so many on, all scores of a block are computed at once.</summary>
    private const int ManyPlaces = 24;

    private readonly int[] _places = new int[PostingsFormat.BlockSize];

    protected SegmentPass Pass => pass;

    protected TopHitsCollector Top => top;

    protected DocFilter Filter => filter;

    protected Candidates Candidates { get; } = new(capacity);

    /// <summary>What a sum has to have at least.</summary>
    protected double Least => top.Threshold / Slack;

    /// <summary>Whether a sum that is not above this may still be among the best.</summary>
    protected bool Reaches(double bound) => bound * Slack >= top.Threshold;

    /// <summary>Takes the documents of a block of the first term as candidates.</summary>
    /// <param name="term">The term.</param>
    /// <param name="block">Its block.</param>
    /// <param name="low">Lowest document.</param>
    /// <param name="high">The document after the highest.</param>
    /// <param name="rest">What the other terms can add.</param>
    /// <param name="isMust">Whether the term has to match.</param>
    protected void AddFrom(TermScores term, int block, int low, int high, double rest, bool isMust)
    {
        var count = term.Competitive(block, Least - rest, _places);
        if (count == 0)
        {
            return;
        }

        term.Blocks.Load(block);
        if (count >= ManyPlaces)
        {
            term.Scores(block);
        }

        foreach (var place in _places.AsSpan(0, count))
        {
            var doc = term.Blocks.Docs[place];
            if (doc < low || doc >= high || (filter.Set is { } set && !set.Contains(doc)))
            {
                continue;
            }

            var score = term.Score(place);
            if (!Reaches(score + rest))
            {
                continue;
            }

            if (isMust)
            {
                Candidates.AddMust(doc, score);
            }
            else
            {
                Candidates.AddShould(doc, score);
            }
        }
    }

    /// <summary>Adds a term's scores to the candidates that have it, and drops those that cannot win any more.</summary>
    /// <param name="term">The term.</param>
    /// <param name="rest">What the terms after it can add.</param>
    /// <param name="isMust">Whether candidates without the term are dropped.</param>
    protected void Probe(TermScores term, double rest, bool isMust)
    {
        int kept = 0, i = 0, block = 0;
        while (i < Candidates.Count)
        {
            block = term.Blocks.FindBlock(Candidates.Docs[i], block);
            if (block == term.Blocks.Count)
            {
                kept = isMust ? kept : KeepThrough(ref i, int.MaxValue, rest, kept);
                break;
            }

            var from = kept;
            kept = KeepThrough(ref i, term.Blocks.LastDocs[block], term.Bounds[block] + rest, kept);
            if (kept > from)
            {
                kept = ProbeBlock(term, block, from, kept, rest, isMust);
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
            if ((Candidates.HasShould[i] || !needsShould) && top.CanEnter(score, doc) && filter.Passes(doc, inSet: true))
            {
                top.Offer(doc, score);
            }
        }
    }

    /// <summary>Keeps those candidates up to a document that may win when so much is added.</summary>
    private int KeepThrough(ref int i, int last, double rest, int kept)
    {
        for (; i < Candidates.Count && Candidates.Docs[i] <= last; i++)
        {
            if (Reaches(Candidates.Sum(i) + rest))
            {
                Candidates.Move(i, kept++);
            }
        }

        return kept;
    }

    private int ProbeBlock(TermScores term, int block, int from, int to, double rest, bool isMust)
    {
        term.Blocks.Load(block);
        var last = term.Blocks.Docs[term.Blocks.Length - 1];
        var (kept, at) = (from, 0);
        for (var i = from; i < to; i++)
        {
            var doc = Candidates.Docs[i];
            var place = doc <= last ? BlockSearch.Find(term.Blocks, doc, ref at) : -1;
            if (place < 0 && isMust)
            {
                continue;
            }

            if (place >= 0)
            {
                Add(i, term.Score(place), isMust);
            }

            if (Reaches(Candidates.Sum(i) + rest))
            {
                Candidates.Move(i, kept++);
            }
        }

        return kept;
    }

    private void Add(int i, float score, bool isMust)
    {
        if (isMust)
        {
            Candidates.Must[i] += score;
        }
        else
        {
            Candidates.Should[i] += score;
            Candidates.HasShould[i] = true;
        }
    }
}
