using PolicySearch.Extraction.Extractors.Members;

namespace PolicySearch.Service.Ingestion;

/// <summary>Which roots and files a run looks at and with which authority files, after the request and what the index remembers.</summary>
internal sealed class IngestionScope
{
    private readonly List<SourceRoot> _roots = [];
    private readonly Dictionary<string, SourceRoot> _files = new(StringComparer.Ordinal);
    private readonly List<IngestionFailure> _failures = [];

    private IngestionScope(RootSet remembered, HashSet<string> removed, UserAuthority authority)
    {
        Remembered = remembered;
        Removed = removed;
        Authority = authority;
    }

    /// <summary>All roots that the index shall remember.</summary>
    public RootSet Remembered { get; }

    /// <summary>Addresses that stay out though their files exist.</summary>
    public HashSet<string> Removed { get; }

    /// <summary>Addresses of files that are to be read though they have not changed, since members of theirs had been taken out.</summary>
    public HashSet<string> Restored { get; } = new(StringComparer.Ordinal);

    /// <summary>The user's own authority files that the index shall remember.</summary>
    public UserAuthority Authority { get; }

    /// <summary>Roots to bring in step.</summary>
    public IReadOnlyList<SourceRoot> Roots => _roots;

    /// <summary>Full paths of single files to bring in step, with their roots.</summary>
    public IReadOnlyDictionary<string, SourceRoot> Files => _files;

    /// <summary>Whether only changes that are known are looked at: <see cref="Files"/> then names files that may have gone, too.</summary>
    public bool IsOfChanges { get; private set; }

    /// <summary>Paths that are no root.</summary>
    public IReadOnlyList<IngestionFailure> Failures => _failures;

    /// <summary>Works the scope out.</summary>
    /// <exception cref="IngestionException">Two roots would have one name.</exception>
    public static IngestionScope Of(IngestionRequest request, Catalogue catalogue, UserAuthority authority, bool rebuild)
    {
        var removed = request.Rebuild ? [] : catalogue.Removed.ToHashSet(StringComparer.Ordinal);
        var scope = new IngestionScope(new RootSet(catalogue.Roots), removed, authority);
        var paths = request.Paths.Count > 0 || catalogue.Roots.Count > 0 ? request.Paths : [request.DefaultPath];
        foreach (var path in paths)
        {
            scope.Include(path, catalogue);
        }

        // A rebuild without some root would lose it.
        if (rebuild || paths.Count == 0)
        {
            scope._files.Clear();
            scope._roots.Clear();
            scope._roots.AddRange(scope.Remembered.All);
        }

        if (request.Selection is { } change)
        {
            scope.Select(change);
        }
        else if (request.Changed is { } changed && !rebuild && scope._failures.Count == 0)
        {
            scope.Narrow(changed, catalogue);
        }

        return scope;
    }

    private void Include(string path, Catalogue catalogue)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new IngestionException("a source root is empty; name a folder");
        }

        var folder = RootSet.FolderOf(path);
        if (Directory.Exists(folder))
        {
            AddRoot(Remembered.Add(path));
        }
        else if (File.Exists(folder))
        {
            IncludeFile(folder);
        }
        else if (Remembered.Find(path) is { } root)
        {
            AddRoot(root);
        }
        else if (FileOf(path) is var (file, member))
        {
            IncludeMember(path, file, member, catalogue);
        }
        else
        {
            _failures.Add(new IngestionFailure(path, $"{folder} is missing: there is no such folder or file"));
        }
    }

    /// <summary>The file that an address names, or in which a member lies that is named by its address or by its file's path; null where there is none.</summary>
    private (string File, string Member)? FileOf(string path)
    {
        var end = path.IndexOf(SourceMember.Separator, StringComparison.Ordinal);
        var (name, member) = end < 0 ? (path, "") : (path[..end], path[end..]);
        var root = Remembered.All.FirstOrDefault(root => name.StartsWith(root.Name + "/", StringComparison.Ordinal));
        string[] candidates = root is null ? [name] : [name, Path.Combine(root.Folder, name[(root.Name.Length + 1)..])];
        return candidates.FirstOrDefault(File.Exists) is { } file ? (file, member) : null;
    }

    /// <summary>A member comes back alone; where more was taken out than it, its file has to be named.</summary>
    private void IncludeMember(string path, string file, string member, Catalogue catalogue)
    {
        if (member.Length == 0 || Remembered.FindFile(file) is not var (root, below))
        {
            IncludeFile(file);
            return;
        }

        var fileAddress = root.Name + "/" + below;
        if (Removed.Remove(fileAddress + member))
        {
            Restored.Add(fileAddress);
        }
        else if (!catalogue.Has(fileAddress + member))
        {
            _failures.Add(new IngestionFailure(path, $"no document of this index lies there; name {file}, and all that lies in it is read"));
            return;
        }

        _files[Path.GetFullPath(file)] = root;
    }

    private void AddRoot(SourceRoot root)
    {
        if (_roots.All(known => known.Name != root.Name))
        {
            _roots.Add(root);
        }
    }

    private void Select(SelectionChange change)
    {
        for (var i = 0; i < _roots.Count; i++)
        {
            _roots[i] = Remembered.Select(_roots[i], change);
        }

        foreach (var (file, root) in _files.ToList())
        {
            _files[file] = _roots.Find(changed => changed.Name == root.Name) ?? root;
        }
    }

    /// <summary>Looks only at the files in which something changed, if that is all that changed.</summary>
    private void Narrow(IReadOnlyCollection<string> changed, Catalogue catalogue)
    {
        var files = new Dictionary<string, SourceRoot>(StringComparer.Ordinal);
        foreach (var path in changed)
        {
            var above = _roots.Where(root => root.PathOf(path) is not null).ToList();
            if (above is not [var root] || Directory.Exists(path) || !Directory.Exists(root.Folder) || !(File.Exists(path) || catalogue.Has(root.Name + "/" + root.PathOf(path))))
            {
                // A folder came or went, or roots lie in each other, or a root is away.
                return;
            }

            files[path] = root;
        }

        _roots.Clear();
        _files.Clear();
        foreach (var (file, root) in files)
        {
            _files.Add(file, root);
        }

        IsOfChanges = true;
    }

    private void IncludeFile(string path)
    {
        if (Remembered.FindFile(path) is not var (root, below))
        {
            _failures.Add(new IngestionFailure(path, "this is a file below no source root; name the folder that it lies in"));
            return;
        }

        var address = root.Name + "/" + below;
        _files[Path.GetFullPath(path)] = root;
        Removed.Remove(address);
        if (Removed.RemoveWhere(other => other.StartsWith(address + SourceMember.Separator, StringComparison.Ordinal)) > 0)
        {
            Restored.Add(address);
        }
    }
}
