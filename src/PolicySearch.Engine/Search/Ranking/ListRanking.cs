using System.Buffers;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>The best of a list of documents that is so short that bounds gain nothing: term after term, scores are added up by place in the list.</summary>
/// <param name="pass">The work on the segment.</param>
/// <param name="top">Where the best go.</param>
/// <param name="filter">What documents have to be beside standing in the list.</param>
internal sealed class ListRanking(SegmentPass pass, TopHitsCollector top, DocFilter filter)
{
    private readonly int[] _slots = new int[PostingsFormat.BlockSize];
    private readonly byte[] _lengths = new byte[PostingsFormat.BlockSize];
    private readonly float[] _scores = new float[PostingsFormat.BlockSize];

    /// <summary>A bit for each place of the list: whether a term was found there.</summary>
    private ulong[] _found = [];

    /// <summary>Offers the best.</summary>
    /// <param name="docs">The documents; all have the terms that have to match.</param>
    /// <param name="must">Terms that have to match.</param>
    /// <param name="should">Terms that may match.</param>
    /// <param name="needsShould">Whether one of these has to.</param>
    /// <returns>The documents that match.</returns>
    public DocSet Run(ReadOnlySpan<int> docs, IReadOnlyList<TermScores> must, IReadOnlyList<TermScores> should, bool needsShould)
    {
        var (musts, shoulds) = (ArrayPool<double>.Shared.Rent(docs.Length), ArrayPool<double>.Shared.Rent(docs.Length));
        var ends = Stretch.Ends(docs, pass.RentList(docs.Length));
        _found = BitSet.Create(docs.Length);
        AddUp(docs, ends, must, musts);
        Array.Clear(_found);
        AddUp(docs, ends, should, shoulds);
        if (!needsShould)
        {
            BitSet.Fill(_found, docs.Length);
        }

        var matches = pass.RentList(docs.Length);
        var (count, from) = (0, 0);
        for (var read = Read(ref from); read > 0; read = Read(ref from))
        {
            foreach (var slot in _slots.AsSpan(0, read))
            {
                if (filter.Passes(docs[slot], inSet: true))
                {
                    matches[count++] = docs[slot];
                    Offer(docs[slot], musts[slot], shoulds[slot]);
                }
            }
        }

        ArrayPool<double>.Shared.Return(musts);
        ArrayPool<double>.Shared.Return(shoulds);
        return DocSet.OfList(matches, count);
    }

    private int Read(ref int from) => BitDecoder.Read(_found, ref from, _slots, low: 0, pass.Path);

    private void Offer(int doc, double must, double should)
    {
        // Rounded where the plain scorers round.
        var score = (float)must + (float)should;
        if (score >= top.Threshold)
        {
            top.Offer(doc, score);
        }
    }

    private void AddUp(ReadOnlySpan<int> docs, ReadOnlySpan<int> ends, IReadOnlyList<TermScores> terms, double[] sums)
    {
        sums.AsSpan(0, docs.Length).Clear();
        var (slots, numbers) = (pass.RentList(docs.Length), pass.RentList(docs.Length));
        foreach (var term in terms)
        {
            var count = ListInBlocks.Find(term.Blocks, docs, slots, numbers, ends: ends);
            for (var from = 0; from < count; from += _scores.Length)
            {
                var batch = slots.AsSpan(from, Math.Min(_scores.Length, count - from));
                Score(term, docs, batch, numbers.AsSpan(from, batch.Length));
                for (var i = 0; i < batch.Length; i++)
                {
                    sums[batch[i]] += _scores[i];
                    BitSet.Add(_found, batch[i]);
                }
            }
        }
    }

    private void Score(TermScores term, ReadOnlySpan<int> docs, ReadOnlySpan<int> slots, ReadOnlySpan<int> numbers)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            _lengths[i] = term.LengthOf(docs[slots[i]]);
        }

        term.Scores(numbers, _lengths, _scores);
    }
}
