namespace PolicySearch.Engine.Storage;

/// <summary>A folder on a local disk.</summary>
public sealed class FileSystemDirectory(string path) : IndexDirectory
{
    /// <summary>The folder.</summary>
    public string Path { get; } = path;
}
