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
    public IngestionPlan Plan(IngestionScope scope, SourceScanner scanner, TimeSpan settle, CancellationToken cancellationToken)
    {
        _failed.AddRange(scope.Failures);
        foreach (var root in scope.Roots)
        {
            PlanRoot(root, scanner.Scan(root, cancellationToken), scope, settle, cancellationToken);
        }

        foreach (var (file, root) in scope.Files.Where(file => !scope.Roots.Contains(file.Value)))
        {
            var info = new FileInfo(file);
            Compare(new FoundSource(root, root.PathOf(file)!, file, info.Length, new DateTimeOffset(info.LastWriteTimeUtc)), scope, settle, cancellationToken);
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
        SourceRoot root, ScannedRoot scanned, IngestionScope scope, TimeSpan settle, CancellationToken cancellationToken)
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
        foreach (var file in scanned.Files.Where(file => !scope.Removed.Contains(file.Address)))
        {
            present.Add(file.Address);
            Compare(file, scope, settle, cancellationToken);
        }

        var known = catalogue.All.Where(entry => entry.Root == root.Name);
        _gone.AddRange(known
            .Where(entry => !present.Contains(entry.FileAddress) && !scanned.Unreadable.Any(folder => IsBelow(entry.FilePath, folder.Path)))
            .Select(entry => entry.Address)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
    }

    private void Compare(FoundSource file, IngestionScope scope, TimeSpan settle, CancellationToken cancellationToken)
    {
        var known = catalogue.Documents.GetValueOrDefault(file.Address) ?? catalogue.Archives.GetValueOrDefault(file.Address);
        var failure = catalogue.Failures.GetValueOrDefault(file.Address);
        var isWanted = scope.Restored.Contains(file.Address);
        if (!isWanted && IsSame(file, known, cancellationToken))
        {
            _unchanged += known!.IsArchive ? 0 : 1;
            LeaveMembers(file);
            if (failure is not null)
            {
                _healed.Add(file.Address);
            }
        }
        else if (!isWanted && IsSame(file, failure, cancellationToken))
        {
            _failed.Add(new IngestionFailure(file.Address, failure!.Failure!));
            LeaveMembers(file);
        }
        else if (IsGrowing(file, settle))
        {
            _pending++;
        }
        else
        {
            _toRead.Add(file);
            _outdated += known is not null && known.Fingerprint != fingerprint ? 1 : 0;
        }
    }

    private void LeaveMembers(FoundSource file)
    {
        foreach (var member in catalogue.Members[file.Address])
        {
            if (member.Failure is { } reason)
            {
                _failed.Add(new IngestionFailure(member.Address, reason));
            }
            else if (!catalogue.Failures.ContainsKey(member.Address))
            {
                _unchanged++;
            }
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
