namespace PolicySearch.Service.Ingestion;

/// <summary>A folder of sources.</summary>
/// <param name="Name">Unique in the index; the first part of its documents' addresses.</param>
/// <param name="Folder">Full path on this machine.</param>
public sealed record SourceRoot(string Name, string Folder)
{
    /// <summary>Which of its files are sources.</summary>
    public SourceSelection Selection { get; init; } = SourceSelection.All;

    /// <summary>The path of a file below the root, with forward slashes; null where it is not below it.</summary>
    public string? PathOf(string file)
    {
        var relative = Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/');
        return relative == "." || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? null
            : relative;
    }
}
