using System.Text.Json;

namespace PolicySearch.Host.Tests.Commands;

/// <summary>The option <c>--authority</c>: where it is given, what the index remembers of it, and what is said.</summary>
public sealed class AuthorityOptionTests : IDisposable
{
    private const string Wonders = "source: the house rules\nentries:\n  - {id: Office of Small Wonders, type: agency, names: 小驚局, short: OSW}\n";

    private readonly CommandRunner _runner = new();
    private readonly string _file;

    public AuthorityOptionTests()
    {
        _runner.Write("a.txt", "In 2001 the OSW was founded to look after small things in many regions of Japan.\n");
        _file = Path.Combine(_runner.Folder, "mine.yaml");
        File.WriteAllText(_file, Wonders);
    }

    [Fact]
    public async Task Extract_tags_with_the_user_s_names()
    {
        var without = await _runner.RunAsync("extract", _runner.Docs, "--format", "jsonl");
        var with = await _runner.RunAsync("extract", _runner.Docs, "--format", "jsonl", "--authority", _file);

        Assert.DoesNotContain("Office of Small Wonders", without.Out, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"Office of Small Wonders\",\"text\":\"OSW\"", with.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_reads_again_with_a_new_file_says_why_and_search_resolves_its_names()
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        var run = await _runner.RunAsync("ingest", _runner.Docs, "--authority", _file);

        Assert.StartsWith("0 added, 1 updated", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 document is read again: the authority file mine.yaml is new", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await TotalAsync("小驚局"));
    }

    [Fact]
    public async Task The_index_remembers_the_file_and_sees_its_changes_without_the_option()
    {
        await _runner.RunAsync("ingest", _runner.Docs, "--authority", _file);
        var same = await _runner.RunAsync("ingest");
        await File.WriteAllTextAsync(_file, Wonders.Replace("小驚局", "小驚庁", StringComparison.Ordinal));
        var changed = await _runner.RunAsync("ingest");

        Assert.Contains("nothing written", same.Out, StringComparison.Ordinal);
        Assert.Contains("the authority file mine.yaml has changed", changed.Error, StringComparison.Ordinal);
        Assert.Equal((0, 1), (await TotalAsync("小驚局"), await TotalAsync("小驚庁")));
    }

    [Fact]
    public async Task A_file_that_is_gone_stays_in_use_until_it_is_left_out()
    {
        await _runner.RunAsync("ingest", _runner.Docs, "--authority", _file);
        File.Delete(_file);
        var gone = await _runner.RunAsync("ingest");
        var stays = await TotalAsync("OSW");
        var none = await _runner.RunAsync("ingest", "--authority", "none");

        Assert.Contains("mine.yaml is gone", gone.Error, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 0 updated", gone.Out, StringComparison.Ordinal);
        Assert.Equal(1, stays);
        Assert.Contains("mine.yaml is used no longer", none.Error, StringComparison.Ordinal);
        Assert.Equal(0, await TotalAsync("OSW"));
    }

    [Fact]
    public async Task Remove_and_rebuild_keep_the_remembered_file()
    {
        var b = _runner.Write("b.txt", "The OSW again, in a second document that is of no further interest to anybody.\n");
        await _runner.RunAsync("ingest", _runner.Docs, "--authority", _file);
        await _runner.RunAsync("remove", b);
        Assert.Equal(1, await TotalAsync("小驚局"));

        await _runner.RunAsync("ingest", "--rebuild");
        Assert.Equal(2, await TotalAsync("小驚局"));
    }

    [Fact]
    public async Task Other_source_roots_that_keep_their_tags_are_spoken_of()
    {
        var other = Directory.CreateDirectory(Path.Combine(_runner.Folder, "other")).FullName;
        await File.WriteAllTextAsync(Path.Combine(other, "c.txt"), "The OSW in another folder, and what it did there in 2003 and later.\n");
        await _runner.RunAsync("ingest", _runner.Docs, other);
        var part = await _runner.RunAsync("ingest", _runner.Docs, "--authority", _file);
        var all = await _runner.RunAsync("ingest");

        Assert.Contains("other source roots keep their tags", part.Error, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 1 updated", all.Out, StringComparison.Ordinal);
        Assert.Equal(2, await TotalAsync("OSW"));
    }

    [Fact]
    public async Task Search_says_where_settings_name_other_files_than_the_index_was_tagged_with()
    {
        await _runner.RunAsync("ingest", _runner.Docs, "--authority", _file);
        _runner.Settings = _runner.Settings with { Authority = [_file] };
        var same = await _runner.RunAsync("search", "", "--agency", "OSW");
        await File.WriteAllTextAsync(_file, "source: x\nentries: []\n");
        var other = await _runner.RunAsync("search", "", "--agency", "OSW");
        _runner.Settings = _runner.Settings with { Authority = [_file + ".not"] };
        var missing = await _runner.RunAsync("search", "", "--agency", "OSW");

        Assert.Empty(same.Error);
        Assert.Contains("mine.yaml has changed", other.Error, StringComparison.Ordinal);
        Assert.Contains("mine.yaml.not does not exist", missing.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (other.Exit, missing.Exit));
        Assert.All([same, other, missing], run => Assert.StartsWith("1-1 of 1", run.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("source: x\nentries: [", "mine.yaml:3")]
    [InlineData("source: x\nentries:\n  - {id: A, type: wizard}", "mine.yaml:3")]
    [InlineData("entries:\n  - {id: A, type: agency}", "source")]
    [InlineData("\xFF", "UTF-8")]
    [InlineData(null, "does not exist")]
    public async Task A_file_that_cannot_be_used_is_a_wrong_call_that_names_it_and_changes_nothing(string? text, string named)
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        File.Delete(_file);
        if (text is not null)
        {
            await File.WriteAllBytesAsync(_file, System.Text.Encoding.Latin1.GetBytes(text));
        }

        foreach (var call in new[] { new[] { "extract", _runner.Docs }, ["ingest", _runner.Docs], ["serve", "--urls", "http://127.0.0.1:0"] })
        {
            var run = await _runner.RunAsync([.. call, "--authority", _file]);

            Assert.Equal((2, ""), (run.Exit, run.Out));
            Assert.Contains("mine.yaml", run.Error, StringComparison.Ordinal);
            Assert.Contains(named, run.Error, StringComparison.Ordinal);
        }

        Assert.Contains("nothing written", (await _runner.RunAsync("ingest")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none,mine.yaml")]
    [InlineData(",")]
    [InlineData("")]
    public async Task A_list_of_files_that_makes_no_sense_is_a_wrong_call(string value)
    {
        var run = await _runner.RunAsync("ingest", _runner.Docs, "--authority", value);

        Assert.Equal(2, run.Exit);
        Assert.Contains("authority", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _runner.Dispose();

    private async Task<int> TotalAsync(string agency)
    {
        var run = await _runner.RunAsync("search", "", "--agency", agency, "--json");
        return JsonSerializer.Deserialize<JsonElement>(run.Out).GetProperty("total").GetInt32();
    }
}
