using System.Diagnostics;
using PolicySearch.Benchmarks.Peer;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Benchmarks.Opening;

/// <summary>
/// How long does an index take to open, and how much memory of its own (<c>RssAnon</c>) does a program have before the first query, and after 1,000 mixed ones?
/// <c>opening DIR QUERIES</c>, over an index of <c>peer index</c> and the workload's queries; the first opening is that of a program that has just started.
/// </summary>
internal static class OpeningBench
{
    private const int Queries = 1000;
    private const int Openings = 20;

    private static readonly FacetRequest[] Facets = [new NumberFacetRequest("year", PeerFields.Year), new KeywordFacetRequest("org", PeerFields.Org)];

    public static int Run(string folder, string queryFile)
    {
        var empty = AnonymousMemory.Megabytes();
        var directory = new FileSystemDirectory(folder);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        using var reader = IndexReader.Open(directory);
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var firstProcessor = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
        var opened = AnonymousMemory.Megabytes();

        var queries = PeerQueries.Read(queryFile, int.MaxValue);
        var searcher = new IndexSearcher(reader);
        for (var i = 0; i < Queries; i++)
        {
            var query = queries[(int)(i * 7919L % queries.Count)].Query;
            searcher.Search(new SearchOptions { Query = query, Facets = i % 2 == 0 ? Facets : [] });
        }

        var searched = AnonymousMemory.Megabytes();
        Console.WriteLine($$"""{"peer":"policysearch","op":"opening","docs":{{reader.NumDocs}},"segments":{{reader.Segments.Count}},"first_ms":{{first:F1}},"first_cpu_ms":{{firstProcessor:F1}},"again_ms":{{Again(directory):F1}},"anon_mb_empty":{{empty:F1}},"anon_mb_opened":{{opened:F1}},"anon_mb_after_{{Queries}}":{{searched:F1}}}""");
        return 0;
    }

    /// <summary>The median of more openings.</summary>
    private static double Again(FileSystemDirectory directory)
    {
        var times = new List<double>();
        for (var i = 0; i < Openings; i++)
        {
            var start = Stopwatch.GetTimestamp();
            IndexReader.Open(directory).Dispose();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }
}
