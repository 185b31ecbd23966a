namespace PolicySearch.Benchmarks.Peer;

/// <summary>
/// This engine as one of the peers whose workload and output <c>peers/README.md</c> describes:
/// <c>peer index PASSAGES DIR</c>, <c>peer bench DIR/VARIANT QUERIES</c>, <c>peer dump DIR/VARIANT QUERIES</c>.
/// </summary>
internal static class PeerProgram
{
    public static int Run(string[] args)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> plain = [];
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length)
            {
                options[args[i][2..]] = args[++i];
            }
            else
            {
                plain.Add(args[i]);
            }
        }

        switch (plain)
        {
            case ["index", var passages, var folder]:
                PeerIndexing.Run(
                    passages,
                    folder,
                    int.Parse(options.GetValueOrDefault("threads", "1")),
                    int.Parse(options.GetValueOrDefault("buffer", "64")),
                    bool.Parse(options.GetValueOrDefault("reorder", "false")));
                return 0;
            case ["bench", var folder, var queries]:
                using (var bench = new PeerBench(folder, options))
                {
                    bench.Run(queries);
                }

                return 0;
            case ["dump", var folder, var queries]:
                PeerDump.Run(folder, queries, int.Parse(options.GetValueOrDefault("queries", "200")));
                return 0;
            default:
                Console.Error.WriteLine("usage: peer index PASSAGES DIR [--threads N --buffer MB --reorder true|false] | peer bench DIR/VARIANT QUERIES [--per-class N --ops LIST --reps N --warm-seconds S --thread-seconds S --parallel true|false --filter-cache true|false] | peer dump DIR/VARIANT QUERIES [--queries N]");
                return 2;
        }
    }
}
