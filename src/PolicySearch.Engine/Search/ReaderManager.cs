using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Search;

/// <summary>Keeps the newest commit of a directory open, and lends it to searches. Safe for use by many threads.</summary>
public sealed class ReaderManager(IndexDirectory directory) : IDisposable
{
    /// <summary>The directory.</summary>
    public IndexDirectory Directory { get; } = directory;

    /// <summary>Lends the current reader; dispose the lease when the search and all use of its hits is over.</summary>
    /// <exception cref="IndexNotFoundException">Nothing has been committed yet.</exception>
    public ReaderLease Acquire() => throw new NotImplementedException();

    /// <summary>Opens the newest commit if there is a newer one.</summary>
    /// <returns>Whether there was.</returns>
    public bool Refresh() => throw new NotImplementedException();

    /// <summary>Closes the current reader once its leases are back.</summary>
    public void Dispose() => throw new NotImplementedException();
}

/// <summary>A lease on a reader.</summary>
public sealed class ReaderLease : IDisposable
{
    /// <summary>The reader; not to be used after disposal.</summary>
    public IndexReader Reader => throw new NotImplementedException();

    /// <summary>Gives it back.</summary>
    public void Dispose() => throw new NotImplementedException();
}
