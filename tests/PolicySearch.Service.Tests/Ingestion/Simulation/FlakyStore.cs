using PolicySearch.Service.Ingestion;

namespace PolicySearch.Service.Tests.Ingestion.Simulation;

/// <summary>A folder in which some files cannot be opened now.</summary>
internal sealed class FlakyStore : ISourceStore
{
    private readonly FolderStore _folder = new(null);

    /// <summary>Addresses of the files that cannot be opened.</summary>
    public HashSet<string> Unreadable { get; } = new(StringComparer.Ordinal);

    public SourceListing List(SourceRoot root, CancellationToken cancellationToken) => _folder.List(root, cancellationToken);

    public FoundSource? Find(SourceRoot root, string path) => _folder.Find(root, path);

    public Stream Open(FoundSource source) =>
        Unreadable.Contains(source.Address) ? throw new IOException("input/output error") : _folder.Open(source);
}
