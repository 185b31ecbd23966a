namespace PolicySearch.Host.Commands;

/// <summary>Looks at an index's folder before it is used, so that what is wrong with it is said in plain words.</summary>
internal static class IndexFolder
{
    /// <summary>Makes the folder if need be and tries to write there.</summary>
    /// <exception cref="IOException">It cannot be used; nothing was changed.</exception>
    public static void EnsureWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".writable-{Environment.ProcessId}");
            using (new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new IOException($"the index folder {folder} cannot be written to ({e.Message}); choose another with --index DIR", e);
        }
    }
}
