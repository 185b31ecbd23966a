using PolicySearch.Engine;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Service.Ingestion;

/// <summary>Carries a plan out: what was read goes into the index, what is gone comes out of it, and both are counted.</summary>
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
    private readonly CatalogueWriter _index = new(directory, catalogue, Catalogue.UserData(scope.Remembered, scope.Removed, scope.Authority), request, options, rebuild, time);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly List<IngestionFailure> _failed = [];
    private readonly List<SourceNote> _notes = [];
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
            Guarded(_index.Commit);
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
            Committed = _index.HasWritten,
        };
    }

    /// <summary>Releases the lock.</summary>
    public void Dispose() => _index.Dispose();

    private void Write(IngestionPlan plan, IEnumerable<LoadedSource> sources)
    {
        _failed.AddRange(plan.Failed);
        progress.Begin(IngestionPhase.Reading, plan);
        if (rebuild || !SameUserData())
        {
            Guarded(_index.Begin);
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
                    _index.CommitIfDue();
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

        _index.Finish();
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
            _index.Delete(address, alsoDocument: false);
        }
    }

    private void RemoveDocument(string address)
    {
        _removed += catalogue.Document(address) is null ? 0 : 1;
        _gone.Add(address);
        _index.Delete(address, alsoDocument: true);
    }

    private void Apply(LoadedSource source)
    {
        _index.Count(source.Entry.Size);
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
            _index.Replace(PassageMapper.ToFailureBlock(counted));
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
            _index.Replace(PassageMapper.ToBlock(document, source.Entry));
            Count(address);
        }
        else if (rebuild || catalogue.Archive(address) != source.Entry)
        {
            _index.Replace(PassageMapper.ToArchiveBlock(source.Entry));
        }

        if (catalogue.Failure(address) is not null)
        {
            _index.Delete(address, alsoDocument: false);
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
        if (catalogue.Archive(address) is not null && (source.Document is not null || (source.Entry.Failure is not null && _members.Count > 0)))
        {
            _index.DeleteArchive(address);
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
                _index.Replace(PassageMapper.ToBlock(catalogue.Read(address)!, catalogue.Documents[address]));
            }
            catch (InvalidDataException e)
            {
                _failed.Add(new IngestionFailure(address, "its last good version could not be carried over: " + e.Message));
            }
        }
    }

    private bool SameUserData() => catalogue.Generation > 0 &&
        Sorted(Catalogue.UserData(new RootSet(catalogue.Roots), catalogue.Removed, catalogue.Authority))
            .SequenceEqual(Sorted(Catalogue.UserData(scope.Remembered, scope.Removed, scope.Authority)));

    private static IEnumerable<KeyValuePair<string, string>> Sorted(Dictionary<string, string> data) => data.OrderBy(pair => pair.Key, StringComparer.Ordinal);
}
