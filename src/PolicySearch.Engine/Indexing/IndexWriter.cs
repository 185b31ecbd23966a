using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Indexing;

/// <summary>Adds, replaces and deletes blocks; nothing is seen by readers before <see cref="Commit"/>. Safe for use by many threads.</summary>
public sealed class IndexWriter : IDisposable
{
    /// <summary>Opens the index in <paramref name="directory"/> for writing and takes its lock; sweeps what a crash left behind.</summary>
    /// <exception cref="LockFailedException">Another process (or writer) holds the lock after the wait; the message says which.</exception>
    /// <exception cref="SchemaMismatchException">The index was made with another schema, and <see cref="IndexWriterOptions.Create"/> is not set.</exception>
    public static IndexWriter Open(Storage.IndexDirectory directory, IndexSchema schema, IndexWriterOptions? options = null) =>
        throw new NotImplementedException();

    /// <summary>Adds the block in place of the one with the same key, if there is one.</summary>
    public void Replace(RecordBlock block) => throw new NotImplementedException();

    /// <summary>Deletes the block with this key.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string key) => throw new NotImplementedException();

    /// <summary>Makes all changes since the last commit durable and visible at once. Does nothing when nothing changed.</summary>
    /// <param name="userData">Names and values kept in the commit, in place of those of the commit before; null keeps those.</param>
    /// <returns>The generation of the newest commit.</returns>
    public long Commit(IReadOnlyDictionary<string, string>? userData = null) => throw new NotImplementedException();

    /// <summary>Merges down to at most <paramref name="segments"/> segments; seen after the next commit.</summary>
    public void ForceMerge(int segments = 1) => throw new NotImplementedException();

    /// <summary>Waits until no merge runs or is due.</summary>
    public void WaitForMerges() => throw new NotImplementedException();

    /// <summary>Throws away what was not committed, and releases the lock.</summary>
    public void Dispose() => throw new NotImplementedException();
}
