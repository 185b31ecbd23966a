namespace PolicySearch.Engine.Segments;

/// <summary>
/// A column as stretches of neighbouring documents with the same code. The passages of a document share what is known of the whole document,
/// so there are often few stretches, and counting or filtering by stretch is far cheaper than by document.
/// </summary>
internal sealed class ColumnRuns
{
    /// <summary>The code of a stretch of documents without a value.</summary>
    public const ulong NoValue = ulong.MaxValue;

    /// <summary>Codes are narrower, so that none is <see cref="NoValue"/>.</summary>
    public const int MaxWidth = 56;

    private const int Batch = 512;

    /// <summary>Stretches that are shorter than this on average gain too little for the memory that they take.</summary>
    private const int LeastMeanLength = 8;

    private readonly List<int> _ends = [];
    private readonly List<ulong> _codes = [];

    private ColumnRuns()
    {
    }

    /// <summary>Reads the codes of ascending documents that have one.</summary>
    /// <param name="docs">The documents.</param>
    /// <param name="present">Receives those that have one.</param>
    /// <param name="codes">Receives a code for each of these.</param>
    /// <returns>How many have one.</returns>
    public delegate int CodeReader(ReadOnlySpan<int> docs, Span<int> present, Span<ulong> codes);

    /// <summary>For each stretch the document after its last; it begins where the one before ends, the first at 0.</summary>
    public int[] Ends { get; private set; } = [];

    /// <summary>The code of each stretch.</summary>
    public ulong[] Codes { get; private set; } = [];

    /// <summary>Number of stretches.</summary>
    public int Count => Ends.Length;

    /// <summary>Finds the stretches of a column; null where they are too many to be of use.</summary>
    public static ColumnRuns? Find(int maxDoc, int width, CodeReader read)
    {
        if (width > MaxWidth)
        {
            return null;
        }

        var runs = new ColumnRuns();
        Span<int> docs = stackalloc int[Batch];
        Span<int> present = stackalloc int[Batch];
        Span<ulong> codes = stackalloc ulong[Batch];
        for (var start = 0; start < maxDoc && runs._ends.Count <= (maxDoc / LeastMeanLength) + 1; start += Batch)
        {
            var length = Math.Min(Batch, maxDoc - start);
            for (var i = 0; i < length; i++)
            {
                docs[i] = start + i;
            }

            var found = read(docs[..length], present, codes);
            runs.Add(start, start + length, present[..found], codes);
        }

        (runs.Ends, runs.Codes) = ([.. runs._ends], [.. runs._codes]);
        return runs.Count <= (maxDoc / LeastMeanLength) + 1 ? runs : null;
    }

    private void Add(int doc, int end, ReadOnlySpan<int> present, ReadOnlySpan<ulong> codes)
    {
        for (var i = 0; i < present.Length; i++)
        {
            if (present[i] > doc)
            {
                Add(present[i], NoValue);
            }

            doc = present[i] + 1;
            Add(doc, codes[i]);
        }

        if (end > doc)
        {
            Add(end, NoValue);
        }
    }

    private void Add(int end, ulong code)
    {
        if (_codes.Count > 0 && _codes[^1] == code)
        {
            _ends[^1] = end;
            return;
        }

        _ends.Add(end);
        _codes.Add(code);
    }
}
