using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>
/// The best documents that have any of several terms. Goes by windows of documents, the most promising ones first. In each, the terms that together cannot
/// reach the threshold are only asked about what the others find (MaxScore, with the blocks' bounds); the others are added up in an array over the window.
/// </summary>
/// <remarks>Turtle and Flood, "Query Evaluation: Strategies and Optimizations" (1995); Lucene's MaxScoreBulkScorer.</remarks>
internal sealed class UnionRanking(SegmentPass pass, TopHitsCollector top, IReadOnlyList<TermScores> terms, DocFilter filter, Candidates candidates)
    : BlockRanking(pass, top, filter, candidates)
{
    private const int WindowBits = 12;
    private const int ManyInWindow = 700;
    private const int CheckEvery = 8;
    private const int WindowSize = Candidates.Capacity;

    /// <summary>So many of the most promising windows come first: they raise the threshold for the others.</summary>
    private const int FirstWindows = 8;

    private readonly WindowSums _sums = new(candidates, filter);

    /// <summary>For each term what it can add in each window; negative where it has no document.</summary>
    private readonly float[][] _bounds = new float[terms.Count][];

    /// <summary>The terms of the window at hand, by rising bounds, and the sums of the bounds up to each.</summary>
    private readonly TermScores[] _byBound = new TermScores[terms.Count];
    private readonly float[] _boundsHere = new float[terms.Count];
    private readonly double[] _boundsUpTo = new double[terms.Count + 1];

    public override void Run()
    {
        var total = new double[(Pass.MaxDoc + WindowSize - 1) >> WindowBits];
        for (var i = 0; i < terms.Count; i++)
        {
            _bounds[i] = WindowBounds(terms[i], total.Length);
            for (var window = 0; window < total.Length; window++)
            {
                total[window] += Math.Max(0, _bounds[i][window]);
            }
        }

        var done = new bool[total.Length];
        for (var left = FirstWindows; left > 0 && total.Length > FirstWindows; left--)
        {
            var best = Best(total);
            Rank(best);
            (total[best], done[best]) = (-1, true);
        }

        for (var window = 0; window < total.Length; window++)
        {
            if (window % CheckEvery == 0 && TryLead(done))
            {
                return;
            }

            if (total[window] >= 0 && Reaches(total[window]))
            {
                Rank(window);
            }

            done[window] = true;
        }
    }

    /// <summary>Where a document needs certain terms wherever it stands, the rarest of these leads through what is left.</summary>
    private bool TryLead(bool[] done)
    {
        var all = terms.Sum(t => (double)t.MaxScore);
        TermScores[] needed = [.. terms.Where(t => !Reaches(all - t.MaxScore)).OrderBy(t => t.Blocks.DocFreq)];
        if (needed.Length == 0)
        {
            return false;
        }

        new LeadRanking(Pass, Top, needed, [.. terms.Except(needed)], Filter, Candidates) { Done = done, CountsAsMust = false }.Run();
        return true;
    }

    private static int Best(double[] totals)
    {
        var best = 0;
        for (var i = 1; i < totals.Length; i++)
        {
            best = totals[i] > totals[best] ? i : best;
        }

        return best;
    }

    private static float[] WindowBounds(TermScores term, int windows)
    {
        var bounds = new float[windows];
        Array.Fill(bounds, -1);
        for (var block = 0; block < term.Bounds.Length; block++)
        {
            var bound = term.Bounds[block];
            for (var window = term.Blocks.FirstDoc(block) >> WindowBits; window <= term.Blocks.LastDocs[block] >> WindowBits; window++)
            {
                bounds[window] = Math.Max(bounds[window], bound);
            }
        }

        return bounds;
    }

    private void Rank(int window)
    {
        var low = window << WindowBits;
        if (Filter.Set is { } set && !BitSet.Any(set.Bits, low, WindowSize))
        {
            return;
        }

        var count = Order(window);
        if (count == 0)
        {
            return;
        }

        // Without one of the last terms, all others together do not reach the threshold: a document needs each of these.
        var needed = count;
        while (needed > 0 && !Reaches(_boundsUpTo[count] - _boundsHere[needed - 1]))
        {
            needed--;
        }

        Candidates.Clear();
        var optional = needed < count ? AddNeeding(needed, count, low) : AddAny(count, low);
        for (var i = optional - 1; i >= 0 && Candidates.Count > 0; i--)
        {
            Probe(_byBound[i], _boundsUpTo[i], isNeeded: false, isMust: false);
        }

        Offer(needsShould: false);
    }

    /// <summary>Takes the documents that have all of the last terms; the rarest leads.</summary>
    /// <returns>How many terms remain to be asked.</returns>
    private int AddNeeding(int needed, int count, int low)
    {
        for (var i = needed + 1; i < count; i++)
        {
            if (_byBound[i].Blocks.DocFreq < _byBound[needed].Blocks.DocFreq)
            {
                (_byBound[i], _byBound[needed]) = (_byBound[needed], _byBound[i]);
                (_boundsHere[i], _boundsHere[needed]) = (_boundsHere[needed], _boundsHere[i]);
            }
        }

        var (lead, rest) = (_byBound[needed], _boundsUpTo[count] - _boundsHere[needed]);
        for (var block = lead.Blocks.FindBlock(low, 0); block < lead.Blocks.Count && lead.Blocks.FirstDoc(block) < low + WindowSize; block++)
        {
            if (Reaches(lead.Bounds[block] + rest))
            {
                AddFrom(lead, block, low, low + WindowSize, _byBound.AsSpan((needed + 1)..count), _boundsHere.AsSpan(needed + 1), rest, isMust: false);
            }
        }

        for (var i = needed + 1; i < count; i++)
        {
            rest -= _boundsHere[i];
            Probe(_byBound[i], Math.Max(rest, _boundsUpTo[needed]), isNeeded: true, isMust: false);
        }

        return needed;
    }

    /// <summary>Adds up the terms of which one is needed: the first ones together cannot reach the threshold.</summary>
    /// <returns>How many terms remain to be asked.</returns>
    private int AddAny(int count, int low)
    {
        var essential = 0;
        while (essential < count - 1 && !Reaches(_boundsUpTo[essential + 1]))
        {
            essential++;
        }

        AddSeveral(_byBound.AsSpan(essential..count), low, _boundsUpTo[essential]);
        return essential;
    }

    private int Order(int window)
    {
        var count = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            if (_bounds[i][window] >= 0)
            {
                _boundsHere[count] = _bounds[i][window];
                _byBound[count++] = terms[i];
            }
        }

        _boundsHere.AsSpan(0, count).Sort(_byBound.AsSpan(0, count));
        for (var i = 0; i < count; i++)
        {
            _boundsUpTo[i + 1] = _boundsUpTo[i] + _boundsHere[i];
        }

        return count;
    }

    private void AddSeveral(ReadOnlySpan<TermScores> essential, int low, double rest)
    {
        // Few documents are marked one by one. Of many those that reach the threshold are looked for among all, once there is one: then they have a sum above 0.
        var isMarking = Least - rest <= 0 || !ExpectsMany(essential);
        foreach (var term in essential)
        {
            for (var block = term.Blocks.FindBlock(low, 0); block < term.Blocks.Count && term.Blocks.FirstDoc(block) < low + WindowSize; block++)
            {
                Accumulate(term, block, low, isMarking);
            }
        }

        if (isMarking)
        {
            _sums.TakeMarked(low, Least - rest);
        }
        else
        {
            _sums.TakeReaching(low, Least - rest, Pass.Path);
        }
    }

    private bool ExpectsMany(ReadOnlySpan<TermScores> essential)
    {
        long postings = 0;
        foreach (var term in essential)
        {
            postings += term.Blocks.DocFreq;
        }

        return postings * WindowSize > ManyInWindow * (long)Pass.MaxDoc;
    }

    private void Accumulate(TermScores term, int block, int low, bool isMarking)
    {
        var scores = term.Scores(block);
        var docs = term.Blocks.Docs.AsSpan(0, scores.Length);
        if (docs[0] < low || docs[^1] >= low + WindowSize)
        {
            var from = BlockSearch.FirstAtLeast(docs, low);
            var to = BlockSearch.FirstAtLeast(docs, low + WindowSize);
            docs = docs[from..to];
            scores = scores[from..to];
        }

        _sums.Add(docs, scores, low, isMarking);
    }
}
