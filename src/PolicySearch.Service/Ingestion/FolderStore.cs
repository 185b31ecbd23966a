namespace PolicySearch.Service.Ingestion;

/// <summary>Source roots that are folders of this machine: no hidden files, no folder twice, and nothing of the index.</summary>
/// <param name="indexFolder">Full path of the index, which may lie below a root; null for none.</param>
public sealed class FolderStore(string? indexFolder) : ISourceStore
{
    /// <inheritdoc/>
    public SourceListing List(SourceRoot root, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (!Directory.Exists(root.Folder))
        {
            var reason = File.Exists(root.Folder)
                ? $"{root.Folder} is a file; a source root is a folder"
                : $"the folder {root.Folder} is missing; its documents stay in the index until it is back, or 'remove {root.Name}' takes them out";
            return new SourceListing([], [("", reason)]);
        }

        return new FolderWalk(root, indexFolder).Run(cancellationToken);
    }

    /// <inheritdoc/>
    public FoundSource? Find(SourceRoot root, string path)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!root.Selection.HasFile(path) || !IsOpenWay(root, path))
        {
            return null;
        }

        return Source(root, path, new FileInfo(Path.Combine(root.Folder, path.Replace('/', Path.DirectorySeparatorChar))));
    }

    /// <inheritdoc/>
    public Stream Open(FoundSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (SpecialFile.Fault(source.Location) is { } fault)
        {
            throw new IOException(fault);
        }

        return new FileStream(source.Location, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>A file as a source; null where there is none, or a link that is not followed or leads nowhere.</summary>
    internal static FoundSource? Source(SourceRoot root, string path, FileInfo file) =>
        Target(root, file) is { Exists: true } target
            ? new FoundSource(root, path, file.FullName, target.Length, new DateTimeOffset(target.LastWriteTimeUtc)) { Fault = target.Length == 0 ? SpecialFile.Fault(target.FullName) : null }
            : null;

    /// <summary>Whether a file or folder is left out for its name, its attributes or because it is the index.</summary>
    internal static bool IsHidden(FileSystemInfo item, string? indexFolder) =>
        item.Name.StartsWith('.') || item.Attributes.HasFlag(FileAttributes.Hidden) || item.FullName == indexFolder;

    /// <summary>Whether it is a link; asked of what is known of it already, since a walk asks this of every file.</summary>
    internal static bool IsLink(FileSystemInfo item) => item.Attributes.HasFlag(FileAttributes.ReparsePoint) && item.LinkTarget is not null;

    /// <summary>What a link to a file points to in the end.</summary>
    private static FileInfo? Target(SourceRoot root, FileInfo file)
    {
        if (!IsLink(file))
        {
            return file;
        }

        try
        {
            return root.Selection.FollowLinks ? file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether a walk from the root would come to a path.</summary>
    private bool IsOpenWay(SourceRoot root, string path)
    {
        var parts = path.Split('/');
        var folder = root.Folder;
        for (var i = 0; i < parts.Length - 1; i++)
        {
            folder = Path.Combine(folder, parts[i]);
            var info = new DirectoryInfo(folder);
            if (IsHidden(info, indexFolder) || (IsLink(info) && !root.Selection.FollowLinks))
            {
                return false;
            }
        }

        return !IsHidden(new FileInfo(Path.Combine(folder, parts[^1])), indexFolder);
    }
}
