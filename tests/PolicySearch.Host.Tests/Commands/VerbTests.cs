using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace PolicySearch.Host.Tests.Commands;

public sealed class VerbTests : IDisposable
{
    private readonly CommandRunner _runner = new();

    public VerbTests()
    {
        _runner.Write("a.txt", "In 2001 the Ministry of Economy, Trade and Industry (METI) started a cluster policy in many regions of Japan.\n");
        _runner.Write("sub/b.txt", "In 2016 the Ministry of Education, Culture, Sports, Science and Technology (MEXT) changed its programmes.\n");
    }

    [Fact]
    public async Task Ingest_says_what_it_did_and_that_a_second_run_did_nothing()
    {
        var first = await _runner.RunAsync("ingest", _runner.Docs);
        var second = await _runner.RunAsync("ingest", _runner.Docs);

        Assert.Equal(0, first.Exit);
        Assert.StartsWith("2 added, 0 updated, 0 removed, 0 unchanged, 0 failed; 2 passages", first.Out, StringComparison.Ordinal);
        Assert.Contains("nothing written", second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_with_json_prints_one_object_and_nothing_else()
    {
        var run = await _runner.RunAsync("ingest", _runner.Docs, "--json");

        Assert.Equal(2, JsonSerializer.Deserialize<JsonElement>(run.Out).GetProperty("added").GetInt32());
        Assert.Single(run.Out.Trim().Split('\n'));
    }

    [Fact]
    public async Task Notes_on_what_could_not_be_read_are_printed_and_counted()
    {
        _runner.Write("page.html", "<html><body><h1>Plan</h1><p>The text of the page says what there is to say of it.</p><iframe src='x'></iframe></body></html>");
        var run = await _runner.RunAsync("ingest", _runner.Docs);

        Assert.Contains("; 1 note on what could not be read", run.Out, StringComparison.Ordinal);
        Assert.Contains("note: docs/page.html: 1 frame or embedded object in the text was not read", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("note:", (await _runner.RunAsync("ingest", _runner.Docs)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_finds_passages_where_they_were_and_says_which_are_gone()
    {
        Assert.Equal(1, (await _runner.RunAsync("verify")).Exit);
        await _runner.RunAsync("ingest", _runner.Docs);
        var sound = await _runner.RunAsync("verify");
        File.Delete(Path.Combine(_runner.Docs, "sub", "b.txt"));
        var lost = await _runner.RunAsync("verify");
        var json = JsonSerializer.Deserialize<JsonElement>((await _runner.RunAsync("verify", "--json")).Out);

        Assert.Equal((0, "2 of 2 passages of 2 documents are where they were\n"), (sound.Exit, sound.Out));
        Assert.Equal(1, lost.Exit);
        Assert.Contains("missing: docs/sub/b.txt: ", lost.Out, StringComparison.Ordinal);
        Assert.Equal((2, 1, "missing"), (json.GetProperty("passages").GetInt32(), json.GetProperty("found").GetInt32(), json.GetProperty("changed")[0].GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Copies_are_printed_under_the_passage_shown_unless_all_are_asked_for()
    {
        const string Text = "In 2001 the government started a policy of clusters in many regions of the country, with universities and firms as partners in research.";
        _runner.Write("c.txt", Text);
        _runner.Write("d.txt", Text + "\n");
        await _runner.RunAsync("ingest", _runner.Docs);
        var once = await _runner.RunAsync("search", "universities");
        var all = await _runner.RunAsync("search", "universities", "--group", "none");

        Assert.Contains("1-1 of 2 passages", once.Out, StringComparison.Ordinal);
        Assert.Contains("   also in docs/", once.Out, StringComparison.Ordinal);
        Assert.Contains("1-2 of 2 passages", all.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await _runner.RunAsync("search", "universities", "--group", "documents")).Exit);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_a_failure()
    {
        var run = await _runner.RunAsync("ingest", Path.Combine(_runner.Folder, "nothing"));

        Assert.Equal(1, run.Exit);
        Assert.Contains("nothing", run.Error, StringComparison.Ordinal);
        Assert.Contains("missing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_gives_one_line_and_the_workers_end_first()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        for (var i = 0; i < 200; i++)
        {
            _runner.Write($"many/{i}.txt", $"The plan of the year {1900 + i} was published by the ministry.");
        }

        var run = await _runner.RunAsync("serve", "--sources", _runner.Docs, "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(1, run.Exit);
        Assert.Contains(" is in use by another program; choose another port with --urls", Assert.Single(run.Error.Trim().Split('\n'), line => line.StartsWith("policysearch: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("disposed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_selection_that_selects_nothing_is_a_wrong_call_and_changes_nothing()
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        var run = await _runner.RunAsync("ingest", _runner.Docs, "--include", "*.pfd");

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("policysearch: --include *.pfd selects none of the 2 files in ", Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.StartsWith("0 added, 0 updated, 0 removed, 2 unchanged", (await _runner.RunAsync("ingest")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_gives_one_line()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_runner.Folder, "empty")).FullName;
        var run = await _runner.RunAsync("ingest", empty);

        Assert.Equal(0, run.Exit);
        Assert.Contains(empty, Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_cannot_be_written_gives_one_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_runner.Folder, "file"), "");
        var run = await _runner.RunAsync("ingest", _runner.Docs, "--index", Path.Combine(_runner.Folder, "file"));

        Assert.Equal(1, run.Exit);
        Assert.Contains("--index", Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_roots_of_one_name_are_a_wrong_call()
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        var other = Directory.CreateDirectory(Path.Combine(_runner.Folder, "other", "docs")).FullName;
        var run = await _runner.RunAsync("ingest", other);

        Assert.Equal(2, run.Exit);
        Assert.Contains("NAME=", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_with_json_prints_the_contract_s_object()
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        var run = await _runner.RunAsync("search", "", "--ministry", "経済産業省", "--year", "2001..2005", "--facet", "year,ministry", "--json");
        var answer = JsonSerializer.Deserialize<JsonElement>(run.Out);

        Assert.Equal(0, run.Exit);
        Assert.Equal(["query", "total", "took_ms", "hits", "facets"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal("docs/a.txt", answer.GetProperty("hits")[0].GetProperty("document").GetProperty("source").GetString());
        Assert.Equal(["year", "ministry"], answer.GetProperty("facets").EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Search_notes_values_that_no_passage_has_beside_its_answer()
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        var run = await _runner.RunAsync("search", "", "--ministry", "METY", "--document", "nowhere", "--json");
        var known = await _runner.RunAsync("search", "", "--ministry", "経済産業省");

        Assert.Equal((0, 0), (run.Exit, JsonSerializer.Deserialize<JsonElement>(run.Out).GetProperty("total").GetInt32()));
        Assert.Contains("no passage has the ministry 'METY'; near it: 'METI'; 'policysearch tags --type ministry'", run.Error, StringComparison.Ordinal);
        Assert.Contains("no document has the id or address 'nowhere'", run.Error, StringComparison.Ordinal);
        Assert.Empty(known.Error);
    }

    [Fact]
    public async Task Search_for_people_shows_source_place_and_text_without_control_characters()
    {
        _runner.Write("c.txt", "A line with an escape \u001b[31m in the middle of its wombat text, long enough to be a passage.\n");
        await _runner.RunAsync("ingest", _runner.Docs);
        var run = await _runner.RunAsync("search", "wombat", "--facet", "year");

        Assert.Contains("1-1 of 1 passages", run.Out, StringComparison.Ordinal);
        Assert.Contains("docs/c.txt", run.Out, StringComparison.Ordinal);
        Assert.Contains("wombat text", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("check")]
    [InlineData("remove", "x")]
    [InlineData("tags")]
    public async Task Where_no_index_is_that_is_said(params string[] call)
    {
        var run = await _runner.RunAsync(call);

        Assert.Equal((1, ""), (run.Exit, run.Out));
        Assert.Contains("no index in " + _runner.Index, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_runner.Index));
    }

    [Fact]
    public async Task Remove_takes_a_document_and_a_root_out()
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        var document = await _runner.RunAsync("remove", Path.Combine(_runner.Docs, "a.txt"));
        var root = await _runner.RunAsync("remove", "docs");
        var nothing = await _runner.RunAsync("remove", "docs");

        Assert.Equal((0, "removed document docs/a.txt\n"), (document.Exit, document.Out));
        Assert.Equal((0, "removed root docs\nremoved document docs/sub/b.txt\n"), (root.Exit, root.Out));
        Assert.Equal(1, nothing.Exit);
    }

    [Fact]
    public async Task Extract_names_documents_by_the_path_below_the_folder_and_by_the_name_of_a_file()
    {
        var folder = await _runner.RunAsync("extract", _runner.Docs, "--format", "jsonl");
        var file = await _runner.RunAsync("extract", Path.Combine(_runner.Docs, "sub", "b.txt"), "--format", "document");

        Assert.Equal(["a.txt", "sub/b.txt"], Lines(folder.Out).Select(line => line.GetProperty("doc").GetString()));
        Assert.Equal(["b.txt"], Lines(file.Out).Select(line => line.GetProperty("doc").GetString()));
        Assert.Equal(0, folder.Exit);
    }

    [Fact]
    public async Task Extract_gives_the_ids_that_ingest_gives()
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        var extracted = Lines((await _runner.RunAsync("extract", _runner.Docs, "--format", "jsonl")).Out).Select(line => line.GetProperty("id").GetString());
        var searched = JsonSerializer.Deserialize<JsonElement>((await _runner.RunAsync("search", "", "--json")).Out);

        Assert.Equal(extracted.Order(), searched.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()).Order());
    }

    [Fact]
    public async Task Extract_explains_each_tag_when_asked_and_else_keeps_its_contract()
    {
        var plain = Lines((await _runner.RunAsync("extract", _runner.Docs, "--format", "jsonl")).Out).ToList();
        var explained = Lines((await _runner.RunAsync("extract", _runner.Docs, "--format", "jsonl", "--explain")).Out).ToList();

        foreach (var (before, after) in plain.Zip(explained))
        {
            Assert.Equal(Without(before, "tags"), Without(after, "tags"));
            Assert.Equal(before.GetProperty("tags").GetArrayLength(), after.GetProperty("tags").GetArrayLength());
            Assert.All(before.GetProperty("tags").EnumerateArray(), tag => Assert.False(tag.TryGetProperty("evidence", out _)));
            Assert.All(
                before.GetProperty("tags").EnumerateArray().Zip(after.GetProperty("tags").EnumerateArray()),
                pair => Assert.Equal(Without(pair.First), Without(pair.Second, "evidence")));
        }

        var evidence = explained[0].GetProperty("tags").EnumerateArray().First(tag => tag.GetProperty("text").GetString() == "METI").GetProperty("evidence");
        Assert.Equal(["rule", "name", "origin"], evidence.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("authority:METI", "METI"), (evidence.GetProperty("rule").GetString(), evidence.GetProperty("name").GetString()));
        Assert.Equal(JsonValueKind.Null, explained[0].GetProperty("tags")[0].GetProperty("evidence").GetProperty("origin").ValueKind);

        static string Without(JsonElement json, string? member = null) =>
            string.Join(' ', json.EnumerateObject().Where(one => one.Name != member).Select(one => one.ToString()));
    }

    [Fact]
    public async Task Extract_explains_tags_to_people_below_each_passage()
    {
        var run = await _runner.RunAsync("extract", Path.Combine(_runner.Docs, "a.txt"), "--explain");

        Assert.Contains("    year 2001, calendar, mentioned: \"2001\" at 3..7, by rule:year\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("by authority:METI, \"METI\" in 10-japan-", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await _runner.RunAsync("extract", _runner.Docs, "--explain", "--format", "document")).Exit);
    }

    [Fact]
    public async Task Extract_goes_on_after_what_it_cannot_read()
    {
        _runner.Write("0-empty.txt", "");
        var run = await _runner.RunAsync("extract", _runner.Docs, Path.Combine(_runner.Folder, "nothing"));

        Assert.Equal(1, run.Exit);
        Assert.Contains("0-empty.txt", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing", run.Error, StringComparison.Ordinal);
        Assert.Contains("METI", run.Out, StringComparison.Ordinal);
        Assert.Contains("MEXT", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_lists_them_with_counts_forms_and_examples()
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        var text = await _runner.RunAsync("tags");
        var json = JsonSerializer.Deserialize<JsonElement>((await _runner.RunAsync("tags", "経済産業省", "--json")).Out);
        var tag = Assert.Single(json.GetProperty("tags").EnumerateArray());

        Assert.Contains("ministry METI: 1 passage in 1 document\n    METI (1) · Ministry of Economy, Trade and Industry (1)\n    docs/a.txt: In 2001", text.Out, StringComparison.Ordinal);
        Assert.Contains("place Japan", text.Out, StringComparison.Ordinal);
        Assert.Equal(["type", "id", "passages", "documents", "variants"], tag.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["text", "mentions", "local", "example"], tag.GetProperty("variants")[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(["passage", "source", "text"], tag.GetProperty("variants")[0].GetProperty("example").EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Tags_beyond_the_limit_are_spoken_of()
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        var run = await _runner.RunAsync("tags", "--type", "ministry", "--limit", "1");

        Assert.Equal(0, run.Exit);
        Assert.Contains("1 of 2 tags", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_become_an_authority_file_that_joins_what_the_user_says_is_one()
    {
        _runner.Write("c.txt", "The Kyoto Wonders Forum was founded in 2004 and has since then met each year in the spring.\n");
        _runner.Write("d.txt", "The Forum of Kyoto Wonders is what some call it, although its members would rather have it otherwise.\n");
        await _runner.RunAsync("ingest", _runner.Docs);
        var skeleton = await _runner.RunAsync("tags", "wonders", "--yaml");
        Assert.Contains("  - {id: \"Kyoto Wonders Forum\", type: organisation}\n", skeleton.Out, StringComparison.Ordinal);

        var file = Path.Combine(_runner.Folder, "mine.yaml");
        await File.WriteAllTextAsync(file, skeleton.Out.Replace("\"Kyoto Wonders Forum\", type: organisation", "\"Kyoto Wonders Forum\", type: organisation, names: [Forum of Kyoto Wonders]", StringComparison.Ordinal)
            .Replace("  - {id: \"Forum of Kyoto", "  # - {id: \"Forum of Kyoto", StringComparison.Ordinal));
        Assert.Equal(0, (await _runner.RunAsync("authority", "validate", file)).Exit);
        await _runner.RunAsync("ingest", "--authority", file);
        var joined = JsonSerializer.Deserialize<JsonElement>((await _runner.RunAsync("tags", "kyoto wonders", "--json", "--type", "organisation")).Out);

        var tag = Assert.Single(joined.GetProperty("tags").EnumerateArray());
        Assert.Equal(("Kyoto Wonders Forum", 2), (tag.GetProperty("id").GetString(), tag.GetProperty("documents").GetInt32()));
    }

    [Fact]
    public async Task Check_finds_a_new_index_sound()
    {
        await _runner.RunAsync("ingest", _runner.Docs);
        var run = await _runner.RunAsync("check");

        Assert.Equal((0, ""), (run.Exit, run.Error));
    }

    public void Dispose() => _runner.Dispose();

    private static IEnumerable<JsonElement> Lines(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line));
}
