namespace PolicySearch.Service.Ingestion;

/// <summary>When a source that could not be read is tried again though it has not changed: after growing pauses, then no more.</summary>
/// <remarks>What could not even be opened is tried at every look and has no pauses: trying costs nothing, and what mends it (a permission, a mount) leaves no trace in size and time.</remarks>
internal sealed class RetryPolicy(IReadOnlyList<TimeSpan> pauses, TimeProvider time)
{
    /// <summary>When the next try is due; null for a source that is set aside, or that could not be opened.</summary>
    public DateTimeOffset? DueAt(CatalogueEntry failure) =>
        failure is { Tried: { } tried, Attempts: var attempts } && attempts >= 1 && attempts <= pauses.Count ? tried + pauses[attempts - 1] : null;

    /// <summary>Whether it is tried no more until it changes or somebody asks.</summary>
    public bool IsSetAside(CatalogueEntry failure) => failure.Attempts > pauses.Count;

    /// <summary>Whether a try is due.</summary>
    public bool IsDue(CatalogueEntry failure) => DueAt(failure) <= time.GetUtcNow();

    /// <summary>An entry of a try that failed, counted with those before it.</summary>
    /// <param name="failed">The new entry.</param>
    /// <param name="before">What the catalogue said of the source; null where it had not failed.</param>
    public CatalogueEntry Count(CatalogueEntry failed, CatalogueEntry? before)
    {
        var wasRead = failed.Hash.Length > 0;
        if (before is null || (before.Hash, before.Size, before.Fingerprint) != (failed.Hash, failed.Size, failed.Fingerprint))
        {
            return failed with { Attempts = wasRead ? 1 : 0, Tried = time.GetUtcNow() };
        }

        // A try that somebody asked for between the pauses does not move them.
        return wasRead && IsDue(before)
            ? failed with { Attempts = before.Attempts + 1, Tried = time.GetUtcNow() }
            : failed with { Attempts = before.Attempts, Tried = before.Tried };
    }
}
