using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>Makes a commit durable, then visible by one rename.</summary>
internal static class CommitPublisher
{
    /// <summary>Name of a manifest before it is renamed.</summary>
    public const string PendingName = "pending";

    /// <param name="directory">Where the files are.</param>
    /// <param name="commit">What to publish.</param>
    /// <param name="newFiles">Files that it names and that have not been flushed to the disk.</param>
    public static void Publish(IndexDirectory directory, Commit commit, IEnumerable<string> newFiles)
    {
        foreach (var file in newFiles)
        {
            directory.Sync(file);
        }

        commit.Write(directory, PendingName);
        directory.Sync(PendingName);

        // The folder is flushed before the rename too: otherwise the manifest's name could reach the disk before those of the files it names.
        directory.SyncFolder();
        directory.Rename(PendingName, commit.FileName);
        directory.SyncFolder();
    }
}
