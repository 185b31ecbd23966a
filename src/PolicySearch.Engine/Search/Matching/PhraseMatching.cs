using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>Finds an exact phrase, some documents at a time: those that have the two rarest terms side by side, then of these the ones where the next term stands at its place, and so on.</summary>
/// <param name="terms">The phrase's terms, two or more.</param>
internal sealed class PhraseMatching(IEnumerable<PhraseTerm> terms)
{
    private readonly PhraseBatch _batch = new();
    private readonly int[] _slots = new int[PostingsFormat.BlockSize + 1];
    private readonly int[] _numbers = new int[PostingsFormat.BlockSize + 1];

    /// <summary>The terms, the rarest first.</summary>
    public PhraseTerm[] Terms { get; } = [.. terms.OrderBy(t => t.Blocks.DocFreq)];

    /// <summary>What <see cref="Matches"/> found last; null before.</summary>
    public DocSet? Found { get; private set; }

    /// <summary>How often the phrase stands in each of the documents that <see cref="Matches"/> found last; null before.</summary>
    public int[]? Freqs { get; private set; }

    /// <summary>The documents with the phrase.</summary>
    public DocSet Matches(SegmentPass pass, DocSet? within)
    {
        foreach (var term in Terms)
        {
            term.Restart();
        }

        var rarest = Terms[0].Blocks;
        var list = within is null ? [] : TermMatching.Within(rarest, within, pass).List;
        var most = within is null ? rarest.DocFreq : list.Length;
        var kept = pass.RentList(most);
        Freqs = pass.RentList(most);
        var count = 0;
        if (within is null)
        {
            for (var block = 0; rarest.Load(block); block++)
            {
                for (var i = 0; i < rarest.Length; i++)
                {
                    _numbers[i] = (block * PostingsFormat.BlockSize) + i;
                }

                Add(rarest.Docs.AsSpan(0, rarest.Length), kept, ref count);
            }
        }

        for (var at = 0; at < list.Length; at += PostingsFormat.BlockSize)
        {
            var docs = list[at..Math.Min(list.Length, at + PostingsFormat.BlockSize)];
            Terms[0].Find(docs, _slots, _numbers);
            Add(docs, kept, ref count);
        }

        return Found = DocSet.OfList(kept, count);
    }

    /// <summary>Adds those of some documents of the rarest term, whose numbers are known, that have the phrase.</summary>
    private void Add(ReadOnlySpan<int> docs, int[] kept, ref int count)
    {
        _batch.Begin(docs, _numbers, Terms[0], Terms[1]);
        for (var i = 2; i < Terms.Length && _batch.Count > 0; i++)
        {
            _batch.Keep(Terms[i]);
        }

        _batch.CopyTo(kept.AsSpan(count), Freqs.AsSpan(count));
        count += _batch.Count;
    }
}
