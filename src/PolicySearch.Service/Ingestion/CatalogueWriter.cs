using PolicySearch.Engine;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;

namespace PolicySearch.Service.Ingestion;

/// <summary>The index was changed by another process since the plan was made; plan again.</summary>
internal sealed class CatalogueMovedException : Exception;

/// <summary>Writes what a run changes into the index. The writer, and with it the lock, is taken at the first change; commits are made by time and size.</summary>
/// <param name="directory">The index.</param>
/// <param name="catalogue">What the run was planned from.</param>
/// <param name="userData">What the commits keep beside their records.</param>
/// <param name="request">How long to wait for the lock.</param>
/// <param name="options">How often to commit.</param>
/// <param name="rebuild">Whether a new index is written, which replaces the old one with its only commit.</param>
/// <param name="time">The clock.</param>
internal sealed class CatalogueWriter(
    IndexDirectory directory,
    Catalogue catalogue,
    Dictionary<string, string> userData,
    IngestionRequest request,
    IngestionOptions options,
    bool rebuild,
    TimeProvider time) : IDisposable
{
    private IndexWriter? _writer;
    private long _lastCommit = time.GetTimestamp();
    private long _bytesSinceCommit;

    /// <summary>Whether anything was written.</summary>
    public bool HasWritten => _writer is not null;

    /// <summary>Releases the lock.</summary>
    public void Dispose() => _writer?.Dispose();

    /// <summary>Takes the lock now.</summary>
    /// <exception cref="CatalogueMovedException">The catalogue is no longer the newest.</exception>
    /// <exception cref="LockFailedException">Another writer is at work.</exception>
    public void Begin() => _ = Writer();

    /// <summary>Adds a record with its passages, in place of the one that has its key.</summary>
    public void Replace(RecordBlock block) => Writer().Replace(block);

    /// <summary>Takes out the failure at an address, and what else is there where that is asked for. A rebuild starts empty, so there is nothing to take out.</summary>
    public void Delete(string address, bool alsoDocument)
    {
        if (rebuild)
        {
            return;
        }

        var id = PassageIds.ForDocument(address);
        if (alsoDocument)
        {
            Writer().Delete(id);
            Writer().Delete(PassageMapper.ArchiveKey(id));
        }

        Writer().Delete(PassageMapper.FailureKey(id));
    }

    /// <summary>Takes out the record of an archive, and no more.</summary>
    public void DeleteArchive(string address)
    {
        if (!rebuild)
        {
            Writer().Delete(PassageMapper.ArchiveKey(PassageIds.ForDocument(address)));
        }
    }

    /// <summary>Counts what was read, by which commits are made.</summary>
    public void Count(long bytes) => _bytesSinceCommit += bytes;

    /// <summary>Commits what there is; nothing where nothing was written.</summary>
    public void Commit()
    {
        _writer?.Commit(userData);
        _bytesSinceCommit = 0;
        _lastCommit = time.GetTimestamp();
    }

    /// <summary>Commits where enough was read, or enough time is over.</summary>
    public void CommitIfDue()
    {
        if (!rebuild && HasWritten && (_bytesSinceCommit >= options.CommitBytes || time.GetElapsedTime(_lastCommit) >= options.CommitInterval))
        {
            Commit();
        }
    }

    /// <summary>Makes the last commit.</summary>
    public void Finish()
    {
        // Searchable first. Then the merges that are due, which a disposed writer would throw away.
        Commit();
        _writer?.WaitForMerges();
        Commit();
    }

    private IndexWriter Writer()
    {
        if (_writer is not null)
        {
            return _writer;
        }

        _writer = IndexWriter.Open(directory, PassageSchema.Schema, new IndexWriterOptions { Create = rebuild, LockTimeout = request.Wait });

        // Only now that nobody else can commit is it sure what the plan was made from.
        if (!(rebuild && request.Rebuild) && Catalogue.NewestGeneration(directory) != catalogue.Generation)
        {
            throw new CatalogueMovedException();
        }

        return _writer;
    }
}
