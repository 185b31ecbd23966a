namespace PolicySearch.Engine.Storage;

/// <summary>A flat set of files, written once and mapped into memory. Two kinds: <see cref="FileSystemDirectory"/> and <see cref="MemoryDirectory"/>; tests add one that fails on purpose. Safe for use by many threads.</summary>
public abstract class IndexDirectory
{
    /// <summary>What to call it in messages: the folder's path.</summary>
    public abstract string Description { get; }

    /// <summary>Names of all files; empty where the directory does not exist yet.</summary>
    public abstract IReadOnlyList<string> ListFiles();

    /// <summary>Creates a file, in place of one of that name that a crash left behind.</summary>
    public abstract OutputFile Create(string name);

    /// <summary>Maps a whole file for reading; the caller owns the first reference.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract MappedFile Open(string name);

    /// <summary>Gives a file another name in one step that a crash does not divide.</summary>
    public abstract void Rename(string from, string to);

    /// <summary>Deletes a file; maps of it stay valid. A file that is not there, or that the system will not delete now, is left for the next time.</summary>
    public abstract void Delete(string name);

    /// <summary>Returns when the file's bytes are on the disk.</summary>
    public abstract void Sync(string name);

    /// <summary>Returns when the names of files (created, renamed, deleted) are on the disk.</summary>
    public abstract void SyncFolder();

    /// <summary>Takes the writer's lock, waiting for it at most <paramref name="timeout"/>; disposing gives it back.</summary>
    /// <exception cref="LockFailedException">Another holds it after the wait; the message says who.</exception>
    public abstract IDisposable ObtainLock(TimeSpan timeout);
}
