using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Segments;

/// <summary>Finds the newest whole commit of a directory.</summary>
internal static class CommitFinder
{
    /// <summary>Generations of all manifests, whole or not, the newest first.</summary>
    public static List<long> Generations(IndexDirectory directory)
    {
        var generations = new List<long>();
        foreach (var name in directory.ListFiles())
        {
            if (Commit.TryParseName(name, out var generation))
            {
                generations.Add(generation);
            }
        }

        generations.Sort((a, b) => b.CompareTo(a));
        return generations;
    }

    /// <summary>Opens the newest whole commit, and looks again when it, or a file that it names, goes meanwhile because a writer has made a newer one.</summary>
    /// <param name="directory">Where to look.</param>
    /// <param name="open">Opens the commit's files.</param>
    /// <exception cref="IndexNotFoundException">There is none.</exception>
    /// <exception cref="CorruptIndexException">There are manifests, but none is whole; or a file is damaged or missing.</exception>
    public static T OpenNewest<T>(IndexDirectory directory, Func<Commit, T> open)
    {
        while (true)
        {
            var generations = Generations(directory);
            try
            {
                return open(ReadNewest(directory, generations));
            }
            catch (FileNotFoundException e)
            {
                // The same manifests as before: nobody took the file away to make room for a newer commit.
                if (Generations(directory).SequenceEqual(generations))
                {
                    throw new CorruptIndexException(
                        System.IO.Path.GetFileName(e.FileName ?? "a file"), -1, $"the file is missing from {directory.Description}, though commit {generations[0]} names it");
                }
            }
        }
    }

    /// <summary>The newest whole commit.</summary>
    public static Commit ReadNewest(IndexDirectory directory) => OpenNewest(directory, c => c);

    private static Commit ReadNewest(IndexDirectory directory, List<long> generations)
    {
        CorruptIndexException? newest = null;
        foreach (var generation in generations)
        {
            try
            {
                return Commit.Read(directory, generation);
            }
            catch (CorruptIndexException e)
            {
                // An older whole commit is better than none; check reports the damaged one.
                newest ??= e;
            }
        }

        throw newest ?? (Exception)new IndexNotFoundException($"no index in {directory.Description}");
    }
}
