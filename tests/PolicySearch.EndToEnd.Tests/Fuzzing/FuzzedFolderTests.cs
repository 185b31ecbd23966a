using System.Globalization;
using System.Text.Json;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;
using PolicySearch.Testing.Fuzzing;

namespace PolicySearch.EndToEnd.Tests.Fuzzing;

/// <summary>A folder of damaged sources is ingested by the program with little memory: nothing ends the run, each source is a document or a failure with its reason, and no file is left anywhere else.</summary>
public sealed class FuzzedFolderTests : IDisposable
{
    // Half a gigabyte; the limits of extraction keep every document below it.
    private const string HeapLimit = "0x20000000";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Every_source_is_a_document_or_a_failure_and_nothing_is_written_outside_the_index()
    {
        var files = LongRun.Rounds(60, 3000);
        var sources = Folder("sources");
        Write(sources, files);
        var standing = Folder("standing");
        var temporary = Folder("temporary");
        var index = Path.Combine(_folder.Path, "index");

        var result = PolicySearchProgram.RunWith(
            new Dictionary<string, string> { ["TMPDIR"] = temporary, ["DOTNET_GCHeapHardLimit"] = HeapLimit },
            TimeSpan.FromMinutes(LongRun.Rounds(5, 60)),
            standing,
            "ingest", sources, "--index", index, "--json");

        Assert.True(result.ExitCode is 0 or 1, result.Error);
        using var report = JsonDocument.Parse(result.Output);
        var failed = report.RootElement.GetProperty("failed").EnumerateArray().ToList();
        Assert.All(failed, failure => Assert.NotEqual("", failure.GetProperty("reason").GetString()));
        Assert.True(report.RootElement.GetProperty("added").GetInt32() + failed.Count >= files, result.Output);
        Assert.DoesNotContain(failed, failure => failure.GetProperty("reason").GetString()!.Contains("OutOfMemory", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(standing));
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary, "policysearch*"));
        Assert.Equal(["index", "sources", "standing", "temporary"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(files, Directory.EnumerateFiles(sources).Count());
        Assert.Equal(0, PolicySearchProgram.Run("check", "--index", index).ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;

    private static void Write(string folder, int files)
    {
        var mutator = new SourceMutator(SoundSources.All());
        for (var seed = 0; seed < files; seed++)
        {
            var source = mutator.Mutate(new Random(100_000 + seed));
            File.WriteAllBytes(Path.Combine(folder, seed.ToString("D5", CultureInfo.InvariantCulture) + "-" + source.Name), source.Content.ToArray());
        }
    }
}
