namespace PolicySearch.Testing.Storage;

/// <summary>A new folder below the system's temporary one, deleted at the end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policysearch-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
