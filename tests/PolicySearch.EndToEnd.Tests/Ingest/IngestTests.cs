using System.Text.Json;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Ingest;

/// <summary>The verb <c>ingest</c> over a folder that changes.</summary>
public sealed class IngestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _sources;

    public IngestTests() => _sources = _folder.CopySeeds();

    [Fact]
    public void A_second_run_over_unchanged_sources_writes_nothing()
    {
        var first = Ingest(0, _sources);
        var files = Snapshot();
        var second = Ingest(0, _sources);

        AssertCounts(first, added: 5, updated: 0, removed: 0, unchanged: 0);
        AssertCounts(second, added: 0, updated: 0, removed: 0, unchanged: 5);
        Assert.Equal(first.GetProperty("passages").GetInt32(), second.GetProperty("passages").GetInt32());
        Assert.Equal(files, Snapshot());
    }

    [Fact]
    public void A_changed_document_replaces_its_passages()
    {
        Ingest(0, _sources);
        var path = Directory.GetFiles(_sources).Order().First();
        File.WriteAllText(path, File.ReadAllText(path).Replace("Rebirth of Japan", "Zephyrous Renaissance", StringComparison.Ordinal));

        AssertCounts(Ingest(0, _sources), added: 0, updated: 1, removed: 0, unchanged: 4);
        Assert.Equal(0, Total("\"Rebirth of Japan\""));
        Assert.Equal(1, Total("zephyrous"));
    }

    [Fact]
    public void A_removed_file_takes_its_passages_with_it()
    {
        var before = Ingest(0, _sources);
        File.Delete(Directory.GetFiles(_sources).Order().First());
        var after = Ingest(0, _sources);

        AssertCounts(after, added: 0, updated: 0, removed: 1, unchanged: 4);
        Assert.True(after.GetProperty("passages").GetInt32() < before.GetProperty("passages").GetInt32());
        Assert.Equal(0, Total("\"Rebirth of Japan\""));
    }

    [Fact]
    public void A_missing_root_is_a_failure_and_removes_nothing()
    {
        var before = Ingest(0, _sources);
        Directory.Move(_sources, _sources + "-away");
        var after = Ingest(1, _sources);

        Assert.Equal(0, after.GetProperty("removed").GetInt32());
        Assert.Equal(before.GetProperty("passages").GetInt32(), after.GetProperty("passages").GetInt32());
        Assert.NotEqual(0, after.GetProperty("failed").GetArrayLength());
        Assert.Equal(1, Total("\"Rebirth of Japan\""));
    }

    [Fact]
    public void A_bad_document_is_reported_and_the_rest_is_read()
    {
        File.WriteAllBytes(Path.Combine(_sources, "broken.bin"), [0, 1, 2, 3, 0, 0, 0, 255, 254, 0, 7]);
        var result = Ingest(1, _sources);

        Assert.Equal(5, result.GetProperty("added").GetInt32());
        var failure = Assert.Single(result.GetProperty("failed").EnumerateArray());
        Assert.EndsWith("/broken.bin", failure.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(failure.GetProperty("reason").GetString()!);
    }

    [Fact]
    public void A_document_that_can_no_longer_be_read_keeps_its_last_good_version()
    {
        Ingest(0, _sources);
        File.WriteAllBytes(Directory.GetFiles(_sources).Order().First(), [0, 1, 2, 3, 0, 0, 0, 255, 254, 0, 7]);
        var result = Ingest(1, _sources);

        Assert.Equal(1, result.GetProperty("failed").GetArrayLength());
        Assert.Equal(0, result.GetProperty("removed").GetInt32());
        Assert.Equal(1, Total("\"Rebirth of Japan\""));
    }

    [Fact]
    public void Rebuild_gives_the_same_passages()
    {
        var first = Ingest(0, _sources);
        var ids = Ids();
        var second = Ingest(0, _sources, "--rebuild");

        Assert.Equal(first.GetProperty("passages").GetInt32(), second.GetProperty("passages").GetInt32());
        Assert.Equal(ids, Ids());
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertCounts(JsonElement result, int added, int updated, int removed, int unchanged) => Assert.Equal(
        (added, updated, removed, unchanged, 0),
        (result.GetProperty("added").GetInt32(), result.GetProperty("updated").GetInt32(), result.GetProperty("removed").GetInt32(),
            result.GetProperty("unchanged").GetInt32(), result.GetProperty("failed").GetArrayLength()));

    private JsonElement Ingest(int exitCode, params string[] arguments)
    {
        var result = PolicySearchProgram.Run(["ingest", .. arguments, "--index", _folder["index"], "--json"]);
        Assert.True(exitCode == result.ExitCode, $"exit {result.ExitCode}: {result.Error}{result.Output}");
        return JsonSerializer.Deserialize<JsonElement>(result.Output);
    }

    private int Total(string query) => Search(query).GetProperty("total").GetInt32();

    private List<string?> Ids() => [.. Search("").GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()).Order()];

    private JsonElement Search(string query)
    {
        var result = PolicySearchProgram.Run("search", query, "--index", _folder["index"], "--limit", "1000", "--json");
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonSerializer.Deserialize<JsonElement>(result.Output);
    }

    private List<(string Name, long Length, DateTime Written)> Snapshot() =>
        [.. new DirectoryInfo(_folder["index"]).GetFiles().Select(file => (file.Name, file.Length, file.LastWriteTimeUtc)).Order()];
}
