namespace PolicySearch.Service.Ingestion;

/// <summary>What an ingest shall do.</summary>
public sealed record IngestionRequest
{
    /// <summary>Source roots: folders, or <c>NAME=FOLDER</c> to name one, or files below a remembered root; empty for all remembered roots.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The root where none is named and none is remembered.</summary>
    public string DefaultPath { get; init; } = "seeds";

    /// <summary>What is to change in the selection of files, for the roots that the run looks at; null for nothing.</summary>
    public SelectionChange? Selection { get; init; }

    /// <summary>The user's own authority files, which the index remembers; empty for none, null for those that it remembers.</summary>
    public IReadOnlyList<string>? Authority { get; init; }

    /// <summary>Read everything into a new index that replaces the old one when complete.</summary>
    public bool Rebuild { get; init; }

    /// <summary>How long to wait for another writer; default 10 seconds.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Leave files for later that were written to within this time, since they may still be growing; default none.</summary>
    public TimeSpan Settle { get; init; }

    /// <summary>How long to wait at the start for files that may still be growing, before they are left for a later run; default not at all.</summary>
    public TimeSpan Patience { get; init; }

    /// <summary>Try once more to read what failed before, whether its pause is over or not.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Full paths in which something has changed, where nothing else has since a run that looked at everything; null to look at everything.</summary>
    /// <remarks>A hint that saves a walk over all folders: where it does not tell what happened (a folder came or went), everything is looked at all the same.</remarks>
    public IReadOnlyCollection<string>? Changed { get; init; }
}

/// <summary>A source that could not be read.</summary>
/// <param name="Source">Its address, or the root's name or path.</param>
/// <param name="Reason">Why, and what to do.</param>
public sealed record IngestionFailure(string Source, string Reason);
