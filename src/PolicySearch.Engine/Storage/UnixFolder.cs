using System.Runtime.InteropServices;

namespace PolicySearch.Engine.Storage;

/// <summary>Flushes a folder's entries to the disk. .NET has no call for it; Windows needs none.</summary>
internal static partial class UnixFolder
{
    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(path, 0);
        if (descriptor < 0)
        {
            throw new IOException($"cannot open the folder {path} to flush it: error {Marshal.GetLastPInvokeError()}");
        }

        try
        {
            if (Flush(descriptor) != 0)
            {
                throw new IOException($"cannot flush the folder {path} to the disk: error {Marshal.GetLastPInvokeError()}");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
