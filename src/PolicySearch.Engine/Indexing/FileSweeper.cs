using System.Globalization;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>Deletes files that no kept commit and no living segment needs. Only names that this library gives are touched.</summary>
internal static class FileSweeper
{
    private static readonly HashSet<string> Extensions =
        new(Enum.GetNames<SegmentFileKind>().Select(k => k.ToLowerInvariant()), StringComparer.Ordinal);

    /// <summary>Deletes what is not needed. A failure is left for the next sweep.</summary>
    public static void Sweep(IndexDirectory directory, IReadOnlySet<string> needed)
    {
        try
        {
            Delete(directory, needed);
        }
        catch (IOException)
        {
            // What is left takes room, and nothing else.
        }
    }

    /// <summary>The highest number that a segment's file in the directory has, or 0.</summary>
    public static long HighestSegment(IndexDirectory directory)
    {
        long highest = 0;
        foreach (var name in directory.ListFiles())
        {
            if (TryParseSegment(name, out var number))
            {
                highest = Math.Max(highest, number);
            }
        }

        return highest;
    }

    public static string SegmentName(long number) => "s" + number.ToString(CultureInfo.InvariantCulture);

    private static void Delete(IndexDirectory directory, IReadOnlySet<string> needed)
    {
        // Manifests go first: a manifest must never stand without its files.
        var unneeded = directory.ListFiles().Where(n => IsOurs(n) && !needed.Contains(n)).ToList();
        foreach (var name in unneeded.OrderBy(n => Commit.TryParseName(n, out _) ? 0 : 1))
        {
            directory.Delete(name);
        }
    }

    private static bool IsOurs(string name) =>
        name == CommitPublisher.PendingName || Commit.TryParseName(name, out _) || TryParseSegment(name, out _);

    private static bool TryParseSegment(string name, out long number)
    {
        number = 0;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 2 || name[0] != 's' || !Extensions.Contains(name[(dot + 1)..]))
        {
            return false;
        }

        var stem = name.AsSpan(1, dot - 1);
        var dash = stem.IndexOf('-');
        return long.TryParse(dash < 0 ? stem : stem[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
