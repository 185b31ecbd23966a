using System.Diagnostics;
using System.Globalization;

namespace PolicySearch.Benchmarks.Ingestion;

/// <summary>How long after it was written is a document searchable? <c>arrival FOLDER URL</c>: changes a file below a folder that a server at the address watches, ten times, and asks for its new word until it is found.</summary>
internal static class ArrivalBench
{
    private const int Rounds = 10;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string folder, string url)
    {
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        var file = Path.Combine(folder, "arrival.txt");
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var word = string.Create(CultureInfo.InvariantCulture, $"arrival{Environment.ProcessId}x{round}");
            await File.WriteAllTextAsync(file, $"The regions of Japan and the {word} of a document.\n");
            var clock = Stopwatch.StartNew();
            while (!(await client.GetStringAsync("/api/search?q=" + word)).Contains("\"total\":1", StringComparison.Ordinal))
            {
                if (clock.Elapsed > Deadline)
                {
                    throw new TimeoutException($"{word} is not found after {Deadline}");
                }

                await Task.Delay(20);
            }

            seconds.Add(clock.Elapsed.TotalSeconds);
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        File.Delete(file);
        seconds.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"searchable after {seconds[0]:0.00} to {seconds[^1]:0.00} s, median {seconds[seconds.Count / 2]:0.00} s"));
        return 0;
    }
}
