using PolicySearch.Engine;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;

namespace PolicySearch.Service.Ingestion;

/// <summary>The index was changed by another process since the plan was made; plan again.</summary>
internal sealed class CatalogueMovedException : Exception;

/// <summary>Carries a plan out. The writer, and with it the lock, is taken at the first change.</summary>
internal sealed class IngestionRun(
    IndexDirectory directory, Catalogue catalogue, IngestionScope scope, IngestionRequest request, bool rebuild, TimeProvider time) : IDisposable
{
    private const int DocumentsPerCommit = 1000;
    private static readonly TimeSpan TimePerCommit = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, string> _userData = Catalogue.UserData(scope.Remembered, scope.Removed, scope.Authority);
    private readonly KnownMembers _known = new(catalogue, scope.Removed, rebuild);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly List<IngestionFailure> _failed = [];
    private IndexWriter? _writer;
    private long _lastCommit = time.GetTimestamp();
    private int _sinceCommit;
    private int _added;
    private int _updated;
    private int _removed;
    private int _unchanged;

    /// <summary>Brings the index in step.</summary>
    /// <exception cref="CatalogueMovedException">The catalogue is no longer the newest.</exception>
    /// <exception cref="LockFailedException">Another writer is at work.</exception>
    public IngestionReport Execute(IngestionPlan plan, IEnumerable<LoadedSource> sources)
    {
        _failed.AddRange(plan.Failed);
        if (rebuild || !SameUserData())
        {
            Writer();
        }

        Remove(plan);
        foreach (var source in sources)
        {
            Apply(source);

            // An archive's record says that all its members are in.
            if (source.Entry.Container is null)
            {
                CommitFromTimeToTime();
            }
        }

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

        return new IngestionReport
        {
            Added = _added,
            Updated = _updated,
            Removed = _removed,
            Unchanged = plan.Unchanged + _unchanged,
            Failed = _failed,
            Pending = plan.Pending,
            Roots = scope.Remembered.All,
            Committed = _writer is not null,
        };
    }

    /// <summary>Releases the lock.</summary>
    public void Dispose() => _writer?.Dispose();

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
        _removed += catalogue.Documents.ContainsKey(address) ? 1 : 0;
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
            if (catalogue.Archives.ContainsKey(address))
            {
                Writer().Delete(PassageMapper.ArchiveKey(id));
            }
        }

        Writer().Delete(PassageMapper.FailureKey(id));
    }

    private void Apply(LoadedSource source)
    {
        var address = source.Entry.Address;
        if (source.Entry.Failure is { } reason)
        {
            _failed.Add(new IngestionFailure(address, reason));
            if (rebuild || !IsKnown(source.Entry))
            {
                Writer().Replace(PassageMapper.ToFailureBlock(source.Entry));
                _sinceCommit++;
            }
        }
        else
        {
            Take(source);
        }

        if (source.Entry.Container is not null)
        {
            _members.Add(address);
        }
        else
        {
            EndFile(source);
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
        else
        {
            Writer().Replace(PassageMapper.ToArchiveBlock(source.Entry));
        }

        _sinceCommit++;
        if (catalogue.Failures.ContainsKey(address))
        {
            Delete(address, alsoDocument: false);
        }
    }

    private void Count(string address)
    {
        if (catalogue.Documents.ContainsKey(address))
        {
            _updated++;
        }
        else
        {
            _added++;
        }
    }

    /// <summary>Takes out what lay in a file before and lies in it no longer, and what the file was if it has become something else.</summary>
    private void EndFile(LoadedSource source)
    {
        var address = source.Entry.Address;
        if (source.IsComplete)
        {
            var gone = catalogue.Members[address].Select(member => member.Address).Where(member => !_members.Contains(member));
            foreach (var member in gone.Distinct(StringComparer.Ordinal).ToList())
            {
                RemoveDocument(member);
            }
        }

        if (source.Entry.IsArchive && catalogue.Documents.ContainsKey(address))
        {
            RemoveDocument(address);
        }

        // Where an archive broke off, some of its members may be new ones: its record would hide that from the next run.
        if (catalogue.Archives.ContainsKey(address) && !rebuild && (source.Document is not null || (source.Entry.Failure is not null && _members.Count > 0)))
        {
            Writer().Delete(PassageMapper.ArchiveKey(PassageIds.ForDocument(address)));
        }

        _members.Clear();
    }

    private bool IsKnown(CatalogueEntry failed) =>
        catalogue.Failures.GetValueOrDefault(failed.Address) is { } known &&
        (known.Failure, known.Hash, known.Fingerprint) == (failed.Failure, failed.Hash, failed.Fingerprint);

    /// <summary>A rebuild keeps the last good version of what it could not read: of failed documents and of missing roots.</summary>
    private void CarryOver()
    {
        var left = catalogue.Documents.Keys.Except(_kept).Except(_gone).Where(address => !_known.IsRemoved(address)).Order(StringComparer.Ordinal).ToList();
        if (left.Count == 0)
        {
            return;
        }

        using var old = IndexReader.Open(directory);
        foreach (var address in left)
        {
            try
            {
                var record = old.FindRecord(PassageIds.ForDocument(address));
                Writer().Replace(PassageMapper.ToBlock(PassageMapper.ToDocument(record!.Value), catalogue.Documents[address]));
            }
            catch (InvalidDataException e)
            {
                _failed.Add(new IngestionFailure(address, "its last good version could not be carried over: " + e.Message));
            }
        }
    }

    private void CommitFromTimeToTime()
    {
        if (rebuild || _writer is null || _sinceCommit == 0 ||
            (_sinceCommit < DocumentsPerCommit && time.GetElapsedTime(_lastCommit) < TimePerCommit))
        {
            return;
        }

        _writer.Commit(_userData);
        _sinceCommit = 0;
        _lastCommit = time.GetTimestamp();
    }

    private IndexWriter Writer()
    {
        if (_writer is not null)
        {
            return _writer;
        }

        var options = new IndexWriterOptions { Create = rebuild, LockTimeout = request.Wait };
        _writer = IndexWriter.Open(directory, PassageSchema.Schema, options);

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
