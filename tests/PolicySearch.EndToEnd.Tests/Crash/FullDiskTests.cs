using System.Diagnostics;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Crash;

/// <summary>A disk that really fills up. In the long run only, and only where a small file system in memory may be mounted.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void An_ingest_onto_a_full_disk_says_so_and_goes_on_when_there_is_room()
    {
        var disk = Directory.CreateDirectory(_folder["disk"]).FullName;
        if (LongRun.Rounds(0, 1) == 0 || !OperatingSystem.IsLinux() || !Mount("-t", "tmpfs", "-o", "size=32k", "policysearch-test", disk))
        {
            return;
        }

        try
        {
            var sources = new ChangingSources(_folder);
            sources.Put(0);
            Assert.Equal(0, PolicySearchProgram.Run("ingest", sources.Folder, "--index", _folder["undisturbed"]).ExitCode);
            var expected = IndexLines.Of(_folder["undisturbed"]).All;
            var full = 0;
            for (var kilobytes = 32; ; kilobytes += 64)
            {
                Assert.True(Mount("-o", $"remount,size={kilobytes}k", disk));
                var run = PolicySearchProgram.Run("ingest", sources.Folder, "--index", Path.Combine(disk, "index"));
                var check = PolicySearchProgram.Run("check", "--index", Path.Combine(disk, "index"));
                Assert.True(check.ExitCode == 0 || (check.Output + check.Error).Contains("no index in", StringComparison.Ordinal), check.Output + check.Error);
                if (run.ExitCode == 0)
                {
                    break;
                }

                full++;
                Assert.Contains("No space left", run.Error, StringComparison.Ordinal);
            }

            Assert.True(full > 4, $"the disk was full {full} times");
            Assert.Equal(expected, IndexLines.Of(Path.Combine(disk, "index")).All);
        }
        finally
        {
            Run("umount", disk);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static bool Mount(params string[] arguments) => Run("mount", arguments);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
