namespace PolicySearch.Testing;

/// <summary>A new folder below the system's temporary one, deleted at the end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policysearch-").FullName;

    /// <summary>A path below the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file with its folders, and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Copies the starter documents into a folder below it, and gives its path.</summary>
    public string CopySeeds(string name = "sources")
    {
        var target = Directory.CreateDirectory(this[name]).FullName;
        foreach (var seed in Directory.GetFiles(System.IO.Path.Combine(SharedData.Repository, "seeds")))
        {
            File.Copy(seed, System.IO.Path.Combine(target, System.IO.Path.GetFileName(seed)));
        }

        return target;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
