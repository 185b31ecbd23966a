using PolicySearch.Engine;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;

namespace PolicySearch.Service.Ingestion;

/// <summary>The index was changed by another process since the plan was made; plan again.</summary>
internal sealed class CatalogueMovedException : Exception;

/// <summary>Carries a plan out. The writer, and with it the lock, is taken at the first change.</summary>
internal sealed class IngestionRun(
    IndexDirectory directory,
    Catalogue catalogue,
    IngestionScope scope,
    IngestionRequest request,
    IngestionOptions options,
    RetryPolicy retry,
    IngestionProgress progress,
    KnownMembers knownMembers,
    bool rebuild,
    TimeProvider time) : IDisposable
{
    private readonly Dictionary<string, string> _userData = Catalogue.UserData(scope.Remembered, scope.Removed, scope.Authority);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly List<IngestionFailure> _failed = [];
    private readonly List<SourceNote> _notes = [];
    private IndexWriter? _writer;
    private long _lastCommit = time.GetTimestamp();
    private long _bytesSinceCommit;
    private int _growing;
    private int _added;
    private int _updated;
    private int _unchanged;
    private int _removed;

    /// <summary>Brings the index in step.</summary>
    /// <exception cref="CatalogueMovedException">The catalogue is no longer the newest.</exception>
    /// <exception cref="LockFailedException">Another writer is at work.</exception>
    /// <exception cref="IndexNotWrittenException">The index could not be written; its last commit stands.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; what had been read is committed, except of a rebuild.</exception>
    public IngestionReport Execute(IngestionPlan plan, IEnumerable<LoadedSource> sources)
    {
        try
        {
            Write(plan, sources);
        }
        catch (OperationCanceledException) when (!rebuild)
        {
            Guarded(() => _writer?.Commit(_userData));
            throw;
        }

        return new IngestionReport
        {
            Added = _added,
            Updated = _updated,
            Removed = _removed,
            Unchanged = plan.Unchanged + _unchanged,
            Failed = _failed,
            Notes = _notes,
            Pending = plan.Pending + _growing,
            Roots = scope.Remembered.All,
            Committed = _writer is not null,
        };
    }

    /// <summary>Releases the lock.</summary>
    public void Dispose() => _writer?.Dispose();

    private void Write(IngestionPlan plan, IEnumerable<LoadedSource> sources)
    {
        _failed.AddRange(plan.Failed);
        progress.Begin(IngestionPhase.Reading, plan);
        if (rebuild || !SameUserData())
        {
            Guarded(() => Writer());
        }

        Guarded(() => Remove(plan));
        foreach (var source in sources)
        {
            Guarded(() =>
            {
                Apply(source);

                // An archive's record says that all its members are in.
                if (source.Entry.Container is null)
                {
                    CommitFromTimeToTime();
                }
            });
        }

        Guarded(Finish);
    }

    private void Finish()
    {
        progress.Enter(IngestionPhase.Finishing);
        if (rebuild)
        {
            CarryOver();
        }

        if (_writer is not null)
        {
            // Searchable first. Then the merges that are due, which a disposed writer would throw away.
            _writer.Commit(_userData);
            _writer.WaitForMerges();
            _writer.Commit(_userData);
        }
    }

    /// <summary>Does what writes to the index; sources are read elsewhere, so a failure here is the index's.</summary>
    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexNotWrittenException(directory.Description, e);
        }
    }

    private void Remove(IngestionPlan plan)
    {
        foreach (var address in plan.Gone)
        {
            RemoveDocument(address);
        }

        foreach (var address in plan.Healed)
        {
            Delete(address, alsoDocument: false);
        }
    }

    private void RemoveDocument(string address)
    {
        _removed += catalogue.Document(address) is null ? 0 : 1;
        _gone.Add(address);
        Delete(address, alsoDocument: true);
    }

    private void Delete(string address, bool alsoDocument)
    {
        // A rebuild starts empty; nothing is there to delete.
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

    private void Apply(LoadedSource source)
    {
        _bytesSinceCommit += source.Entry.Size;
        _notes.AddRange((source.Entry.Notes ?? []).Select(note => new SourceNote(source.Entry.Address, note)));
        if (source.IsGrowing)
        {
            _growing++;
        }
        else if (source.Entry.Failure is not null)
        {
            ApplyFailure(source.Entry);
            End(source);
        }
        else
        {
            Take(source);
            End(source);
        }

        if (source.Entry.Container is null)
        {
            progress.Count(_added, _updated, _failed.Count);
        }
    }

    private void ApplyFailure(CatalogueEntry entry)
    {
        _failed.Add(new IngestionFailure(entry.Address, entry.Failure!));
        var known = catalogue.Failure(entry.Address);
        var counted = retry.Count(entry, known);
        if (rebuild || known is null || (known.Failure, known.Hash, known.Fingerprint, known.Tried) != (entry.Failure, entry.Hash, entry.Fingerprint, counted.Tried))
        {
            Writer().Replace(PassageMapper.ToFailureBlock(counted));
        }
    }

    private void Take(LoadedSource source)
    {
        var address = source.Entry.Address;
        _kept.Add(address);
        if (source.IsUnchanged)
        {
            _unchanged++;
        }
        else if (source.Document is { } document)
        {
            Writer().Replace(PassageMapper.ToBlock(document, source.Entry));
            Count(address);
        }
        else if (rebuild || catalogue.Archive(address) != source.Entry)
        {
            Writer().Replace(PassageMapper.ToArchiveBlock(source.Entry));
        }

        if (catalogue.Failure(address) is not null)
        {
            Delete(address, alsoDocument: false);
        }
    }

    private void Count(string address)
    {
        if (catalogue.Document(address) is not null)
        {
            _updated++;
        }
        else
        {
            _added++;
        }
    }

    private void End(LoadedSource source)
    {
        if (source.Entry.Container is not null)
        {
            _members.Add(source.Entry.Address);
            return;
        }

        EndFile(source);
        _members.Clear();
    }

    /// <summary>Takes out what lay in a file before and lies in it no longer, and what the file was if it has become something else.</summary>
    private void EndFile(LoadedSource source)
    {
        var address = source.Entry.Address;
        if (source.IsComplete)
        {
            var gone = catalogue.MembersOf(address).Select(member => member.Address).Where(member => !_members.Contains(member));
            foreach (var member in gone.Distinct(StringComparer.Ordinal).ToList())
            {
                RemoveDocument(member);
            }
        }

        if (source.Entry.IsArchive && catalogue.Document(address) is not null)
        {
            RemoveDocument(address);
        }

        // Where an archive broke off, some of its members may be new ones: its record would hide that from the next run.
        if (catalogue.Archive(address) is not null && !rebuild && (source.Document is not null || (source.Entry.Failure is not null && _members.Count > 0)))
        {
            Writer().Delete(PassageMapper.ArchiveKey(PassageIds.ForDocument(address)));
        }
    }

    /// <summary>A rebuild keeps the last good version of what it could not read: of failed documents and of missing roots.</summary>
    private void CarryOver()
    {
        var left = catalogue.Documents.Keys.Except(_kept).Except(_gone).Where(address => !knownMembers.IsRemoved(address)).Order(StringComparer.Ordinal).ToList();
        foreach (var address in left)
        {
            try
            {
                Writer().Replace(PassageMapper.ToBlock(catalogue.Read(address)!, catalogue.Documents[address]));
            }
            catch (InvalidDataException e)
            {
                _failed.Add(new IngestionFailure(address, "its last good version could not be carried over: " + e.Message));
            }
        }
    }

    private void CommitFromTimeToTime()
    {
        if (rebuild || _writer is null ||
            (_bytesSinceCommit < options.CommitBytes && time.GetElapsedTime(_lastCommit) < options.CommitInterval))
        {
            return;
        }

        _writer.Commit(_userData);
        _bytesSinceCommit = 0;
        _lastCommit = time.GetTimestamp();
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

    private bool SameUserData() => catalogue.Generation > 0 &&
        Catalogue.UserData(new RootSet(catalogue.Roots), catalogue.Removed, catalogue.Authority).OrderBy(p => p.Key, StringComparer.Ordinal)
            .SequenceEqual(_userData.OrderBy(p => p.Key, StringComparer.Ordinal));
}
