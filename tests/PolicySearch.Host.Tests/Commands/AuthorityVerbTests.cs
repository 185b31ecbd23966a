using System.Text.Json;
using PolicySearch.Service;

namespace PolicySearch.Host.Tests.Commands;

public sealed class AuthorityVerbTests : IDisposable
{
    private readonly CommandRunner _runner = new();

    [Theory]
    [InlineData("METI")]
    [InlineData("経済産業省")]
    [InlineData("ministry of economy trade & industry")]
    public async Task Find_shows_all_that_is_known_of_a_name(string name)
    {
        var run = await _runner.RunAsync("authority", "find", name);

        Assert.Equal(0, run.Exit);
        Assert.StartsWith("METI (ministry, JP, 2001–)", run.Out, StringComparison.Ordinal);
        Assert.Contains("came from    MITI (1949–2001)", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("独立行政法人経済産業研究所", "RIETI (agency")]
    [InlineData("国立大学法人東京大学", "University of Tokyo (organisation")]
    [InlineData("日立製作所株式会社", "Hitachi (organisation")]
    [InlineData("发改委", "NDRC (ministry")]
    [InlineData("산업통상자원부", "MOTIE (ministry")]
    public async Task Find_passes_over_legal_forms_and_the_script_of_Han_letters(string name, string shown) =>
        Assert.StartsWith(shown, (await _runner.RunAsync("authority", "find", name)).Out, StringComparison.Ordinal);

    [Fact]
    public async Task Find_with_json_gives_successors_that_only_the_other_entry_names()
    {
        var run = await _runner.RunAsync("authority", "find", "通産省", "--json");
        var entry = Assert.Single(JsonDocument.Parse(run.Out).RootElement.GetProperty("entries").EnumerateArray());

        Assert.Equal("MITI", entry.GetProperty("id").GetString());
        Assert.Equal("METI", Assert.Single(entry.GetProperty("successors").EnumerateArray()).GetString());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("parent").ValueKind);
    }

    [Fact]
    public async Task Find_fails_where_nothing_goes_by_the_name()
    {
        var run = await _runner.RunAsync("authority", "find", "Ministry of Silly Walks");

        Assert.Equal((1, ""), (run.Exit, run.Out));
        Assert.Contains("Silly Walks", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SG")]
    [InlineData("singapore")]
    [InlineData("シンガポール")]
    public async Task List_takes_type_country_and_part_of_a_name(string country)
    {
        var run = await _runner.RunAsync("authority", "list", "--type", "ministry", "--country", country, "--text", "trade and", "--json");

        Assert.Equal(0, run.Exit);
        Assert.Equal(["MTI"], JsonDocument.Parse(run.Out).RootElement.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Find_and_list_know_a_file_of_one_s_own()
    {
        var path = _runner.Write("mine.yaml", "source: x\nentries:\n  - {id: METI, short: Keisan}\n  - {id: Quiet Agency, type: agency, country: ZZ}\n");
        var found = await _runner.RunAsync("authority", "find", "Keisan", "--authority", path);
        var listed = await _runner.RunAsync("authority", "list", "--country", "ZZ", "--authority", path);

        Assert.Equal(0, found.Exit);
        Assert.StartsWith("METI (", found.Out, StringComparison.Ordinal);
        Assert.Equal("agency       ZZ  Quiet Agency\n1 entry\n", listed.Out);
    }

    [Fact]
    public async Task The_verb_alone_lists()
    {
        var run = await _runner.RunAsync("authority", "--type", "ministry", "--country", "JP");

        Assert.Equal(0, run.Exit);
        Assert.Contains("\nministry     JP  MITI: ", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("agency", run.Out, StringComparison.Ordinal);
        Assert.EndsWith(" entries\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_names_file_and_line_of_each_fault()
    {
        var path = _runner.Write("mine.yaml", "source: x\nentries:\n  - {id: Quiet Agency, type: agency}\n  - {id: Loud Agency, type: agency, parent: Nobody}\n");
        var run = await _runner.RunAsync("authority", "validate", path);

        Assert.Equal(1, run.Exit);
        Assert.Contains($"{path}:4: ", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 fault\n", run.Out, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Validate_with_json_gives_the_faults()
    {
        var path = _runner.Write("mine.yaml", "source: x\nentries:\n  - {id: Quiet Agency, type: wizard}\n");
        var run = await _runner.RunAsync("authority", "validate", path, "--json");
        var fault = Assert.Single(JsonDocument.Parse(run.Out).RootElement.GetProperty("faults").EnumerateArray());

        Assert.Equal((1, path, 3), (run.Exit, fault.GetProperty("file").GetString(), fault.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Validate_says_that_a_sound_file_and_the_program_s_own_are_sound()
    {
        var path = _runner.Write("mine.yaml", "source: x\nentries:\n  - {id: Quiet Agency, type: agency, parent: METI}\n");

        Assert.Equal((0, "sound\n", ""), await _runner.RunAsync("authority", "validate", path));
        Assert.Equal((0, "sound\n", ""), await _runner.RunAsync("authority", "validate"));
    }

    [Fact]
    public async Task Validate_fails_where_a_file_cannot_be_read()
    {
        var run = await _runner.RunAsync("authority", "validate", Path.Combine(_runner.Folder, "missing.yaml"));

        Assert.Equal((1, ""), (run.Exit, run.Out));
        Assert.Contains("missing.yaml does not exist", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_holds_files_to_the_limits_of_use_and_names_the_faults_of_all()
    {
        var large = _runner.Write("large.yaml", new string('#', UserAuthority.MaxBytes + 1));
        var faulty = _runner.Write("faulty.yaml", "source: x\nentries:\n  - {id: Quiet Agency, type: wizard}\n");
        var run = await _runner.RunAsync("authority", "validate", large, _runner.Folder, faulty);

        Assert.Equal(1, run.Exit);
        Assert.Contains($"{large}: the file has", run.Out, StringComparison.Ordinal);
        Assert.Contains($"{faulty}:3: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("is a folder", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("authority", "find")]
    [InlineData("authority", "list", "--type", "wizard")]
    [InlineData("authority", "invent")]
    public async Task A_wrong_call_gets_the_help_of_its_verb(params string[] args)
    {
        var run = await _runner.RunAsync(args);

        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.Contains("policysearch authority", run.Error.Replace("testhost", "policysearch", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    public void Dispose() => _runner.Dispose();
}
