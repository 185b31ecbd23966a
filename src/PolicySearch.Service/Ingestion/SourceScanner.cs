namespace PolicySearch.Service.Ingestion;

/// <summary>A file found below a root.</summary>
/// <param name="Root">The root.</param>
/// <param name="Path">Path below it, with forward slashes.</param>
/// <param name="FullName">Path on this machine.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">Time of the last write.</param>
internal sealed record FoundSource(SourceRoot Root, string Path, string FullName, long Size, DateTimeOffset Modified)
{
    /// <summary>Root name and path.</summary>
    public string Address => Root.Name + "/" + Path;
}

/// <summary>What lies below a root.</summary>
/// <param name="Files">Its files, by path.</param>
/// <param name="Unreadable">Folders that could not be listed, by path below the root (empty for the root itself), with the reason.</param>
internal sealed record ScannedRoot(IReadOnlyList<FoundSource> Files, IReadOnlyList<(string Path, string Reason)> Unreadable);

/// <summary>Lists the files below a root: no hidden ones, no folder twice, and nothing of the index.</summary>
/// <param name="indexFolder">Full path of the index, which may lie below a root; null for none.</param>
internal sealed class SourceScanner(string? indexFolder)
{
    /// <summary>Lists a root. Linked folders come last and are followed once each, so a loop of links ends.</summary>
    public ScannedRoot Scan(SourceRoot root, CancellationToken cancellationToken)
    {
        var files = new List<FoundSource>();
        var unreadable = new List<(string, string)>();
        if (!Directory.Exists(root.Folder))
        {
            var reason = File.Exists(root.Folder)
                ? $"{root.Folder} is a file; a source root is a folder"
                : $"the folder {root.Folder} is missing; its documents stay in the index until it is back, or 'remove {root.Name}' takes them out";
            return new ScannedRoot(files, [("", reason)]);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { RealPath(new DirectoryInfo(root.Folder)) };
        var folders = new Queue<DirectoryInfo>([new DirectoryInfo(root.Folder)]);
        var links = new Queue<DirectoryInfo>();
        while (folders.TryDequeue(out var folder) || links.TryDequeue(out folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (folder.LinkTarget is not null && folder.FullName != root.Folder && !seen.Add(RealPath(folder)))
            {
                continue;
            }

            try
            {
                ScanFolder(root, folder, files, unreadable, folders, links, seen);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unreadable.Add((root.PathOf(folder.FullName) ?? "", "the folder cannot be listed: " + e.Message));
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new ScannedRoot(files, unreadable);
    }

    private void ScanFolder(
        SourceRoot root,
        DirectoryInfo folder,
        List<FoundSource> files,
        List<(string Path, string Reason)> unreadable,
        Queue<DirectoryInfo> folders,
        Queue<DirectoryInfo> links,
        HashSet<string> seen)
    {
        foreach (var item in folder.EnumerateFileSystemInfos().OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            if (!item.Exists && item.LinkTarget is null && item.Name.Contains('\uFFFD', StringComparison.Ordinal))
            {
                unreadable.Add((root.PathOf(item.FullName) ?? item.Name, "its name is not UTF-8, so it cannot be opened; rename it"));
                continue;
            }

            if (item.Name.StartsWith('.') || item.Attributes.HasFlag(FileAttributes.Hidden) || item.FullName == indexFolder)
            {
                continue;
            }

            if (item is DirectoryInfo child)
            {
                if (child.LinkTarget is not null)
                {
                    links.Enqueue(child);
                }
                else if (seen.Add(child.FullName))
                {
                    folders.Enqueue(child);
                }
            }
            else if (Target((FileInfo)item) is { Exists: true } target && root.PathOf(item.FullName) is { } path)
            {
                files.Add(new FoundSource(root, path, item.FullName, target.Length, new DateTimeOffset(target.LastWriteTimeUtc)));
            }
        }
    }

    /// <summary>What a link to a file points to in the end; a broken link is no source.</summary>
    private static FileInfo? Target(FileInfo file)
    {
        if (file.LinkTarget is null)
        {
            return file;
        }

        try
        {
            return file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string RealPath(DirectoryInfo folder)
    {
        try
        {
            return folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
        }
        catch (IOException)
        {
            return folder.FullName;
        }
    }
}
