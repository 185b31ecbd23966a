using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Segments;

/// <summary>Something wrong with an index.</summary>
/// <param name="File">The file, or the segment where no single file is at fault.</param>
/// <param name="Offset">Byte offset at which it was noticed; -1 where there is none.</param>
/// <param name="Detail">What was expected and what was found, with file and offset.</param>
/// <param name="Advice">What to do.</param>
public sealed record IndexFault(string File, long Offset, string Detail, string Advice);

/// <summary>Verifies an index completely.</summary>
public static class IndexCheck
{
    private const string Restore = "Restore the index from a copy, or build it again from its sources.";

    /// <summary>Verifies every file of the newest commit: sums, and all that they hold, decoded once.</summary>
    /// <returns>What is wrong; empty for a sound index.</returns>
    /// <exception cref="IndexNotFoundException">Nothing has been committed there.</exception>
    public static IReadOnlyList<IndexFault> Run(IndexDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var faults = new List<IndexFault>();
        while (true)
        {
            faults.Clear();
            var generations = CommitFinder.Generations(directory);
            if (generations.Count == 0)
            {
                throw new IndexNotFoundException($"no index in {directory.Description}");
            }

            if (ReadNewest(directory, generations, faults) is { } commit)
            {
                Check(directory, commit, faults);
            }

            // A writer may have swept files away meanwhile; then only the newer commit counts.
            if (faults.Count == 0 || CommitFinder.Generations(directory).SequenceEqual(generations))
            {
                return faults;
            }
        }
    }

    private static Commit? ReadNewest(IndexDirectory directory, List<long> generations, List<IndexFault> faults)
    {
        foreach (var generation in generations)
        {
            Commit? commit = null;
            Guard(faults, Commit.NameOf(generation), Restore, () => commit = Commit.Read(directory, generation));
            if (commit is not null)
            {
                for (var i = 0; i < faults.Count; i++)
                {
                    faults[i] = faults[i] with { Advice = $"Searches use {commit.FileName}, an earlier one; the next commit replaces it." };
                }

                return commit;
            }
        }

        return null;
    }

    private static void Check(IndexDirectory directory, Commit commit, List<IndexFault> faults)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var segment in commit.Segments)
        {
            foreach (var file in segment.Files)
            {
                Guard(faults, file.Name, Restore, () => VerifySum(directory, file));
            }

            // Decoding shows where the damage lies, which a sum over the whole file cannot.
            var before = faults.Count;
            Guard(faults, segment.Name, Restore, () => Decode(directory, segment, keys));
            RemoveEcho(faults, before);
        }
    }

    private static void VerifySum(IndexDirectory directory, SegmentFile file)
    {
        var input = IndexInput.Open(directory, file.Name, SegmentFormats.Of(file.Kind), file.Seal);
        try
        {
            input.VerifyChecksum();
        }
        finally
        {
            input.Release();
        }
    }

    private static void Decode(IndexDirectory directory, SegmentInfo info, HashSet<string> keys)
    {
        var segment = SegmentOpener.Open(directory, info, null);
        try
        {
            new SegmentCheck(segment).Run(keys);
        }
        finally
        {
            segment.Core.Release();
        }
    }

    /// <summary>Opening fails a second time for the same reason: told once is enough.</summary>
    private static void RemoveEcho(List<IndexFault> faults, int before)
    {
        if (faults.Count > before && faults.Take(before).Any(f => f.Detail == faults[^1].Detail))
        {
            faults.RemoveAt(faults.Count - 1);
        }
    }

    private static void Guard(List<IndexFault> faults, string file, string advice, Action step)
    {
        try
        {
            step();
        }
        catch (CorruptIndexException e)
        {
            faults.Add(new IndexFault(e.File, e.Offset, e.Message, advice));
        }
        catch (IndexVersionException e)
        {
            faults.Add(new IndexFault(file, -1, e.Message, "Use the program's version that wrote it, or build the index again."));
        }
        catch (FileNotFoundException)
        {
            faults.Add(new IndexFault(file, -1, $"{file}: the file is missing, though the commit names it", Restore));
        }
    }
}
