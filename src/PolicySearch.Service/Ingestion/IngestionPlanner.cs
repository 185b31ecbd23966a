namespace PolicySearch.Service.Ingestion;

/// <summary>Compares the sources of a scope with a catalogue.</summary>
/// <param name="catalogue">What the index knows.</param>
/// <param name="fingerprint">What reads now; entries read by another are read again.</param>
/// <param name="readAll">Read every file, whatever the catalogue says of it.</param>
internal sealed class IngestionPlanner(
    Catalogue catalogue, string fingerprint, SourceFreshness freshness, TimeProvider time, bool readAll)
{
    private readonly List<FoundSource> _toRead = [];
    private readonly List<string> _gone = [];
    private readonly List<string> _healed = [];
    private readonly List<IngestionFailure> _failed = [];
    private readonly List<SourceRoot> _empty = [];
    private int _outdated;
    private int _unchanged;
    private int _pending;

    /// <summary>The differences.</summary>
    public IngestionPlan Plan(IngestionScope scope, ISourceStore store, TimeSpan settle, CancellationToken cancellationToken)
    {
        _failed.AddRange(scope.Failures);
        foreach (var root in scope.Roots)
        {
            PlanRoot(root, store.List(root, cancellationToken), scope.Removed, settle, cancellationToken);
        }

        foreach (var (file, root) in scope.Files.Where(file => scope.Roots.All(root => root.Name != file.Value.Name)))
        {
            if (store.Find(root, root.PathOf(file)!) is { } source)
            {
                Compare(source, settle, cancellationToken);
            }
            else
            {
                _failed.Add(new IngestionFailure(file, $"it is no source of the root {root.Name}: hidden, a link that is not followed, or left out by the root's patterns"));
            }
        }

        return new IngestionPlan
        {
            ToRead = _toRead,
            Gone = _gone,
            Healed = _healed,
            Failed = _failed,
            Outdated = _outdated,
            Unchanged = _unchanged,
            Pending = _pending,
            Empty = _empty,
        };
    }

    private void PlanRoot(
        SourceRoot root, SourceListing scanned, HashSet<string> removed, TimeSpan settle, CancellationToken cancellationToken)
    {
        foreach (var (path, reason) in scanned.Unreadable)
        {
            _failed.Add(new IngestionFailure(path.Length == 0 ? root.Name : root.Name + "/" + path, reason));
        }

        if (scanned.Files.Count == 0 && scanned.Unreadable.Count == 0)
        {
            _empty.Add(root);
        }

        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in scanned.Files.Where(file => !removed.Contains(file.Address)))
        {
            present.Add(file.Address);
            Compare(file, settle, cancellationToken);
        }

        var known = catalogue.Documents.Values.Concat(catalogue.Failures.Values).Where(entry => entry.Root == root.Name);
        _gone.AddRange(known
            .Where(entry => !present.Contains(entry.Address) && !scanned.Unreadable.Any(folder => IsBelow(entry.Path, folder.Path)))
            .Select(entry => entry.Address)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
    }

    private void Compare(FoundSource file, TimeSpan settle, CancellationToken cancellationToken)
    {
        var document = catalogue.Documents.GetValueOrDefault(file.Address);
        var failure = catalogue.Failures.GetValueOrDefault(file.Address);
        if (IsSame(file, document, cancellationToken))
        {
            _unchanged++;
            if (failure is not null)
            {
                _healed.Add(file.Address);
            }
        }
        else if (IsSame(file, failure, cancellationToken))
        {
            _failed.Add(new IngestionFailure(file.Address, failure!.Failure!));
        }
        else if (IsGrowing(file, settle))
        {
            _pending++;
        }
        else
        {
            _toRead.Add(file);
            _outdated += document is not null && document.Fingerprint != fingerprint ? 1 : 0;
        }
    }

    private bool IsSame(FoundSource file, CatalogueEntry? entry, CancellationToken cancellationToken)
    {
        try
        {
            return !readAll && entry?.Fingerprint == fingerprint && freshness.IsSame(file, entry, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading it will fail in the same way, and be reported.
            return false;
        }
    }

    /// <summary>A time in the future says nothing, so such a file is read at once.</summary>
    private bool IsGrowing(FoundSource file, TimeSpan settle)
    {
        var age = time.GetUtcNow() - file.Modified;
        return age >= TimeSpan.Zero && age < settle;
    }

    private static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
