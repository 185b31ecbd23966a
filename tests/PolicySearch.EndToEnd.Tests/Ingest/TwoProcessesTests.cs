using System.Diagnostics;
using System.Text.Json;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Storage;
using PolicySearch.Service;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Ingest;

/// <summary>One process serves while another writes.</summary>
public sealed class TwoProcessesTests : IDisposable
{
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);
    private readonly TemporaryFolder _folder = new();
    private readonly string _sources;

    public TwoProcessesTests() => _sources = _folder.CopySeeds();

    [Fact]
    public async Task A_server_shows_what_another_process_ingests_within_two_seconds()
    {
        using var server = await Server.StartAsync(_folder["index"], _sources);
        var other = Directory.CreateDirectory(_folder["other"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(other, "note.txt"), Note("quokka"));

        var ingest = PolicySearchProgram.Run("ingest", other, "--index", _folder["index"]);
        Assert.True(ingest.ExitCode == 0, ingest.Error);

        await server.UntilAsync(TwoSeconds, "the other process's passage is found", () => FoundAsync(server, "quokka"));
    }

    [Fact]
    public async Task A_document_dropped_into_the_sources_is_found_within_two_seconds_and_goes_when_it_is_deleted()
    {
        using var server = await Server.StartAsync(_folder["index"], _sources);
        var path = Path.Combine(_sources, "dropped.txt");

        await File.WriteAllTextAsync(path, Note("wombat"));
        await server.UntilAsync(TwoSeconds, "the dropped document is found", () => FoundAsync(server, "wombat"));

        await File.WriteAllTextAsync(path, Note("numbat"));
        await server.UntilAsync(TwoSeconds, "its change is found", () => FoundAsync(server, "numbat"));
        Assert.False(await FoundAsync(server, "wombat"));

        File.Delete(path);
        await server.UntilAsync(TwoSeconds, "it is gone", async () => !await FoundAsync(server, "numbat"));
    }

    [Fact]
    public async Task A_second_writer_waits_and_then_says_who_holds_the_lock()
    {
        Assert.Equal(0, PolicySearchProgram.Run("ingest", _sources, "--index", _folder["index"]).ExitCode);

        // This test's process is the first writer.
        using var holder = IndexWriter.Open(new FileSystemDirectory(_folder["index"]), PassageSchema.Schema);
        var clock = Stopwatch.StartNew();
        await File.AppendAllTextAsync(Directory.GetFiles(_sources)[0], "\n\nOne more line of text.\n");
        var second = PolicySearchProgram.Run("ingest", _sources, "--index", _folder["index"], "--wait", "1");

        Assert.Equal(1, second.ExitCode);
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(1), $"it did not wait: {clock.Elapsed}");
        Assert.Contains($"process {Environment.ProcessId}", second.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Note(string animal) =>
        $"A note on the {animal}\n\nThe {animal} is an animal that no policy document in this folder has named before, so that a search for it finds this text alone.\n";

    private static async Task<bool> FoundAsync(Server server, string word)
    {
        JsonElement answer = await server.SearchAsync("q=" + word);
        return answer.GetProperty("total").GetInt32() > 0;
    }
}
