using System.Runtime.InteropServices;

namespace PolicySearch.Service.Ingestion;

/// <summary>Tells pipes, sockets and devices from files, which .NET does not: whoever opens a pipe may wait for ever.</summary>
internal static partial class SpecialFile
{
    private const int FromHere = -100;
    private const uint WantsKind = 1;

    /// <summary>Why what lies at a path is no source; null for a file, for what is not there, and where the system does not tell (Linux does).</summary>
    public static string? Fault(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            return Look(FromHere, path, 0, WantsKind, out var status) == 0 && Kind(status.Mode) is { } kind ? $"it is {kind}, and no file" : null;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than the call.
            return null;
        }
    }

    private static string? Kind(ushort mode) => (mode & 0xF000) switch
    {
        0x1000 => "a pipe",
        0xC000 => "a socket",
        0x2000 or 0x6000 => "a device",
        _ => null,
    };

    // Of all forms of the call this one has the same layout on every processor.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Look(int folder, string path, int flags, uint wanted, out Status status);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(28)]
        public ushort Mode;
    }
}
