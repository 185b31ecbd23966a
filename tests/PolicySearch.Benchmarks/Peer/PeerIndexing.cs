using System.Diagnostics;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Benchmarks.Peer;

/// <summary>Builds <c>DIR/unmerged</c>, and from it <c>DIR/merged</c> of one segment.</summary>
internal static class PeerIndexing
{
    private static IndexWriterOptions _options = new() { MergePolicy = new AdjacentMergePolicy() };

    /// <param name="passages">A file of passages.</param>
    /// <param name="folder">Where the two indexes are made.</param>
    /// <param name="threads">Threads that add.</param>
    /// <param name="bufferMegabytes">The writer's memory; the other peers have 64.</param>
    /// <param name="reorders">Whether merges put like passages side by side; no other peer does.</param>
    public static void Run(string passages, string folder, int threads, int bufferMegabytes, bool reorders)
    {
        _options = _options with { BufferMegabytes = bufferMegabytes, ReorderRecords = reorders };
        var unmerged = Path.Combine(folder, "unmerged");
        var merged = Path.Combine(folder, "merged");
        foreach (var old in new[] { unmerged, merged }.Where(Directory.Exists))
        {
            Directory.Delete(old, recursive: true);
        }

        using var memory = new AnonymousMemory();
        using var source = new PeerPassages(passages);
        var seconds = Timed(() => Index(source, unmerged, threads));
        Report("unmerged", threads, source, seconds, unmerged, memory);
        seconds = Timed(() => Merge(unmerged, merged));
        Report("merged", threads, source, seconds, merged, memory);
    }

    private static void Index(PeerPassages source, string folder, int threads)
    {
        Directory.CreateDirectory(folder);
        using var writer = IndexWriter.Open(new FileSystemDirectory(folder), PeerFields.Schema, _options);
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            while (source.Next() is { } block)
            {
                writer.Replace(block);
            }
        }))];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        writer.WaitForMerges();
        writer.Commit();
    }

    private static void Merge(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        using var writer = IndexWriter.Open(new FileSystemDirectory(to), PeerFields.Schema, _options);
        writer.ForceMerge();
        writer.Commit();

        // The commit before is kept, with the segments that were merged; after one more it is gone.
        writer.Commit(new Dictionary<string, string> { ["variant"] = "merged" });
    }

    private static double Timed(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Report(string variant, int threads, PeerPassages source, double seconds, string folder, AnonymousMemory memory)
    {
        var megabytes = source.TextBytes / 1e6;
        var size = Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length) / 1e6;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        Console.WriteLine($$"""{"peer":"policysearch","variant":"{{variant}}","op":"index","threads":{{threads}},"docs":{{source.Documents}},"text_mb":{{megabytes:F1}},"seconds":{{seconds:F2}},"cpu_seconds":{{cpu:F2}},"mb_per_s":{{megabytes / seconds:F2}},"index_mb":{{size:F1}},"peak_rss_mb":{{ProcessFigures.PeakMegabytes()}},"peak_anon_mb":{{memory.PeakMegabytes:F0}}}""");
    }
}
