namespace PolicySearch.Engine.Segments;

/// <summary>One commit, opened for reading. Counted references: whoever reads holds a lease for as long as it reads.</summary>
public sealed class IndexReader : IDisposable
{
    /// <summary>Opens the newest whole commit.</summary>
    /// <exception cref="IndexNotFoundException">Nothing has been committed there.</exception>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    public static IndexReader Open(Storage.IndexDirectory directory) => throw new NotImplementedException();

    /// <summary>This reader if it still is the newest commit, else a new one that shares the unchanged segments. The caller owns the one it gets and disposes the old one.</summary>
    public IndexReader? OpenIfChanged() => throw new NotImplementedException();

    /// <summary>Generation of the commit.</summary>
    public long Generation => throw new NotImplementedException();

    /// <summary>The schema's fingerprint as committed.</summary>
    public string SchemaFingerprint => throw new NotImplementedException();

    /// <summary>Names and values kept in the commit.</summary>
    public IReadOnlyDictionary<string, string> UserData => throw new NotImplementedException();

    /// <summary>The segments, in order.</summary>
    public IReadOnlyList<SegmentReader> Segments => throw new NotImplementedException();

    /// <summary>Documents that are not deleted.</summary>
    public int NumDocs => throw new NotImplementedException();

    /// <summary>Takes a lease, under which maps stay valid; false when the reader is already closed.</summary>
    public bool TryAcquire() => throw new NotImplementedException();

    /// <summary>Gives a lease back; the last one closes files.</summary>
    public void Release() => throw new NotImplementedException();

    /// <summary>All live records, in order.</summary>
    public IEnumerable<RecordAddress> Records() => throw new NotImplementedException();

    /// <summary>The live record with this key, or null.</summary>
    public RecordAddress? FindRecord(string key) => throw new NotImplementedException();

    /// <summary>Gives the opener's lease back.</summary>
    public void Dispose() => throw new NotImplementedException();
}
