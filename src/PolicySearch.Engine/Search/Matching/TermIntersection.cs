using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>The documents that have all of several terms, and which of each term's documents they are: their frequencies are read without looking for them again.</summary>
internal sealed class TermIntersection
{
    private readonly int[][] _numbers;

    /// <summary>Finds the documents.</summary>
    /// <param name="terms">Two or more terms.</param>
    /// <param name="pass">The work on the segment.</param>
    public TermIntersection(IReadOnlyList<TermBlocks> terms, SegmentPass pass)
    {
        _numbers = new int[terms.Count][];
        int[] order = [.. Enumerable.Range(0, terms.Count).OrderBy(term => terms[term].DocFreq)];
        var lead = terms[order[0]];
        var (docs, slots) = (pass.RentList(lead.DocFreq), pass.RentList(lead.DocFreq));
        var count = TermMatching.CopyTo(lead, docs);
        for (var i = 1; i < order.Length; i++)
        {
            var numbers = pass.RentList(lead.DocFreq);
            count = ListInBlocks.Find(terms[order[i]], docs.AsSpan(0, count), slots, numbers);
            var found = slots.AsSpan(0, count);
            for (var before = 1; before < i; before++)
            {
                TermMatching.Move(_numbers[order[before]], found);
            }

            TermMatching.Move(docs, found);
            _numbers[order[i]] = numbers;
            if (i == 1)
            {
                // The places in a list of all of a term's documents are the numbers.
                (_numbers[order[0]], slots) = (slots, pass.RentList(count));
            }
            else
            {
                TermMatching.Move(_numbers[order[0]], found);
            }
        }

        Docs = DocSet.OfList(docs, count);
    }

    /// <summary>The documents.</summary>
    public DocSet Docs { get; }

    /// <summary>The documents' numbers among those of a term.</summary>
    /// <param name="term">Its place among the terms.</param>
    public ReadOnlySpan<int> Numbers(int term) => _numbers[term].AsSpan(0, Docs.Count);
}
