using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>Some documents, at most as many as a block has, with the places where a phrase may begin in each, as far as its terms were asked. Each thread keeps one.</summary>
internal sealed class PhraseBatch
{
    /// <summary>A batch with more positions is not kept.</summary>
    private const int MostKept = 1 << 16;

    [ThreadStatic]
    private static PhraseBatch? _ofThread;

    private readonly int[] _docs = new int[PostingsFormat.BlockSize];
    private readonly int[] _firsts = new int[PostingsFormat.BlockSize];
    private readonly int[] _slots = new int[PostingsFormat.BlockSize];
    private readonly int[] _numbers = new int[PostingsFormat.BlockSize];
    private readonly PositionLists _others = new();
    private PositionLists _starts = new();
    private PositionLists _kept = new();

    /// <summary>Number of documents that are left.</summary>
    public int Count { get; private set; }

    /// <summary>Takes this thread's, or a new one. What an error keeps from being returned is not used again.</summary>
    public static PhraseBatch Rent()
    {
        var batch = _ofThread ?? new PhraseBatch();
        _ofThread = null;
        return batch;
    }

    /// <summary>Leaves it to the thread's next phrase.</summary>
    public void Return() =>
        _ofThread = Math.Max(_starts.Positions.Length, Math.Max(_kept.Positions.Length, _others.Positions.Length)) <= MostKept ? this : null;

    /// <summary>Begins with the documents of a block of the first term.</summary>
    public void Begin(TermBlocks first)
    {
        Count = first.Length;
        first.Docs.AsSpan(0, Count).CopyTo(_docs);
        for (var i = 0; i < Count; i++)
        {
            _firsts[i] = (first.Number * PostingsFormat.BlockSize) + i;
        }
    }

    /// <summary>Begins with documents that the first term has.</summary>
    public void Begin(PhraseTerm first, ReadOnlySpan<int> docs)
    {
        docs.CopyTo(_docs);
        Count = first.Find(docs, _slots, _firsts);
    }

    /// <summary>Keeps those where the first two terms stand at their places.</summary>
    public void Keep(PhraseTerm first, PhraseTerm second)
    {
        var count = Find(second);
        TermIntersection.Move(_docs, _slots.AsSpan(0, count));
        TermIntersection.Move(_firsts, _slots.AsSpan(0, count));
        for (var i = 0; i < count; i++)
        {
            _slots[i] = i;
        }

        first.Starts(_firsts.AsSpan(0, count), _starts);
        Keep(second, count);
    }

    /// <summary>Keeps those where another term stands at its place too.</summary>
    public void Keep(PhraseTerm term) => Keep(term, Find(term));

    /// <summary>Writes the documents that are left, and how often the phrase stands in each.</summary>
    /// <returns>How many.</returns>
    public int CopyTo(Span<int> docs, Span<int> freqs)
    {
        _docs.AsSpan(0, Count).CopyTo(docs);
        var before = 0;
        for (var i = 0; i < Count; i++)
        {
            freqs[i] = _starts.Ends[i] - before;
            before = _starts.Ends[i];
        }

        return Count;
    }

    private int Find(PhraseTerm term) => term.Find(_docs.AsSpan(0, Count), _slots, _numbers);

    /// <summary>Keeps of the documents at the slots those where the term stands at its place too.</summary>
    private void Keep(PhraseTerm term, int count)
    {
        term.Starts(_numbers.AsSpan(0, count), _others);
        _kept.Intersect(_starts, _others, _slots.AsSpan(0, count));
        (_starts, _kept) = (_kept, _starts);
        Count = _starts.Count;
        TermIntersection.Move(_docs, _slots.AsSpan(0, Count));
    }
}
