using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>Finds an exact phrase, some documents at a time: those where the two rarest terms stand at their places, then of these the ones where the next term does, and so on.</summary>
/// <param name="terms">The phrase's terms, two or more.</param>
internal sealed class PhraseMatching(IEnumerable<PhraseTerm> terms)
{
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
        var candidates = within is null ? [] : TermMatching.Within(rarest, within, pass).List;
        var most = within is null ? rarest.DocFreq : candidates.Length;
        var kept = pass.RentList(most);
        Freqs = pass.RentList(most);
        var batch = PhraseBatch.Rent();
        var count = 0;
        for (var block = 0; within is null && rarest.Load(block); block++)
        {
            batch.Begin(rarest);
            count += Add(batch, kept.AsSpan(count), Freqs.AsSpan(count));
        }

        for (var at = 0; at < candidates.Length; at += PostingsFormat.BlockSize)
        {
            batch.Begin(Terms[0], candidates[at..Math.Min(candidates.Length, at + PostingsFormat.BlockSize)]);
            count += Add(batch, kept.AsSpan(count), Freqs.AsSpan(count));
        }

        batch.Return();
        return Found = DocSet.OfList(kept, count);
    }

    /// <summary>Adds the documents of a batch that have the phrase.</summary>
    /// <returns>How many.</returns>
    private int Add(PhraseBatch batch, Span<int> docs, Span<int> freqs)
    {
        batch.Keep(Terms[0], Terms[1]);
        for (var i = 2; i < Terms.Length && batch.Count > 0; i++)
        {
            batch.Keep(Terms[i]);
        }

        return batch.CopyTo(docs, freqs);
    }
}
