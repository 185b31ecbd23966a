using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>
/// The best documents that have any of several terms. Goes by windows of documents, the most promising ones first. In each, the terms that a document has
/// say what it can score at most, which is asked of 64 documents and more at once: only those that may win are scored at all.
/// </summary>
/// <remarks>Grown from MaxScore (Turtle and Flood, "Query Evaluation: Strategies and Optimizations", 1995): it knows of terms that are needed or not; here all their subsets are known.</remarks>
/// <param name="pass">The work on the segment.</param>
/// <param name="top">Where the best go.</param>
/// <param name="terms">The terms.</param>
/// <param name="filter">What else has to be; a set is of bits.</param>
internal sealed class UnionRanking(SegmentPass pass, TopHitsCollector top, IReadOnlyList<TermScores> terms, DocFilter filter)
{
    /// <summary>So many of the most promising windows come first: they raise the threshold for the others.</summary>
    private const int FirstWindows = 8;

    private const int BatchSize = 256;

    /// <summary>While there is no threshold, documents are taken that promise such shares of the window's bound, so that the first ones are good.</summary>
    private static readonly double[] FirstShares = [0.85, 0.7, 0.5, 0.25];

    /// <summary>What a sum has to have at least.</summary>
    private double _least = top.Threshold / BlockRanking.Slack;

    private readonly ScoredWindow[] _terms = [.. terms.Select(term => new ScoredWindow(term))];
    private readonly SubsetSelection _selection = new(terms.Count);

    /// <summary>The terms of the window at hand, by falling bounds.</summary>
    private readonly ScoredWindow[] _here = new ScoredWindow[terms.Count];

    /// <summary>The terms of the document at hand, its number among their documents, and what its block can score at most.</summary>
    private readonly (int Term, int Number, float Most)[] _found = new (int, int, float)[terms.Count];

    /// <summary>Documents of the window that may win, and their lengths in the field of the first term.</summary>
    private readonly int[] _docs = new int[BatchSize];
    private readonly byte[] _lengths = new byte[BatchSize];
    private readonly ulong[][] _words = new ulong[terms.Count][];

    /// <summary>The window's documents that have been looked at.</summary>
    private readonly ulong[] _done = new ulong[TermWindow.WordCount];

    /// <summary>Receives all documents that have a term; null where they are not wanted.</summary>
    private ulong[]? _matches;

    /// <summary>Hands all documents that may be among the best to the collector; to be called once.</summary>
    public void Run()
    {
        var total = new double[(pass.MaxDoc + TermWindow.Size - 1) >> TermWindow.SizeBits];
        float[][] bounds = [.. _terms.Select(term => term.Bounds(total.Length))];
        foreach (var ofTerm in bounds)
        {
            for (var window = 0; window < total.Length; window++)
            {
                total[window] += Math.Max(0, ofTerm[window]);
            }
        }

        for (var left = FirstWindows; left > 0 && total.Length > FirstWindows; left--)
        {
            var best = BlockRanking.Best(total);
            Visit(best, total[best], bounds);
            total[best] = -1;
        }

        for (var window = 0; window < total.Length; window++)
        {
            if (total[window] >= 0)
            {
                Visit(window, total[window], bounds);
            }
        }
    }

    /// <summary>The same, and gathers all documents that have a term; to be called once.</summary>
    public DocSet RunThrough()
    {
        _matches = pass.RentBits();
        Run();
        return DocSet.OfBits(_matches, pass.Words);
    }

    private void Visit(int window, double total, float[][] bounds)
    {
        var low = window << TermWindow.SizeBits;
        Rank(window, low, total, bounds);
        if (_matches is null)
        {
            return;
        }

        var first = low >> 6;
        var target = _matches.AsSpan(first, Math.Min(TermWindow.WordCount, pass.Words - first));
        for (var i = 0; i < _terms.Length; i++)
        {
            if (bounds[i][window] >= 0)
            {
                BitSet.Or(_terms[i].Window.Words(low), target);
            }
        }
    }

    private void Rank(int window, int low, double total, float[][] bounds)
    {
        if (total < _least || (filter.Set is { } set && !BitSet.Any(set.Bits, low, TermWindow.Size)))
        {
            return;
        }

        var count = Order(window, bounds);
        if (count == 0)
        {
            return;
        }

        _selection.SetWindow(_here.AsSpan(0, count), filter.Set, low);
        Array.Clear(_done);
        foreach (var share in FirstShares)
        {
            if (top.Threshold >= 0)
            {
                break;
            }

            RankFrom(total * share, low, count);
        }

        RankFrom(_least, low, count);
    }

    /// <summary>The window's terms, by falling bounds.</summary>
    private int Order(int window, float[][] bounds)
    {
        var count = 0;
        for (var i = 0; i < _terms.Length; i++)
        {
            if (bounds[i][window] < 0)
            {
                continue;
            }

            _terms[i].Bound = bounds[i][window];
            var at = count++;
            for (; at > 0 && _here[at - 1].Bound < _terms[i].Bound; at--)
            {
                _here[at] = _here[at - 1];
            }

            _here[at] = _terms[i];
        }

        return count;
    }

    private void RankFrom(double least, int low, int count)
    {
        var chosen = _selection.Choose(least);
        if (!chosen.ContainsAnyExcept(0UL))
        {
            return;
        }

        for (var i = 0; i < count; i++)
        {
            _words[i] = _here[i].Window.Words(low);
        }

        BitSet.AndNot(chosen, _done);
        BitSet.Or(chosen, _done);
        var from = 0;
        for (var read = Read(chosen, ref from, low); read > 0; read = Read(chosen, ref from, low))
        {
            Offer(_docs.AsSpan(0, read), low, count);
        }
    }

    private int Read(ReadOnlySpan<ulong> chosen, ref int from, int low) => BitDecoder.Read(chosen, ref from, _docs, low, pass.Path);

    private void Offer(ReadOnlySpan<int> docs, int low, int count)
    {
        // Read together: lengths lie far apart, and the processor waits for many of them at a time.
        terms[0].Lengths(docs, _lengths);
        for (var i = 0; i < docs.Length; i++)
        {
            var bit = docs[i] - low;
            Offer(docs[i], bit >> 6, 1UL << bit, _lengths[i], count);
        }
    }

    private void Offer(int doc, int at, ulong bit, byte length, int count)
    {
        var (bound, found) = (0d, 0);
        for (var i = 0; i < count; i++)
        {
            if ((_words[i][at] & bit) != 0)
            {
                var number = _here[i].Window.NumberOf(at, bit);
                var most = _here[i].Scores.Bounds[number / PostingsFormat.BlockSize];
                _found[found++] = (i, number, most);
                bound += most;
            }
        }

        if (found == 1 && !_here[_found[0].Term].Scores.Allows(_found[0].Number, _least))
        {
            return;
        }

        double sum = 0;
        for (var i = 0; i < found && bound >= _least; i++)
        {
            var (term, number, most) = _found[i];
            var scores = _here[term].Scores;
            var score = scores.ScoreOf(number, ReferenceEquals(scores.Norms, terms[0].Norms) ? length : scores.LengthOf(doc));
            sum += score;
            bound += score - most;
        }

        if (bound >= _least && top.CanEnter((float)sum, doc) && filter.Passes(doc, inSet: true))
        {
            top.Offer(doc, (float)sum);
            _least = top.Threshold / BlockRanking.Slack;
        }
    }
}
