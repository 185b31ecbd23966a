using System.Diagnostics;
using System.Globalization;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Crash;

/// <summary>An ingest that is asked to end, by Ctrl-C or by the system (SIGTERM here, for a test that runs in the background ignores the other): it ends soon and says so, with all that it had read.</summary>
public sealed class InterruptTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_interrupted_ingest_ends_at_a_commit_and_the_next_one_goes_on()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var sources = new ChangingSources(_folder);
        sources.Put(0);
        var interrupted = 0;
        for (var wait = 400; interrupted == 0 && wait < 6000; wait += 300)
        {
            var index = _folder[$"index-{wait}"];
            using var process = PolicySearchProgram.Start("ingest", sources.Folder, "--index", index);
            var error = process.StandardError.ReadToEndAsync();
            if (process.WaitForExit(wait))
            {
                break;
            }

            // Whoever is impatient asks more than once.
            for (var asked = 0; asked < 3; asked++)
            {
                using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync();
            }

            Assert.True(process.WaitForExit(Deadline), "it goes on");
            var said = await error;
            if (process.ExitCode == 1 && said.Contains("interrupted", StringComparison.Ordinal))
            {
                interrupted++;
                Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
                Assert.Equal(0, PolicySearchProgram.Run("ingest", sources.Folder, "--index", index).ExitCode);
                Assert.Equal(0, PolicySearchProgram.Run("check", "--index", index).ExitCode);
            }
        }

        Assert.True(interrupted > 0, "no run was interrupted");
    }

    public void Dispose() => _folder.Dispose();
}
