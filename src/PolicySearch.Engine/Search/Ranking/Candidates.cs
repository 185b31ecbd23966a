namespace PolicySearch.Engine.Search.Ranking;

/// <summary>Documents that may be among the best, ascending, with what is known of their scores so far.</summary>
/// <param name="capacity">Most documents at once.</param>
internal sealed class Candidates(int capacity)
{
    public int[] Docs { get; } = new int[capacity];

    /// <summary>Sums over the terms that have to match.</summary>
    public double[] Must { get; } = new double[capacity];

    /// <summary>Sums over the terms that may match.</summary>
    public double[] Should { get; } = new double[capacity];

    /// <summary>Whether one of the terms that may match does.</summary>
    public bool[] HasShould { get; } = new bool[capacity];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    /// <summary>Adds a document that a term which has to match matches, or a filter with the score 0.</summary>
    public void AddMust(int doc, double score) => Add(doc, score, 0, hasShould: false);

    /// <summary>Adds a document that a term which may match matches.</summary>
    public void AddShould(int doc, double score) => Add(doc, 0, score, hasShould: true);

    /// <summary>Keeps only the first so many.</summary>
    public void Cut(int count) => Count = count;

    /// <summary>Moves a candidate to a place before it.</summary>
    public void Move(int from, int to)
    {
        Docs[to] = Docs[from];
        Must[to] = Must[from];
        Should[to] = Should[from];
        HasShould[to] = HasShould[from];
    }

    /// <summary>What the candidate has so far.</summary>
    public double Sum(int i) => Must[i] + Should[i];

    /// <summary>The score, rounded where the plain scorers round.</summary>
    public float Score(int i) => (float)((float)Must[i] + (float)Should[i]);

    private void Add(int doc, double must, double should, bool hasShould)
    {
        Docs[Count] = doc;
        Must[Count] = must;
        Should[Count] = should;
        HasShould[Count] = hasShould;
        Count++;
    }
}
