namespace PolicySearch.Engine.Storage;

/// <summary>The writer's lock of a folder: an operating-system lock on the open file <c>write.lock</c>, which the kernel releases when the process dies. Who holds it stands in <c>write.holder</c>, since the locked file itself cannot be read.</summary>
internal sealed class FolderLock : IDisposable
{
    public const string LockName = "write.lock";
    public const string HolderName = "write.holder";

    // What the runtime reports for a file that another process has locked; any other fault (a full disk) is not the lock's.
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    public static FolderLock Obtain(string folder, TimeSpan timeout)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (TryOpen(Path.Combine(folder, LockName)) is { } file)
            {
                WriteHolder(folder);
                return new FolderLock(file);
            }

            if (TimeProvider.System.GetElapsedTime(start) >= timeout)
            {
                throw new LockFailedException(
                    $"the index in {folder} is being written by {ReadHolder(folder)}; waited {timeout.TotalSeconds:0.#} s. Wait longer, or end that process.");
            }

            Thread.Sleep(Poll);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is SharingViolation or LinuxWouldBlock or MacWouldBlock)
        {
            return null;
        }
    }

    private static void WriteHolder(string folder) =>
        File.WriteAllText(Path.Combine(folder, HolderName), $"process {Environment.ProcessId} on {Environment.MachineName}");

    private static string ReadHolder(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, HolderName));
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
