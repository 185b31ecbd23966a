using System.Text.Json;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Crash;

/// <summary>SIGKILL in mid-ingest: the index always opens, and the next run ends where an undisturbed one does.</summary>
public sealed class KillTests : IDisposable
{
    private const int Seed = 20260101;
    private const int Copies = 12;
    private readonly TemporaryFolder _folder = new();
    private readonly string _sources;

    public KillTests()
    {
        // Enough documents that most of a run is spent in ingestion.
        _sources = _folder.CopySeeds();
        foreach (var seed in Directory.GetFiles(_sources))
        {
            for (var copy = 0; copy < Copies; copy++)
            {
                File.WriteAllText(Path.Combine(_sources, $"{Path.GetFileNameWithoutExtension(seed)}-{copy}.txt"), File.ReadAllText(seed) + $"\n\nCopy number {copy}.\n");
            }
        }
    }

    [Fact]
    public void The_process_killed_at_random_moments_leaves_an_index_that_the_next_run_completes()
    {
        var expected = Undisturbed(out var duration);
        var random = new Random(Seed);
        var killed = 0;
        for (var round = 0; round < LongRun.Rounds(12, 50); round++)
        {
            var index = _folder[$"index-{round}"];
            using (var process = PolicySearchProgram.Start("ingest", _sources, "--index", index))
            {
                // The first runs are killed before anything is committed, later ones around the commit and after it.
                if (!process.WaitForExit(random.Next(1, (int)(duration.TotalMilliseconds * 1.1))))
                {
                    process.Kill();
                    killed++;
                }

                process.WaitForExit();
            }

            var check = PolicySearchProgram.Run("check", "--index", index);
            Assert.True(
                check.ExitCode == 0 || (check.Output + check.Error).Contains("no index in", StringComparison.Ordinal),
                $"seed {Seed}, round {round}: {check.Output}{check.Error}");

            var next = PolicySearchProgram.Run("ingest", _sources, "--index", index, "--json");
            Assert.True(next.ExitCode == 0, $"seed {Seed}, round {round}: {next.Error}");
            Assert.Equal(expected, State(index));
            Directory.Delete(index, recursive: true);
        }

        Assert.True(killed > 0, "no run was killed: the sources are too few");
    }

    [Fact]
    public void A_run_killed_while_it_updates_keeps_each_document_whole_in_its_old_or_its_new_version()
    {
        var index = _folder["index"];
        Assert.Equal(0, PolicySearchProgram.Run("ingest", _sources, "--index", index).ExitCode);
        var before = State(index);
        foreach (var file in Directory.GetFiles(_sources))
        {
            File.AppendAllText(file, "\n\nAn addition that every document gets.\n");
        }

        var random = new Random(Seed);
        for (var round = 0; round < LongRun.Rounds(3, 12); round++)
        {
            using var process = PolicySearchProgram.Start("ingest", _sources, "--index", index);
            if (!process.WaitForExit(random.Next(200, 1500)))
            {
                process.Kill();
            }

            process.WaitForExit();
            var check = PolicySearchProgram.Run("check", "--index", index);
            Assert.True(check.ExitCode == 0, $"seed {Seed}, round {round}: {check.Output}{check.Error}");
            Assert.Equal(DocumentsOf(before), DocumentsOf(State(index)));
        }

        Assert.Equal(0, PolicySearchProgram.Run("ingest", _sources, "--index", index).ExitCode);
        var undisturbed = _folder["undisturbed"];
        Assert.Equal(0, PolicySearchProgram.Run("ingest", _sources, "--index", undisturbed).ExitCode);
        Assert.Equal(State(undisturbed), State(index));
    }

    public void Dispose() => _folder.Dispose();

    private List<string> Undisturbed(out TimeSpan duration)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var result = PolicySearchProgram.Run("ingest", _sources, "--index", _folder["undisturbed"], "--json");
        duration = clock.Elapsed;
        Assert.True(result.ExitCode == 0, result.Error);
        return State(_folder["undisturbed"]);
    }

    /// <summary>Every passage with its tags, and the total, in an order that does not depend on the segments.</summary>
    private static List<string> State(string index)
    {
        var lines = new List<string>();
        var total = 0;
        do
        {
            var result = PolicySearchProgram.Run("search", "", "--index", index, "--limit", "1000", "--offset", $"{lines.Count}", "--json");
            Assert.True(result.ExitCode == 0, result.Error);
            var answer = JsonSerializer.Deserialize<JsonElement>(result.Output);
            total = answer.GetProperty("total").GetInt32();
            lines.AddRange(answer.GetProperty("hits").EnumerateArray().Select(hit =>
                $"{hit.GetProperty("document").GetProperty("source").GetString()} {hit.GetProperty("id").GetString()} {hit.GetProperty("tags").GetRawText()}"));
        }
        while (lines.Count < total);

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static List<string> DocumentsOf(List<string> state) => [.. state.Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)]).Distinct()];
}
