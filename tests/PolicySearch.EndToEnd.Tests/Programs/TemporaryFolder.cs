namespace PolicySearch.EndToEnd.Tests.Programs;

/// <summary>A folder that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policysearch-test-").FullName;

    /// <summary>A path below the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Copies the seeds into a folder below it, and gives its path.</summary>
    public string CopySeeds(string name = "sources")
    {
        var target = Directory.CreateDirectory(this[name]).FullName;
        foreach (var seed in Directory.GetFiles(PolicySearchProgram.Seeds))
        {
            File.Copy(seed, System.IO.Path.Combine(target, System.IO.Path.GetFileName(seed)));
        }

        return target;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
