using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Search;

/// <summary>Keeps the newest commit of a directory open, and lends it to searches. Safe for use by many threads.</summary>
/// <param name="directory">The directory.</param>
public sealed class ReaderManager(IndexDirectory directory) : IDisposable
{
    /// <summary>Held while a commit is opened; never while a search runs.</summary>
    private readonly Lock _opening = new();

    private volatile IndexReader? _current;
    private volatile bool _disposed;

    /// <summary>The directory.</summary>
    public IndexDirectory Directory { get; } = directory;

    /// <summary>Lends the current reader; dispose the lease when the search and all use of its hits is over.</summary>
    /// <exception cref="IndexNotFoundException">Nothing has been committed yet.</exception>
    public ReaderLease Acquire()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var reader = _current ?? OpenFirst();

            // A refresh may have closed it since it was read; then there is a newer one.
            if (reader.TryAcquire())
            {
                return new ReaderLease(reader);
            }
        }
    }

    /// <summary>Opens the newest commit if there is a newer one.</summary>
    /// <returns>Whether there was.</returns>
    public bool Refresh()
    {
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_current is not { } old)
            {
                return TryOpenFirst();
            }

            var newest = old.OpenIfChanged();
            if (newest is null || ReferenceEquals(newest, old))
            {
                return false;
            }

            _current = newest;
            old.Dispose();
            return true;
        }
    }

    /// <summary>Closes the current reader once its leases are back.</summary>
    public void Dispose()
    {
        lock (_opening)
        {
            _disposed = true;
            _current?.Dispose();
            _current = null;
        }
    }

    private bool TryOpenFirst()
    {
        try
        {
            _current = IndexReader.Open(Directory);
            return true;
        }
        catch (IndexNotFoundException)
        {
            return false;
        }
    }

    private IndexReader OpenFirst()
    {
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _current ??= IndexReader.Open(Directory);
        }
    }
}
