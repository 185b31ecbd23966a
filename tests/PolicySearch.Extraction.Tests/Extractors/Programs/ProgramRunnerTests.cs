using System.Diagnostics;
using System.Globalization;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Extraction.Tests.Extractors.Programs;

/// <summary>What a program run on a hostile source may take, and that nothing of it stays behind; the shell stands for the programs.</summary>
public sealed class ProgramRunnerTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_program_gives_its_output_its_errors_and_its_exit_code()
    {
        using var folder = new WorkFolder();
        var result = new ProgramRunner().Run(Shell("echo out; echo err >&2; exit 3", folder), CancellationToken.None);

        Assert.Equal(("out\n", "err", 3), (result.Value, result.Errors.Trim(), result.ExitCode));
    }

    [Fact]
    public void A_program_sees_nothing_of_the_environment_but_what_it_needs()
    {
        using var folder = new WorkFolder();
        var names = new ProgramRunner().Run(Shell("env", folder), CancellationToken.None).Value.Split('\n').Select(line => line.Split('=')[0]);

        Assert.DoesNotContain(names, name => name.StartsWith("DOTNET", StringComparison.Ordinal) || name is "USER" or "LOGNAME" or "SSH_AUTH_SOCK");
    }

    [Fact]
    public void A_cancelled_program_ends_with_its_children_and_leaves_no_folder()
    {
        using var cancel = new CancellationTokenSource();
        string path;
        using (var folder = new WorkFolder())
        {
            path = folder.Path;
            var run = Task.Run(() => new ProgramRunner().Run(Shell("sleep 300 & echo $! > child.new; mv child.new child; wait", folder), cancel.Token));
            var child = int.Parse(WaitFor(() => File.Exists(folder.File("child")) ? File.ReadAllText(folder.File("child")) : null), CultureInfo.InvariantCulture);

            cancel.Cancel();

            Assert.Throws<OperationCanceledException>(() => run.GetAwaiter().GetResult());
            Assert.NotNull(WaitFor(() => IsRunning(child) ? null : "gone"));
        }

        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void A_program_that_takes_too_long_is_ended_and_the_message_says_so()
    {
        using var folder = new WorkFolder();
        var runner = new ProgramRunner(new ProgramLimits { MaxTime = TimeSpan.FromMilliseconds(200) });

        var thrown = Assert.Throws<ExtractionException>(() => runner.Run(Shell("sleep 300", folder), CancellationToken.None));
        Assert.Equal("some.pdf keeps sh busy for more than 0.2 seconds; it is too large or hostile", thrown.Message);
    }

    [Fact]
    public void A_program_that_the_system_ends_for_its_processor_time_took_too_long()
    {
        using var folder = new WorkFolder();

        var thrown = Assert.Throws<ExtractionException>(() => new ProgramRunner().Run(Shell("kill -XCPU $$; exit 0", folder), CancellationToken.None));
        Assert.Contains("busy for more than", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_writes_too_much_is_ended_and_the_message_says_so()
    {
        using var folder = new WorkFolder();
        var runner = new ProgramRunner(new ProgramLimits { MaxOutput = 100_000 });

        var thrown = Assert.Throws<ExtractionException>(() => runner.Run(Shell("while :; do echo line; done", folder), CancellationToken.None));
        Assert.Contains("more than 100000 bytes", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_takes_too_much_memory_ends_and_one_that_does_not_goes_on()
    {
        using var folder = new WorkFolder();
        const string Hold = "head -c 300000000 /dev/zero | tail -c 300000000 | wc -c";
        var small = new ProgramRunner(new ProgramLimits { MaxMemory = 100L * 1024 * 1024 }).Run(Shell(Hold, folder), CancellationToken.None);
        var large = new ProgramRunner(new ProgramLimits { MaxMemory = 1024L * 1024 * 1024 }).Run(Shell(Hold, folder), CancellationToken.None);

        Assert.Equal(("0", "300000000"), (small.Value.Trim(), large.Value.Trim()));
        Assert.Contains("memory", small.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_has_no_network_where_the_system_can_close_it()
    {
        if (!ProgramRunner.ClosesNetwork)
        {
            return;
        }

        using var folder = new WorkFolder();
        var devices = new ProgramRunner().Run(Shell("cat /proc/net/dev", folder), CancellationToken.None).Value.Split('\n').Skip(2).Where(line => line.Trim().Length > 0);
        Assert.Equal("lo", Assert.Single(devices).Split(':')[0].Trim());
    }

    [Fact]
    public void A_missing_program_is_named_with_its_package()
    {
        using var folder = new WorkFolder();
        var call = Shell("true", folder) with { Program = "no-such-program-anywhere" };

        var thrown = Assert.Throws<ExtractionException>(() => new ProgramRunner().Run(call, CancellationToken.None));
        Assert.Equal("PDF needs poppler-utils: apt-get install poppler-utils", thrown.Message);
    }

    private static ProgramCall Shell(string script, WorkFolder folder) =>
        new("sh", ["-c", script], folder.Path) { Format = "PDF", Package = "poppler-utils", Source = "some.pdf" };

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string WaitFor(Func<string?> look)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Deadline; Thread.Yield())
        {
            if (look() is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException("what was waited for did not come");
    }
}
