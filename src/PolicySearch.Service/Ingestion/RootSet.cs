namespace PolicySearch.Service.Ingestion;

/// <summary>The roots that an index remembers, by name.</summary>
internal sealed class RootSet
{
    private readonly SortedDictionary<string, SourceRoot> _roots;

    public RootSet(IEnumerable<SourceRoot> roots) => _roots = new(roots.ToDictionary(root => root.Name), StringComparer.Ordinal);

    /// <summary>All roots, by name.</summary>
    public IReadOnlyList<SourceRoot> All => [.. _roots.Values];

    /// <summary>The root at a folder, remembered from now on.</summary>
    /// <param name="path">A folder, or <c>NAME=FOLDER</c>.</param>
    /// <exception cref="IngestionException">The name is taken by another folder, or cannot be one.</exception>
    public SourceRoot Add(string path)
    {
        var (name, folder) = Parse(path);
        if (name is null && _roots.Values.FirstOrDefault(root => SamePath(root.Folder, folder)) is { } known)
        {
            return known;
        }

        name ??= DefaultName(folder);
        if (name is "." or ".." || name.Any(c => c == ',' || char.IsControl(c)))
        {
            throw new IngestionException($"'{name}' cannot be the name of a source root, which begins the address of its documents; give it another with 'ingest NAME={folder}'");
        }

        if (_roots.TryGetValue(name, out var taken))
        {
            return SamePath(taken.Folder, folder) ? taken : throw new IngestionException(
                $"two source roots cannot both be called '{name}': it is {taken.Folder} already; give {folder} another name with 'ingest NAME={folder}', or take the old one out with 'remove {name}'");
        }

        return _roots[name] = new SourceRoot(name, folder);
    }

    /// <summary>Changes which files of a root are sources.</summary>
    public SourceRoot Select(SourceRoot root, SelectionChange change) =>
        _roots[root.Name] = root with { Selection = change.ApplyTo(root.Selection) };

    /// <summary>The full path of the folder that a path, or <c>NAME=FOLDER</c>, names.</summary>
    public static string FolderOf(string path) => Parse(path).Folder;

    /// <summary>The root of that name, or at that path; null where there is none.</summary>
    public SourceRoot? Find(string nameOrPath)
    {
        var folder = FullPath(nameOrPath);
        return All.FirstOrDefault(root => SamePath(root.Folder, folder)) ?? All.FirstOrDefault(root => root.Name == nameOrPath.TrimEnd('/'));
    }

    /// <summary>The root that a file lies below, and its path there; the deepest such root; null where there is none.</summary>
    public (SourceRoot Root, string Path)? FindFile(string file)
    {
        var full = FullPath(file);
        return All.OrderByDescending(root => root.Folder.Length)
            .Select(root => (Root: root, Path: root.PathOf(full)!))
            .Where(found => found.Path is not null)
            .Select(found => ((SourceRoot, string)?)found)
            .FirstOrDefault();
    }

    /// <summary>Forgets a root.</summary>
    public void Remove(string name) => _roots.Remove(name);

    private static (string? Name, string Folder) Parse(string path)
    {
        var equals = path.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || Path.Exists(path) || path.AsSpan(0, equals).ContainsAny('/', '\\'))
        {
            return (null, FullPath(path));
        }

        return (path[..equals], FullPath(path[(equals + 1)..]));
    }

    private static string DefaultName(string folder) => Path.GetFileName(folder) is { Length: > 0 } name
        ? name
        : throw new IngestionException($"{folder} has no name of its own; give it one with 'ingest NAME={folder}'");

    private static string FullPath(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static bool SamePath(string a, string b) =>
        string.Equals(a, b, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
