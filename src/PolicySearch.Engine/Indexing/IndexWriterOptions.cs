namespace PolicySearch.Engine.Indexing;

/// <summary>How an <see cref="IndexWriter"/> opens and works.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Start empty, whatever the index holds; the old commit stays until the new one is made.</summary>
    public bool Create { get; init; }

    /// <summary>How long to wait for the lock; default 10 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Memory for documents not yet in a segment and for writing them, of all threads together, in MB; default 256. A segment is written when it is reached.</summary>
    public int BufferMegabytes { get; init; } = 256;

    /// <summary>Which segments are merged when; default <see cref="TieredMergePolicy"/>.</summary>
    public IMergePolicy MergePolicy { get; init; } = new TieredMergePolicy();

    /// <summary>Merge on a thread of its own while documents are added (default), or only when asked to.</summary>
    public bool BackgroundMerges { get; init; } = true;

    /// <summary>
    /// Whether merges put records with like terms side by side (recursive graph bisection), a record's documents together as ever. Merges take many times as long; hits of equal
    /// score come in another order. What a merge knows of records' terms takes up to an eighth of <see cref="BufferMegabytes"/>, and where there is more, records are ordered in
    /// stretches; some 40 bytes a record come to that. docs/benchmarks.md says what it gains. Default: no.
    /// </summary>
    public bool ReorderRecords { get; init; }
}
