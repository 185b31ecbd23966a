using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Ingest;

/// <summary>The user's own authority file, from the call that names it to whoever asks the index later.</summary>
public sealed class AuthorityTests : IDisposable
{
    private const string Wonders = "source: the house rules\nentries:\n  - {id: Office of Small Wonders, type: agency, names: 小驚局, short: OSW}\n  - {id: MITI, same_as: METI}\n";

    private readonly TemporaryFolder _folder = new();
    private readonly string _sources;
    private readonly string _file;

    public AuthorityTests()
    {
        _sources = _folder.CopySeeds();
        File.WriteAllText(Path.Combine(_sources, "wonders.txt"), "In 2004 the OSW took over what MITI had begun in the years before, and went on with it for long.\n");
        _file = _folder.Write("mine.yaml", Wonders);
    }

    [Fact]
    public async Task A_server_tags_and_resolves_with_it_and_so_does_whoever_opens_the_index_later()
    {
        using (var server = await Server.StartAsync(_folder["index"], _sources, ["--authority", _file]))
        {
            Assert.Equal(1, (await server.SearchAsync("agency=小驚局")).GetProperty("total").GetInt32());
            Assert.Equal(1, (await server.SearchAsync("q=OSW&ministry=MITI")).GetProperty("total").GetInt32());
            var facet = (await server.SearchAsync("facet=ministry")).GetProperty("facets").GetProperty("ministry").EnumerateArray();
            Assert.DoesNotContain(facet, value => value.GetProperty("value").GetString() == "MITI");
        }

        File.Delete(_file);
        var search = PolicySearchProgram.Run("search", "OSW", "--agency", "小驚局", "--ministry", "MITI", "--index", _folder["index"]);
        Assert.StartsWith("1-1 of 1 passages", search.Output, StringComparison.Ordinal);
        Assert.Empty(search.Error);
    }

    [Fact]
    public void Another_file_reads_everything_again_and_none_goes_back()
    {
        Assert.Equal(0, Ingest(_sources).ExitCode);
        var with = Ingest("--authority", _file);
        var without = Ingest("--authority", "none");

        Assert.StartsWith("0 added, 6 updated", with.Output, StringComparison.Ordinal);
        Assert.Contains("6 documents are read again: the authority file mine.yaml is new", with.Error, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 6 updated", without.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 passages", PolicySearchProgram.Run("search", "", "--agency", "小驚局", "--index", _folder["index"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_explains_what_came_from_it()
    {
        var result = PolicySearchProgram.Run("extract", Path.Combine(_sources, "wonders.txt"), "--explain", "--authority", _file);

        Assert.Contains("by authority:Office of Small Wonders, \"OSW\" in mine.yaml:3", result.Output, StringComparison.Ordinal);
        Assert.Contains("ministry METI: \"MITI\"", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ProgramResult Ingest(params string[] arguments) => PolicySearchProgram.Run(["ingest", .. arguments, "--index", _folder["index"]]);
}
