using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>Some documents, at most as many as a block has, with the places where a phrase may begin in each as far as its terms were asked.</summary>
internal sealed class PhraseBatch
{
    private readonly int[] _docs = new int[PostingsFormat.BlockSize];
    private readonly int[] _slots = new int[PostingsFormat.BlockSize + 1];
    private readonly int[] _numbers = new int[PostingsFormat.BlockSize + 1];
    private readonly PositionLists _others = new();
    private PositionLists _starts = new();
    private PositionLists _kept = new();

    /// <summary>Number of documents that are left.</summary>
    public int Count { get; private set; }

    /// <summary>Begins anew with those of some documents that a second term has too, and where both stand at their places.</summary>
    /// <param name="docs">The documents of the first term.</param>
    /// <param name="numbers">Their numbers among the first term's; only the first ones remain.</param>
    /// <param name="first">A term.</param>
    /// <param name="second">Another.</param>
    public void Begin(ReadOnlySpan<int> docs, Span<int> numbers, PhraseTerm first, PhraseTerm second)
    {
        var count = second.Find(docs, _slots, _numbers);
        for (var i = 0; i < count; i++)
        {
            _docs[i] = docs[_slots[i]];
            numbers[i] = numbers[_slots[i]];
            _slots[i] = i;
        }

        first.Starts(numbers[..count], _starts);
        Keep(second, count);
    }

    /// <summary>Leaves the documents where another term stands at its place too.</summary>
    public void Keep(PhraseTerm term) => Keep(term, term.Find(_docs.AsSpan(0, Count), _slots, _numbers));

    private void Keep(PhraseTerm term, int count)
    {
        term.Starts(_numbers.AsSpan(0, count), _others);
        _kept.Clear();
        _kept.Reserve(Math.Min(_starts.Length, _others.Length) + 1);
        var (kept, other) = (0, 0);
        Count = 0;
        for (var i = 0; i < count; i++)
        {
            var slot = _slots[i];
            var end = Merge(slot == 0 ? 0 : _starts.Ends[slot - 1], _starts.Ends[slot], other, _others.Ends[i], kept);

            // Written in any case, as above.
            _docs[Count] = _docs[slot];
            _kept.Ends[Count] = end;
            Count += end > kept ? 1 : 0;
            (kept, other) = (end, _others.Ends[i]);
        }

        _kept.Count = Count;
        (_starts, _kept) = (_kept, _starts);
    }

    /// <summary>Keeps the places where the phrase may begin that another term allows too, for one document.</summary>
    /// <returns>Their end.</returns>
    private int Merge(int start, int startEnd, int other, int otherEnd, int kept)
    {
        var (starts, others, target) = (_starts.Positions, _others.Positions, _kept.Positions);
        while (start < startEnd && other < otherEnd)
        {
            var (x, y) = (starts[start], others[other]);
            target[kept] = x;
            kept += x == y ? 1 : 0;
            start += x <= y ? 1 : 0;
            other += y <= x ? 1 : 0;
        }

        return kept;
    }

    /// <summary>Writes the documents that are left, and how often the phrase stands in each.</summary>
    public void CopyTo(Span<int> docs, Span<int> freqs)
    {
        _docs.AsSpan(0, Count).CopyTo(docs);
        var before = 0;
        for (var i = 0; i < Count; i++)
        {
            freqs[i] = _starts.Ends[i] - before;
            before = _starts.Ends[i];
        }
    }
}
