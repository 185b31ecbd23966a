namespace PolicySearch.Engine.Storage;

/// <summary>A folder on a local disk; made when something is first written there.</summary>
public sealed class FileSystemDirectory(string path) : IndexDirectory
{
    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <inheritdoc/>
    public override string Description => Path;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListFiles()
    {
        try
        {
            return [.. new DirectoryInfo(Path).EnumerateFiles().Select(f => f.Name)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public override OutputFile Create(string name)
    {
        Directory.CreateDirectory(Path);
        return new DiskOutput(File.OpenHandle(Locate(name), FileMode.Create, FileAccess.Write, FileShare.None));
    }

    /// <inheritdoc/>
    public override MappedFile Open(string name)
    {
        try
        {
            return MappedDiskFile.Open(Locate(name), name);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new FileNotFoundException($"there is no folder {Path}", name, e);
        }
    }

    /// <inheritdoc/>
    public override void Rename(string from, string to) => File.Move(Locate(from), Locate(to));

    /// <inheritdoc/>
    public override void Delete(string name)
    {
        try
        {
            File.Delete(Locate(name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows refuses while the file is mapped; the next writer's sweep tries again.
        }
    }

    /// <inheritdoc/>
    public override void Sync(string name)
    {
        using var handle = File.OpenHandle(Locate(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    /// <inheritdoc/>
    public override void SyncFolder() => UnixFolder.Sync(Path);

    /// <inheritdoc/>
    public override IDisposable ObtainLock(TimeSpan timeout)
    {
        Directory.CreateDirectory(Path);
        return FolderLock.Obtain(Path, timeout);
    }

    private string Locate(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (System.IO.Path.GetFileName(name) != name)
        {
            throw new ArgumentException($"'{name}' is a path; the name of a file in the index is expected", nameof(name));
        }

        return System.IO.Path.Combine(Path, name);
    }
}
