using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Extractors.Members;

namespace PolicySearch.Service.Ingestion;

/// <summary>What was taken out of an index.</summary>
/// <param name="Roots">Names of roots that are remembered no longer.</param>
/// <param name="Documents">Addresses of documents that are out.</param>
/// <param name="Failed">Paths that named nothing in the index.</param>
public sealed record RemovalReport(IReadOnlyList<string> Roots, IReadOnlyList<string> Documents, IReadOnlyList<IngestionFailure> Failed);

/// <summary>Takes roots and documents out of an index; their files are left alone.</summary>
/// <remarks>An archive or message goes with all that lies in it. A document whose file still lies below its root is remembered as taken out: it comes back when ingest names the file, or by a rebuild.</remarks>
public sealed class SourceRemover(IndexDirectory directory)
{
    /// <summary>Takes out what the paths name, in one commit.</summary>
    /// <param name="paths">A root by its folder or name, a document by its file, address or id.</param>
    /// <param name="wait">How long to wait for another writer.</param>
    /// <exception cref="Engine.LockFailedException">Another writer is at work; the message says which.</exception>
    /// <exception cref="Engine.IndexNotFoundException">Nothing has been committed.</exception>
    public RemovalReport Remove(IReadOnlyList<string> paths, TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (Catalogue.NewestGeneration(directory) == 0)
        {
            throw new Engine.IndexNotFoundException("nothing has been committed");
        }

        using var writer = IndexWriter.Open(directory, PassageSchema.Schema, new IndexWriterOptions { LockTimeout = wait });
        using var catalogue = Catalogue.Load(directory);
        var roots = new RootSet(catalogue.Roots);
        var removed = catalogue.Removed.ToHashSet(StringComparer.Ordinal);
        var (rootNames, documents, failed) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal), new List<IngestionFailure>());
        foreach (var path in paths)
        {
            if (roots.Find(path) is { } root)
            {
                roots.Remove(root.Name);
                rootNames.Add(root.Name);
                documents.UnionWith(catalogue.All.Where(e => e.Root == root.Name).Select(e => e.Address));
                removed.RemoveWhere(address => address.StartsWith(root.Name + "/", StringComparison.Ordinal));
            }
            else if (FindDocument(path, catalogue, roots) is { } address)
            {
                documents.UnionWith(catalogue.All.Select(e => e.Address).Where(e => IsIn(e, address)));
                removed.Add(address);
            }
            else
            {
                var names = roots.All.Count == 0 ? "none" : string.Join(", ", roots.All.Select(r => $"{r.Name} ({r.Folder})"));
                failed.Add(new IngestionFailure(path, $"neither a source root nor a document of this index; its roots: {names}"));
            }
        }

        foreach (var id in documents.Select(PassageIds.ForDocument))
        {
            writer.Delete(id);
            writer.Delete(PassageMapper.FailureKey(id));
            writer.Delete(PassageMapper.ArchiveKey(id));
        }

        if (documents.Count > 0 || rootNames.Count > 0)
        {
            writer.Commit(Catalogue.UserData(roots, removed, catalogue.Authority));
        }

        return new RemovalReport(rootNames, [.. documents.Where(catalogue.Documents.ContainsKey)], failed);
    }

    private static string? FindDocument(string path, Catalogue catalogue, RootSet roots)
    {
        var candidates = new List<string> { path };
        if (roots.FindFile(path) is var (root, below))
        {
            candidates.Add(root.Name + "/" + below);
        }

        return candidates.Find(address => catalogue.All.Any(entry => IsIn(entry.Address, address)))
            ?? catalogue.Documents.Keys.FirstOrDefault(address => PassageIds.ForDocument(address) == path);
    }

    /// <summary>Whether an entry is what an address names, or lies in it: an archive may lie in another, and have no entry itself.</summary>
    private static bool IsIn(string entry, string address) =>
        entry.StartsWith(address, StringComparison.Ordinal)
        && (entry.Length == address.Length || entry.AsSpan(address.Length).StartsWith(SourceMember.Separator, StringComparison.Ordinal));
}
