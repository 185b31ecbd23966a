namespace PolicySearch.Service.Ingestion;

/// <summary>A kind of place that source roots lie in: it lists what is there and opens one. A folder is one (<see cref="FolderStore"/>); a bucket or a crawl can be another. Safe for use by many threads.</summary>
public interface ISourceStore
{
    /// <summary>Lists the sources of a root. What cannot be listed is part of the answer, for its documents are not to be taken for removed.</summary>
    SourceListing List(SourceRoot root, CancellationToken cancellationToken);

    /// <summary>The source at a path below a root as it is now; null where <see cref="List"/> would not name it.</summary>
    FoundSource? Find(SourceRoot root, string path);

    /// <summary>Opens a source for reading.</summary>
    /// <exception cref="FileNotFoundException">It is gone; the end of a folder above it is a <see cref="DirectoryNotFoundException"/>.</exception>
    /// <exception cref="IOException">It cannot be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    Stream Open(FoundSource source);
}

/// <summary>A source below a root.</summary>
/// <param name="Root">The root.</param>
/// <param name="Path">Path below it, with forward slashes.</param>
/// <param name="Location">Where its store finds it: the path of a file on this machine.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">Time of the last write. With the size a shortcut that tells most changes; content decides where it is too fresh to be trusted.</param>
public sealed record FoundSource(SourceRoot Root, string Path, string Location, long Size, DateTimeOffset Modified)
{
    /// <summary>Why it cannot be opened, where that is known without trying; else null.</summary>
    public string? Fault { get; init; }

    /// <summary>Root name and path.</summary>
    public string Address => Root.Name + "/" + Path;
}

/// <summary>What lies below a root.</summary>
/// <param name="Files">Its sources, by path in ordinal order.</param>
/// <param name="Unreadable">Folders that could not be listed and files that could not be looked at, by path below the root (empty for the root itself), with the reason.</param>
public sealed record SourceListing(IReadOnlyList<FoundSource> Files, IReadOnlyList<(string Path, string Reason)> Unreadable);
