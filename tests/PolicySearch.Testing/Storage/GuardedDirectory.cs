using System.Runtime.InteropServices;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Testing.Storage;

/// <summary>
/// A directory in memory whose opened files end where no memory is: a read past a file's end, or after it was unmapped, ends the process.
/// Where the system is not Linux, it is an ordinary one.
/// </summary>
public sealed class GuardedDirectory(MemoryDirectory files) : IndexDirectory
{
    public override string Description => "guarded memory";

    public override IReadOnlyList<string> ListFiles() => files.ListFiles();

    public override OutputFile Create(string name) => files.Create(name);

    public override MappedFile Open(string name) => OperatingSystem.IsLinux() ? GuardedFile.Map(name, files.Read(name)) : files.Open(name);

    public override void Rename(string from, string to) => files.Rename(from, to);

    public override void Delete(string name) => files.Delete(name);

    public override void Sync(string name) => files.Sync(name);

    public override void SyncFolder() => files.SyncFolder();

    public override IDisposable ObtainLock(TimeSpan timeout) => files.ObtainLock(timeout);
}

/// <summary>Bytes that stand right before a page that nobody may touch.</summary>
internal sealed unsafe partial class GuardedFile : MappedFile
{
    private const int None = 0;
    private const int ReadAndWrite = 3;
    private const int PrivateAndAnonymous = 0x22;

    private readonly byte* _map;
    private readonly nint _mapLength;
    private readonly byte* _start;

    private GuardedFile(string name, int length, byte* map, nint mapLength, byte* start)
        : base(name, length)
    {
        _map = map;
        _mapLength = mapLength;
        _start = start;
    }

    public static GuardedFile Map(string name, byte[] bytes)
    {
        nint page = Environment.SystemPageSize;
        var usable = (bytes.Length + page - 1) / page * page;
        var map = MapMemory(null, usable + page, ReadAndWrite, PrivateAndAnonymous, -1, 0);
        if ((nint)map == -1 || Protect(map + usable, page, None) != 0)
        {
            throw new IOException($"cannot map {usable} bytes: error {Marshal.GetLastPInvokeError()}");
        }

        var start = map + usable - bytes.Length;
        bytes.CopyTo(new Span<byte>(start, bytes.Length));
        return new GuardedFile(name, bytes.Length, map, usable + page, start);
    }

    protected override ReadOnlySpan<byte> Bytes(long offset, int length) => new(_start + offset, length);

    protected override void Unmap() => _ = UnmapMemory(_map, _mapLength);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial byte* MapMemory(byte* address, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Protect(byte* address, nint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int UnmapMemory(byte* address, nint length);
}
