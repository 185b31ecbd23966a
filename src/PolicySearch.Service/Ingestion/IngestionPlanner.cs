namespace PolicySearch.Service.Ingestion;

/// <summary>Compares the sources of a scope with a catalogue.</summary>
/// <param name="catalogue">What the index knows.</param>
/// <param name="fingerprints">What reads now; entries read by another are read again.</param>
/// <param name="request">What is asked for.</param>
/// <param name="rebuild">Read every file, whatever the catalogue says of it.</param>
internal sealed class IngestionPlanner(
    Catalogue catalogue,
    ReadingFingerprints fingerprints,
    SourceFreshness freshness,
    RetryPolicy retry,
    TimeProvider time,
    IngestionRequest request,
    bool rebuild)
{
    private readonly List<FoundSource> _toRead = [];
    private readonly List<string> _gone = [];
    private readonly List<string> _healed = [];
    private readonly List<IngestionFailure> _failed = [];
    private readonly List<string> _outdated = [];
    private readonly List<(SourceRoot Root, int LeftOut)> _empty = [];
    private int _unchanged;
    private int _pending;

    /// <summary>The differences.</summary>
    /// <exception cref="IngestionException">The request's selection would take all documents of a root out, though its files are there.</exception>
    public IngestionPlan Plan(IngestionScope scope, ISourceStore store, CancellationToken cancellationToken)
    {
        _failed.AddRange(scope.Failures);
        foreach (var root in scope.Roots)
        {
            var listing = List(root, store, cancellationToken);
            if (listing.Files.Count == 0 && listing.Unreadable.All(one => one.Path.Length > 0))
            {
                NoteEmpty(root, listing, store, cancellationToken);
            }

            PlanRoot(root, listing, scope, cancellationToken);
        }

        foreach (var (file, root) in scope.Files.Where(file => scope.Roots.All(root => root.Name != file.Value.Name)))
        {
            PlanFile(root, root.PathOf(file)!, scope, store, cancellationToken);
        }

        return new IngestionPlan
        {
            ToRead = _toRead,
            Gone = _gone,
            Healed = _healed,
            Failed = _failed,
            OutdatedFingerprints = _outdated,
            Unchanged = _unchanged,
            Pending = _pending,
            Empty = _empty,
        };
    }

    /// <summary>Lists a root while the entries are read: the two take about as long. All entries are needed, and looking each up alone would take many times as long.</summary>
    private SourceListing List(SourceRoot root, ISourceStore store, CancellationToken cancellationToken)
    {
        var entries = Task.Run(() => catalogue.ReadAll(cancellationToken), CancellationToken.None);
        try
        {
            return store.List(root, cancellationToken);
        }
        finally
        {
            // The catalogue must not be closed while it is read.
            entries.GetAwaiter().GetResult();
        }
    }

    private void PlanRoot(SourceRoot root, SourceListing listing, IngestionScope scope, CancellationToken cancellationToken)
    {
        var known = catalogue.All.Where(entry => entry.Root == root.Name);
        foreach (var (path, reason) in listing.Unreadable)
        {
            _failed.Add(new IngestionFailure(path.Length == 0 ? root.Name : root.Name + "/" + path, reason));
        }

        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in listing.Files.Where(file => !scope.Removed.Contains(file.Address)))
        {
            present.Add(file.Address);
            Compare(file, scope, cancellationToken);
        }

        _gone.AddRange(known
            .Where(entry => !present.Contains(entry.FileAddress) && !listing.Unreadable.Any(folder => IsBelow(entry.FilePath, folder.Path)))
            .Select(entry => entry.Address)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
    }

    /// <summary>A selection that selects nothing is more often a slip than a wish, and would cost all documents of the root.</summary>
    private void NoteEmpty(SourceRoot root, SourceListing listing, ISourceStore store, CancellationToken cancellationToken)
    {
        var leftOut = root.Selection.IsAll ? 0 : store.List(root with { Selection = SourceSelection.All }, cancellationToken).Files.Count;
        if (leftOut > 0 && request.Selection is not null && catalogue.All.Any(entry => entry.Root == root.Name))
        {
            throw new IngestionException(
                $"{root.Selection} selects none of the {leftOut} files in {root.Folder}, whose documents would all go; nothing was changed. Correct it, or take them out with 'remove {root.Name}'");
        }

        if (listing.Unreadable.Count == 0)
        {
            _empty.Add((root, leftOut));
        }
    }

    private void PlanFile(SourceRoot root, string path, IngestionScope scope, ISourceStore store, CancellationToken cancellationToken)
    {
        var address = root.Name + "/" + path;
        if (store.Find(root, path) is { } source)
        {
            if (!scope.Removed.Contains(address))
            {
                Compare(source, scope, cancellationToken);
            }
        }
        else if (!scope.IsOfChanges)
        {
            _failed.Add(new IngestionFailure(address, "it is no source: hidden, a link that is not followed, or left out by the patterns of its root"));
        }
        else if (catalogue.Has(address))
        {
            _gone.AddRange(catalogue.MembersOf(address).Select(member => member.Address).Append(address).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }
    }

    private void Compare(FoundSource file, IngestionScope scope, CancellationToken cancellationToken)
    {
        var known = catalogue.Document(file.Address) ?? catalogue.Archive(file.Address);
        var failure = catalogue.Failure(file.Address);
        var isWanted = scope.Restored.Contains(file.Address) || catalogue.MembersOf(file.Address).Any(IsToBeTried);
        if (!isWanted && IsSame(file, known, cancellationToken))
        {
            _unchanged += known!.IsArchive ? 0 : 1;
            LeaveMembers(file);
            if (failure is not null)
            {
                _healed.Add(file.Address);
            }
        }
        else if (!isWanted && IsSame(file, failure, cancellationToken) && !IsToBeTried(failure!))
        {
            _failed.Add(new IngestionFailure(file.Address, failure!.Failure!));
            LeaveMembers(file);
        }
        else if (IsGrowing(file))
        {
            _pending++;
        }
        else
        {
            _toRead.Add(file);
            if (known is not null && !fingerprints.IsCurrent(known))
            {
                _outdated.Add(known.Fingerprint);
            }
        }
    }

    /// <summary>Whether what failed is read again though it has not changed.</summary>
    private bool IsToBeTried(CatalogueEntry entry) => entry is { Failure: not null, Attempts: > 0 } && (request.RetryFailed || retry.IsDue(entry));

    private void LeaveMembers(FoundSource file)
    {
        foreach (var member in catalogue.MembersOf(file.Address))
        {
            if (member.Failure is { } reason)
            {
                _failed.Add(new IngestionFailure(member.Address, reason));
            }
            else if (catalogue.Failure(member.Address) is null)
            {
                _unchanged++;
            }
        }
    }

    private bool IsSame(FoundSource file, CatalogueEntry? entry, CancellationToken cancellationToken)
    {
        try
        {
            return !rebuild && entry is not null && fingerprints.IsCurrent(entry) && freshness.IsSame(file, entry, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading it will fail in the same way, and be reported.
            return false;
        }
    }

    /// <summary>A time in the future says nothing, so such a file is read at once.</summary>
    private bool IsGrowing(FoundSource file)
    {
        var age = time.GetUtcNow() - file.Modified;
        return !rebuild && age >= TimeSpan.Zero && age < request.Settle;
    }

    /// <summary>Whether a file is what could not be read, or lies below it.</summary>
    private static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
