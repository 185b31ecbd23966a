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
    IndexDirectory directory, Catalogue catalogue, IngestionScope scope, IngestionRequest request, IngestionOptions options, bool rebuild, TimeProvider time) : IDisposable
{
    private readonly Dictionary<string, string> _userData = Catalogue.UserData(scope.Remembered, scope.Removed, scope.Authority);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly List<IngestionFailure> _failed = [];
    private IndexWriter? _writer;
    private long _lastCommit = time.GetTimestamp();
    private long _bytesSinceCommit;
    private int _growing;
    private int _added;
    private int _updated;
    private int _removed;

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
            CommitFromTimeToTime();
        }

        if (rebuild)
        {
            CarryOver(plan);
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
            Unchanged = plan.Unchanged,
            Failed = _failed,
            Pending = plan.Pending + _growing,
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
            _removed += catalogue.Documents.ContainsKey(address) ? 1 : 0;
            Delete(address, alsoDocument: true);
        }

        foreach (var address in plan.Healed)
        {
            Delete(address, alsoDocument: false);
        }
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
        }

        Writer().Delete(PassageMapper.FailureKey(id));
    }

    private void Apply(LoadedSource source)
    {
        var address = source.Entry.Address;
        if (source.IsGrowing)
        {
            _growing++;
            return;
        }

        _bytesSinceCommit += source.Entry.Size;
        if (source.Document is null)
        {
            _failed.Add(new IngestionFailure(address, source.Entry.Failure!));
            if (rebuild || !IsKnown(source.Entry))
            {
                Writer().Replace(PassageMapper.ToFailureBlock(source.Entry));
            }

            return;
        }

        Writer().Replace(PassageMapper.ToBlock(source.Document, source.Entry));
        _kept.Add(address);
        if (catalogue.Failures.ContainsKey(address))
        {
            Delete(address, alsoDocument: false);
        }

        if (catalogue.Documents.ContainsKey(address))
        {
            _updated++;
        }
        else
        {
            _added++;
        }
    }

    private bool IsKnown(CatalogueEntry failed) =>
        catalogue.Failures.GetValueOrDefault(failed.Address) is { } known &&
        (known.Failure, known.Hash, known.Fingerprint) == (failed.Failure, failed.Hash, failed.Fingerprint);

    /// <summary>A rebuild keeps the last good version of what it could not read: of failed documents and of missing roots.</summary>
    private void CarryOver(IngestionPlan plan)
    {
        var left = catalogue.Documents.Keys.Except(_kept).Except(plan.Gone).Except(scope.Removed).Order(StringComparer.Ordinal).ToList();
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
