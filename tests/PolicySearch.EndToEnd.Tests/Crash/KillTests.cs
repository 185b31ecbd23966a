using System.Diagnostics;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Crash;

/// <summary>SIGKILL at random moments of ingests, updates and removals: the index always opens, and the next run ends where an undisturbed one does. In the long run two hundred moments.</summary>
public sealed class KillTests : IDisposable
{
    private const int Seed = 20260101;
    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(Seed);
    private readonly ChangingSources _sources;

    public KillTests() => _sources = new ChangingSources(_folder);

    [Fact]
    public void The_process_killed_at_random_moments_leaves_an_index_that_the_next_run_completes()
    {
        var expected = Undisturbed(0, out var duration);
        var killed = 0;
        for (var round = 0; round < LongRun.Rounds(12, 80); round++)
        {
            // The first runs are killed before anything is committed, later ones around the commit and after it.
            var index = _folder[$"index-{round}"];
            killed += Kill(duration, "ingest", _sources.Folder, "--index", index) ? 1 : 0;
            AssertSound(index, round);
            Complete(index, round, expected);
            Directory.Delete(index, recursive: true);
        }

        Assert.True(killed > 0, "no run was killed: the sources are too few");
    }

    [Fact]
    public void A_run_killed_while_it_updates_and_deletes_keeps_each_document_whole_in_its_old_or_its_new_version()
    {
        IndexLines[] expected = [Undisturbed(0, out _), Undisturbed(1, out var duration)];
        var index = _folder["index"];
        _sources.Put(0);
        Complete(index, -1, expected[0]);
        for (var round = 0; round < LongRun.Rounds(4, 80); round++)
        {
            var (before, after) = (expected[round % 2], expected[(round + 1) % 2]);
            _sources.Put((round + 1) % 2);
            Kill(duration, "ingest", _sources.Folder, "--index", index);
            AssertSound(index, round);
            foreach (var (document, lines) in IndexLines.Of(index).Documents)
            {
                Assert.True(
                    lines.SequenceEqual(before.Documents.GetValueOrDefault(document, [])) || lines.SequenceEqual(after.Documents.GetValueOrDefault(document, [])),
                    $"seed {Seed}, round {round}: {document} is neither as it was nor as it shall be");
            }

            Complete(index, round, after);
        }
    }

    [Fact]
    public void A_removal_that_is_killed_has_been_done_or_not()
    {
        var expected = Undisturbed(0, out _);
        var index = _folder["index"];
        for (var round = 0; round < LongRun.Rounds(3, 40); round++)
        {
            Complete(index, round, expected);
            Kill(TimeSpan.FromSeconds(0.6), "remove", _sources.Folder, "--index", index);
            AssertSound(index, round);
            var left = IndexLines.Of(index);
            Assert.True(left.All.Count == 0 || left.All.SequenceEqual(expected.All), $"seed {Seed}, round {round}: {left.All.Count} passages are left");
            PolicySearchProgram.Run("remove", _sources.Folder, "--index", index);
            Assert.Empty(IndexLines.Of(index).All);
        }
    }

    public void Dispose() => _folder.Dispose();

    private IndexLines Undisturbed(int state, out TimeSpan duration)
    {
        _sources.Put(state);
        var index = _folder[$"undisturbed-{state}"];
        var clock = Stopwatch.StartNew();
        var result = PolicySearchProgram.Run("ingest", _sources.Folder, "--index", index);
        duration = clock.Elapsed;
        Assert.True(result.ExitCode == 0, result.Error);
        return IndexLines.Of(index);
    }

    /// <summary>Kills a run at a moment between its start and a little after its end.</summary>
    /// <returns>Whether it was still running.</returns>
    private bool Kill(TimeSpan duration, params string[] arguments)
    {
        using var process = PolicySearchProgram.Start(arguments);
        var isKilled = !process.WaitForExit(_random.Next(1, (int)(duration.TotalMilliseconds * 1.1)));
        if (isKilled)
        {
            process.Kill();
        }

        process.WaitForExit();
        return isKilled;
    }

    private void Complete(string index, int round, IndexLines expected)
    {
        var next = PolicySearchProgram.Run("ingest", _sources.Folder, "--index", index);
        Assert.True(next.ExitCode == 0, $"seed {Seed}, round {round}: {next.Error}");
        AssertSound(index, round);
        Assert.Equal(expected.All, IndexLines.Of(index).All);
    }

    private static void AssertSound(string index, int round)
    {
        var check = PolicySearchProgram.Run("check", "--index", index);
        Assert.True(
            check.ExitCode == 0 || (check.Output + check.Error).Contains("no index in", StringComparison.Ordinal),
            $"seed {Seed}, round {round}: {check.Output}{check.Error}");
    }
}
