using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search;

/// <summary>A lease on a reader.</summary>
public sealed class ReaderLease : IDisposable
{
    private readonly IndexReader _reader;
    private int _returned;

    /// <summary>Takes over a lease that was acquired on the reader.</summary>
    internal ReaderLease(IndexReader reader) => _reader = reader;

    /// <summary>The reader; not to be used after disposal.</summary>
    public IndexReader Reader
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _returned) != 0, this);
            return _reader;
        }
    }

    /// <summary>Gives it back; a second time does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _returned, 1) == 0)
        {
            _reader.Release();
        }
    }
}
