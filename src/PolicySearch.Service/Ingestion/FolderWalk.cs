namespace PolicySearch.Service.Ingestion;

/// <summary>One walk over the folders below a root. Linked folders come last and are followed once each, so a loop of links ends.</summary>
internal sealed class FolderWalk(SourceRoot root, string? indexFolder)
{
    /// <summary>The attributes of what cannot be looked at.</summary>
    private const int Unknown = -1;

    private readonly List<FoundSource> _files = [];
    private readonly List<(string Path, string Reason)> _unreadable = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(DirectoryInfo Folder, string Path)> _folders = new();
    private readonly Queue<(DirectoryInfo Folder, string Path)> _links = new();

    /// <summary>Walks.</summary>
    public SourceListing Run(CancellationToken cancellationToken)
    {
        var top = new DirectoryInfo(root.Folder);
        _seen.Add(RealPath(top));
        _folders.Enqueue((top, ""));
        while (_folders.TryDequeue(out var next) || NextLink(out next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                List(next.Folder, next.Path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _unreadable.Add((next.Path, "the folder cannot be listed: " + e.Message));
            }
        }

        _files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new SourceListing(_files, _unreadable);
    }

    private bool NextLink(out (DirectoryInfo Folder, string Path) link)
    {
        while (_links.TryDequeue(out link))
        {
            if (_seen.Add(RealPath(link.Folder)))
            {
                return true;
            }
        }

        return false;
    }

    private void List(DirectoryInfo folder, string folderPath)
    {
        foreach (var item in folder.EnumerateFileSystemInfos().OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            var path = folderPath.Length == 0 ? item.Name : folderPath + "/" + item.Name;
            if (item.Name.Contains('\uFFFD', StringComparison.Ordinal) && !item.Exists && item.LinkTarget is null)
            {
                _unreadable.Add((path, "its name is not UTF-8, so it cannot be opened; rename it"));
            }
            else if ((int)item.Attributes == Unknown)
            {
                NoteUnknown(folder, item.Name, path);
            }
            else if (FolderStore.IsHidden(item, indexFolder))
            {
                continue;
            }
            else if (item is DirectoryInfo child)
            {
                Enqueue(child, path);
            }
            else if (root.Selection.HasFile(path) && FolderStore.Source(root, path, (FileInfo)item) is { } source)
            {
                _files.Add(source);
            }
        }
    }

    // Its folder lists it, but the system does not say what it is: it has just gone, or its path is too long, or may not be looked at.
    private void NoteUnknown(DirectoryInfo folder, string name, string path)
    {
        try
        {
            // Of a path that is too long the item itself no longer has all.
            _ = File.GetAttributes(Path.Combine(folder.FullName, name));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // It has gone.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _unreadable.Add((path, "it cannot be looked at: " + e.Message));
        }
    }

    private void Enqueue(DirectoryInfo folder, string path)
    {
        if (!root.Selection.HasFolder(path))
        {
            return;
        }

        if (FolderStore.IsLink(folder))
        {
            if (root.Selection.FollowLinks)
            {
                _links.Enqueue((folder, path));
            }
        }
        else if (_seen.Add(folder.FullName))
        {
            _folders.Enqueue((folder, path));
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
