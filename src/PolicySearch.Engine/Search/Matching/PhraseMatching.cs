namespace PolicySearch.Engine.Search.Matching;

/// <summary>Finds an exact phrase: first the documents that have all terms, then, the rarest terms first, the places where they stand together.</summary>
/// <param name="terms">The phrase's terms.</param>
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
            within = within is null ? TermMatching.All(term.Blocks, pass) : TermMatching.Within(term.Blocks, within, pass);
        }

        var kept = pass.RentList(within!.Count);
        Freqs = pass.RentList(within.Count);
        Span<int> docs = stackalloc int[256];
        var (count, from) = (0, 0);
        for (var read = within.Read(ref from, docs, pass.Path); read > 0; read = within.Read(ref from, docs, pass.Path))
        {
            foreach (var doc in docs[..read])
            {
                if (MoveTo(doc) && Freq() is > 0 and var freq)
                {
                    (kept[count], Freqs[count]) = (doc, freq);
                    count++;
                }
            }
        }

        return Found = DocSet.OfList(kept, count);
    }

    /// <summary>Moves all terms to a document, above the one before; false where one does not have it.</summary>
    private bool MoveTo(int doc)
    {
        foreach (var term in Terms)
        {
            if (!term.MoveTo(doc))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How often the phrase stands in the document at which all terms are.</summary>
    private int Freq()
    {
        var starts = Terms[0].Starts();
        for (var i = 1; i < Terms.Length && !starts.IsEmpty; i++)
        {
            starts = starts[..Keep(starts, Terms[i].Starts())];
        }

        return starts.Length;
    }

    private static int Keep(Span<int> starts, ReadOnlySpan<int> others)
    {
        int kept = 0, at = 0;
        foreach (var start in starts)
        {
            while (at < others.Length && others[at] < start)
            {
                at++;
            }

            if (at == others.Length)
            {
                break;
            }

            if (others[at] == start)
            {
                starts[kept++] = start;
            }
        }

        return kept;
    }
}
