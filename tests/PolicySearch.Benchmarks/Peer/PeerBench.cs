using System.Diagnostics;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Benchmarks.Peer;

/// <summary>Times every query of every class, on one thread after a warm-up, then all mixed on one and two threads.</summary>
internal sealed class PeerBench : IDisposable
{
    private const string AllOperations = "topk10,count,facets,facets2";

    private static readonly FacetRequest[] Facets = [new NumberFacetRequest("year", PeerFields.Year), new KeywordFacetRequest("org", PeerFields.Org)];

    private readonly string[] _operations;
    private readonly string _variant;
    private readonly IndexReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly int _perClass;
    private readonly int _repetitions;
    private readonly double _warmSeconds;
    private readonly double _threadSeconds;

    public PeerBench(string folder, Dictionary<string, string> options)
    {
        _variant = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        _reader = IndexReader.Open(new FileSystemDirectory(folder));
        _searcher = new IndexSearcher(_reader)
        {
            Threads = bool.Parse(options.GetValueOrDefault("parallel", "false")) ? SearchThreads.OfMachine : null,
            Filters = bool.Parse(options.GetValueOrDefault("filter-cache", "false")) ? new FilterCache() : null,
        };
        _operations = options.GetValueOrDefault("ops", AllOperations).Split(',');
        _perClass = int.Parse(options.GetValueOrDefault("per-class", "100"));
        _repetitions = int.Parse(options.GetValueOrDefault("reps", "5"));
        _warmSeconds = double.Parse(options.GetValueOrDefault("warm-seconds", "20"));
        _threadSeconds = double.Parse(options.GetValueOrDefault("thread-seconds", "4"));
    }

    public void Run(string queryFile)
    {
        var queries = PeerQueries.Read(queryFile, _perClass);
        WarmUp(queries);
        foreach (var group in queries.GroupBy(query => query.Class, StringComparer.Ordinal))
        {
            foreach (var operation in _operations)
            {
                Time(group.Key, [.. group], operation);
            }
        }

        foreach (var operation in _operations.Where(o => o != "facets"))
        {
            Throughput(queries, operation, threads: 1);
            Throughput(queries, operation, threads: 2);
        }

        Console.WriteLine($$"""{"peer":"policysearch","variant":"{{_variant}}","op":"memory","docs":{{_reader.NumDocs}},"segments":{{_reader.Segments.Count}},"peak_rss_mb":{{ProcessFigures.PeakMegabytes()}}}""");
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Runs one operation once.</summary>
    /// <returns>The number of hits that it saw.</returns>
    private long Once(string operation, PeerQuery query) => operation switch
    {
        "topk10" => _searcher.Search(new SearchOptions { Query = query.Query, CountTotal = false }).Hits.Count,
        "count" => _searcher.Count(query.Query),
        "facets" => _searcher.Search(new SearchOptions { Query = query.Query, Facets = Facets }).Total,
        _ => TwoPasses(query),
    };

    private long TwoPasses(PeerQuery query)
    {
        _searcher.Search(new SearchOptions { Query = query.Query, CountTotal = false });
        return _searcher.Search(new SearchOptions { Query = query.Query, Limit = 0, Facets = Facets }).Total;
    }

    /// <summary>All operations over all classes, interleaved.</summary>
    private void WarmUp(List<PeerQuery> queries)
    {
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; Stopwatch.GetElapsedTime(start).TotalSeconds < _warmSeconds; i++)
        {
            foreach (var operation in _operations)
            {
                Once(operation, queries[(int)(i * 7919 % queries.Count)]);
            }
        }
    }

    private void Time(string name, PeerQuery[] queries, string operation)
    {
        var samples = new double[queries.Length][];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = new double[_repetitions];
        }

        long hits = 0;
        var cpu = ProcessFigures.ThreadCpuMicroseconds();
        for (var repetition = 0; repetition < _repetitions; repetition++)
        {
            for (var i = 0; i < queries.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                hits += Once(operation, queries[i]);
                samples[i][repetition] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }

        cpu = ProcessFigures.ThreadCpuMicroseconds() - cpu;
        var runs = (double)_repetitions * queries.Length;
        Report(name, operation, samples, cpu / runs, hits / runs);
    }

    private void Report(string name, string operation, double[][] samples, double cpuMean, double hitsMean)
    {
        // A query's time is its fastest repetition, as the machine is shared; the figures are over queries.
        double[] best = [.. samples.Select(s => s.Min()).Order()];
        double[] raw = [.. samples.SelectMany(s => s).Order()];
        var mean = best.Average();
        Console.WriteLine($$"""{"peer":"policysearch","variant":"{{_variant}}","docs":{{_reader.NumDocs}},"class":"{{name}}","op":"{{operation}}","queries":{{best.Length}},"reps":{{_repetitions}},"p50_us":{{best[best.Length / 2]:F1}},"p99_us":{{best[(int)(best.Length * 0.99)]:F1}},"mean_us":{{mean:F1}},"raw_p99_us":{{raw[(int)(raw.Length * 0.99)]:F1}},"cpu_mean_us":{{cpuMean:F1}},"qps":{{1e6 / mean:F1}},"hits_mean":{{hitsMean:F1}}}""");
    }

    private void Throughput(List<PeerQuery> queries, string operation, int threads)
    {
        long done = 0;
        var start = Stopwatch.GetTimestamp();
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            for (var i = thread * 7919; Stopwatch.GetElapsedTime(start).TotalSeconds < _threadSeconds; i++)
            {
                Once(operation, queries[i % queries.Count]);
                Interlocked.Increment(ref done);
            }
        }))];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        var rate = done / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine($$"""{"peer":"policysearch","variant":"{{_variant}}","docs":{{_reader.NumDocs}},"class":"all","op":"{{operation}}","threads":{{threads}},"qps":{{rate:F1}}}""");
    }
}
