using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>The documents that have all of several terms, and which of each term's documents they are: their frequencies are read without looking for them again.</summary>
internal sealed class TermIntersection
{
    private readonly int[][] _numbers;

    /// <summary>Finds the documents.</summary>
    /// <param name="terms">Two or more terms, the rarest first.</param>
    /// <param name="pass">The work on the segment.</param>
    public TermIntersection(IReadOnlyList<TermBlocks> terms, SegmentPass pass)
    {
        var docs = pass.RentList(terms[0].DocFreq);
        var slots = pass.RentList(terms[0].DocFreq);
        var count = TermMatching.CopyTo(terms[0], docs);
        _numbers = new int[terms.Count][];
        for (var i = 1; i < terms.Count; i++)
        {
            var numbers = pass.RentList(count);
            count = ListInBlocks.Find(terms[i], docs.AsSpan(0, count), slots, numbers);
            var found = slots.AsSpan(0, count);
            Move(docs, found);
            foreach (var before in _numbers.AsSpan(0, i == 1 ? 0 : i))
            {
                Move(before, found);
            }

            _numbers[i] = numbers;
            if (i == 1)
            {
                // Places in the list of all the first term's documents are numbers among them.
                (_numbers[0], slots) = (slots, pass.RentList(count));
            }
        }

        Docs = DocSet.OfList(docs, count);
    }

    /// <summary>The documents.</summary>
    public DocSet Docs { get; }

    /// <summary>The documents' numbers among those of a term.</summary>
    /// <param name="term">Its place among the terms.</param>
    public ReadOnlySpan<int> Numbers(int term) => _numbers[term].AsSpan(0, Docs.Count);

    /// <summary>Moves what stands at ascending places of a list to its beginning.</summary>
    public static void Move(Span<int> list, ReadOnlySpan<int> places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            list[i] = list[places[i]];
        }
    }
}
