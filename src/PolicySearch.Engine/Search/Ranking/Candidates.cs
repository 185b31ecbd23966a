using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>Documents that may be among the best, ascending, with what is known of their scores so far; and the other working memory of a ranking, which each thread keeps.</summary>
internal sealed class Candidates
{
    /// <summary>Most documents at once: a block.</summary>
    private const int Capacity = PostingsFormat.BlockSize;

    [ThreadStatic]
    private static Candidates? _ofThread;

    /// <summary>Takes this thread's, or new ones. What an error keeps from being returned is not used again, for its memory may not be as it should.</summary>
    public static Candidates Rent()
    {
        var candidates = _ofThread ?? new Candidates();
        _ofThread = null;
        candidates.Count = 0;
        return candidates;
    }

    /// <summary>Leaves them to the thread's next ranking.</summary>
    public void Return() => _ofThread = this;

    public int[] Docs { get; } = new int[Capacity];

    /// <summary>Sums over the terms that have to match.</summary>
    public double[] Must { get; } = new double[Capacity];

    /// <summary>Sums over the terms that may match.</summary>
    public double[] Should { get; } = new double[Capacity];

    /// <summary>Whether one of the terms that may match does.</summary>
    public bool[] HasShould { get; } = new bool[Capacity];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    /// <summary>Adds a document.</summary>
    /// <param name="doc">Above those before.</param>
    /// <param name="must">What terms that have to match give it.</param>
    /// <param name="should">What terms that may match give it.</param>
    /// <param name="hasShould">Whether one of these matches.</param>
    public void Add(int doc, double must, double should, bool hasShould)
    {
        Docs[Count] = doc;
        Must[Count] = must;
        Should[Count] = should;
        HasShould[Count] = hasShould;
        Count++;
    }

    /// <summary>Keeps only the first so many.</summary>
    public void Cut(int count) => Count = count;

    /// <summary>Moves a candidate to a place at or before it.</summary>
    public void Move(int from, int to)
    {
        if (from != to)
        {
            Docs[to] = Docs[from];
            Must[to] = Must[from];
            Should[to] = Should[from];
            HasShould[to] = HasShould[from];
        }
    }

    /// <summary>What the candidate has so far.</summary>
    public double Sum(int i) => Must[i] + Should[i];

    /// <summary>The score, rounded where the plain scorers round.</summary>
    public float Score(int i) => (float)Must[i] + (float)Should[i];
}
