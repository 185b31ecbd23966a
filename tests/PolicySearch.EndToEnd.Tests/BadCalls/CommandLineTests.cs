using System.Text.Json;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.BadCalls;

/// <summary>Wrong calls of the program: one clear message, the right exit status, never a stack trace.</summary>
public sealed class CommandLineTests : IClassFixture<CommandLineTests.IndexFixture>
{
    private readonly IndexFixture _fixture;

    public CommandLineTests(IndexFixture fixture) => _fixture = fixture;

    [Theory]
    [InlineData("\"open quote", "quote")]
    [InlineData("(open", ")")]
    [InlineData("nofield:word", "nofield")]
    [InlineData("AND", "AND")]
    public void A_query_that_cannot_be_read_names_the_place(string query, string expected)
    {
        var result = Fails(2, "search", query, "--index", _fixture.Index);

        Assert.Contains(expected, result.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("[0-9]", result.Error);
    }

    [Theory]
    [InlineData("--year", "2020..2001")]
    [InlineData("--year", "soon")]
    [InlineData("--limit", "-1")]
    [InlineData("--limit", "0")]
    [InlineData("--limit", "100000")]
    [InlineData("--offset", "9999")]
    [InlineData("--facet", "colour")]
    [InlineData("--kind", "poem")]
    [InlineData("--colour", "blue")]
    public void A_wrong_option_is_named(string option, string value)
    {
        var result = Fails(2, "search", "cluster", "--index", _fixture.Index, option, value);

        Assert.Contains(option.TrimStart('-'), result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--year-role", "search", "cluster", "--year", "2001", "--year-role", "wish")]
    [InlineData("--year-role", "search", "cluster", "--year-role", "target")]
    [InlineData("--type", "tags", "--type", "colour")]
    [InlineData("--min", "tags", "--min", "-1")]
    [InlineData("--limit", "tags", "--limit", "many")]
    public void A_wrong_option_of_years_and_tags_is_named(string option, params string[] call) =>
        Assert.Contains(option, Fails(2, [.. call, "--index", _fixture.Index]).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "does not exist")]
    [InlineData("source: x\nentries: [", ":3: no YAML")]
    [InlineData("source: x\nentries:\n  - {id: A, type: wizard}", ":3: the type is 'wizard'")]
    [InlineData("source: x\nentries:\n  - {id: METI, same_as: Nobody}", ":3: 'same_as' of METI")]
    public void An_authority_file_that_cannot_be_used_is_named_with_its_line_and_nothing_is_changed(string? text, string named)
    {
        var file = _fixture.Folder["bad.yaml"];
        File.Delete(file);
        if (text is not null)
        {
            File.WriteAllText(file, text);
        }

        foreach (var call in new[] { new[] { "extract", _fixture.Sources }, ["ingest", _fixture.Sources, "--index", _fixture.Index], ["serve", "--index", _fixture.Index] })
        {
            var result = Fails(2, [.. call, "--authority", file]);

            Assert.Contains("bad.yaml", result.Error, StringComparison.Ordinal);
            Assert.Contains(named, result.Error, StringComparison.Ordinal);
            Assert.Empty(result.Output);
        }

        Assert.Contains("nothing written", PolicySearchProgram.Run("ingest", _fixture.Sources, "--index", _fixture.Index).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named_and_nothing_is_lost()
    {
        var missing = _fixture.Folder["not-there"];
        var result = Fails(1, "ingest", missing, "--index", _fixture.Index);

        Assert.Contains("not-there", result.Error + result.Output, StringComparison.Ordinal);
        Assert.Equal(0, PolicySearchProgram.Run("check", "--index", _fixture.Index).ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..=")]
    [InlineData("a,b=")]
    public void A_source_root_that_cannot_be_one_is_named(string root)
    {
        var result = Fails(2, "ingest", root.Length == 0 ? root : root + _fixture.Sources, "--index", _fixture.Folder["rejected"]);

        Assert.Contains("source root", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=")]
    [InlineData("a/b=")]
    public void What_is_no_name_before_an_equals_sign_is_part_of_the_folder(string prefix)
    {
        var result = Fails(1, "ingest", prefix + _fixture.Sources, "--index", _fixture.Folder["unnamed"]);

        Assert.Contains("is missing", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("stay in the index", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_only_commit_leads_to_a_rebuild_that_mends_it()
    {
        using var folder = new TemporaryFolder();
        var sources = folder.CopySeeds();
        Assert.Equal(0, PolicySearchProgram.Run("ingest", sources, "--index", folder["index"]).ExitCode);
        var commit = Path.Combine(folder["index"], "commit-1");
        var bytes = File.ReadAllBytes(commit);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(commit, bytes);

        foreach (var call in new[] { new[] { "check" }, ["search", "x"], ["ingest", sources] })
        {
            var result = Fails(1, [.. call, "--index", folder["index"]]);
            Assert.Contains("--rebuild", result.Output + result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, PolicySearchProgram.Run("ingest", sources, "--rebuild", "--index", folder["index"]).ExitCode);
        Assert.Equal(0, PolicySearchProgram.Run("search", "x", "--index", folder["index"]).ExitCode);
    }

    [Fact]
    public void Searching_and_checking_where_no_index_is_says_so()
    {
        Assert.Contains("no index in", Fails(1, "search", "x", "--index", _fixture.Folder["none"]).Error, StringComparison.Ordinal);
        var check = Fails(1, "check", "--index", _fixture.Folder["none"]);
        Assert.Contains("no index in", check.Error + check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_verb_shows_the_help_on_standard_error()
    {
        var result = Fails(2, "serch", "x");

        Assert.Contains("search", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Damaged_bytes_are_found_by_check_with_file_and_offset()
    {
        using var folder = new TemporaryFolder();
        var index = folder["index"];
        Assert.Equal(0, PolicySearchProgram.Run("ingest", folder.CopySeeds(), "--index", index).ExitCode);
        var random = new Random(5);
        foreach (var file in Directory.GetFiles(index).Where(file => !Path.GetFileName(file).StartsWith("write.", StringComparison.Ordinal)))
        {
            var sound = File.ReadAllBytes(file);
            var damaged = (byte[])sound.Clone();
            damaged[random.Next(damaged.Length)] ^= 0x10;
            File.WriteAllBytes(file, damaged);

            var check = PolicySearchProgram.Run("check", "--index", index);
            Assert.True(check.ExitCode == 1, $"{Path.GetFileName(file)}: {check.Output}");
            Assert.Contains(Path.GetFileName(file), check.Output + check.Error, StringComparison.Ordinal);
            AssertNoStackTrace(check);
            AssertNoStackTrace(PolicySearchProgram.Run("search", "knowledge cluster", "--index", index, "--facet", "year,ministry"));

            File.WriteAllBytes(file, sound);
        }

        Assert.Equal(0, PolicySearchProgram.Run("check", "--index", index).ExitCode);
    }

    [Fact]
    public void Every_file_cut_short_is_noticed_without_a_crash()
    {
        using var folder = new TemporaryFolder();
        var index = folder["index"];
        Assert.Equal(0, PolicySearchProgram.Run("ingest", folder.CopySeeds(), "--index", index).ExitCode);
        foreach (var file in Directory.GetFiles(index).Where(file => !Path.GetFileName(file).StartsWith("write.", StringComparison.Ordinal)))
        {
            var sound = File.ReadAllBytes(file);
            File.WriteAllBytes(file, sound[..(sound.Length / 2)]);

            var search = PolicySearchProgram.Run("search", "knowledge cluster", "--index", index);
            Assert.True(search.ExitCode == 1, $"{Path.GetFileName(file)}: {search.Output}");
            AssertNoStackTrace(search);

            File.WriteAllBytes(file, sound);
        }
    }

    [Fact]
    public void A_port_in_use_gives_one_clear_line()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;

        var result = Fails(1, "serve", "--index", _fixture.Index, "--sources", _fixture.Sources, "--urls", $"http://127.0.0.1:{port}");

        Assert.Contains($"{port}", result.Error, StringComparison.Ordinal);
        Assert.Contains("--urls", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_one_line()
    {
        var result = PolicySearchProgram.Run("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+\\s*$", result.Output);
    }

    [Fact]
    public void Search_and_extract_print_JSON_that_keeps_the_contract()
    {
        var search = PolicySearchProgram.Run("search", "METI", "--index", _fixture.Index, "--facet", "year", "--json");
        var hit = JsonSerializer.Deserialize<JsonElement>(search.Output).GetProperty("hits")[0];
        string[] names = ["id", "document", "heading", "kind", "page", "start", "end", "score", "text", "blocks", "highlights", "tags", "duplicates"];
        Assert.Equal(names.Order(), hit.EnumerateObject().Select(member => member.Name).Order());

        var extract = PolicySearchProgram.Run("extract", _fixture.Sources, "--format", "jsonl");
        var passage = JsonSerializer.Deserialize<JsonElement>(extract.Output.Split('\n')[0]);
        names = ["doc", "id", "ordinal", "start", "end", "heading", "kind", "page", "language", "text", "blocks", "tags"];
        Assert.Equal(names.Order(), passage.EnumerateObject().Select(member => member.Name).Order());
    }

    private static ProgramResult Fails(int exitCode, params string[] arguments)
    {
        var result = PolicySearchProgram.Run(arguments);
        Assert.True(exitCode == result.ExitCode, $"exit {result.ExitCode}\n{result.Error}{result.Output}");
        Assert.NotEmpty((result.Error + result.Output).Trim());
        AssertNoStackTrace(result);
        return result;
    }

    private static void AssertNoStackTrace(ProgramResult result)
    {
        Assert.DoesNotContain("   at ", result.Error + result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", result.Error + result.Output, StringComparison.Ordinal);
    }

    public sealed class IndexFixture : IDisposable
    {
        public IndexFixture()
        {
            Sources = Folder.CopySeeds();
            Assert.Equal(0, PolicySearchProgram.Run("ingest", Sources, "--index", Index).ExitCode);
        }

        internal TemporaryFolder Folder { get; } = new();

        internal string Sources { get; }

        internal string Index => Folder["index"];

        public void Dispose() => Folder.Dispose();
    }
}
