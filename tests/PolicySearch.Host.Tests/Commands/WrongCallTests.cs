namespace PolicySearch.Host.Tests.Commands;

public sealed class WrongCallTests : IDisposable
{
    private readonly CommandRunner _runner = new();

    [Theory]
    [InlineData("limit", "search", "x", "--limit", "-1")]
    [InlineData("limit", "search", "x", "--limit", "100000")]
    [InlineData("limit", "search", "x", "--limit", "many")]
    [InlineData("offset", "search", "x", "--offset", "9999")]
    [InlineData("facet", "search", "x", "--facet", "colour")]
    [InlineData("year", "search", "x", "--year", "2020..2001")]
    [InlineData("--year-role: there is no role 'wish'", "search", "x", "--year", "2001", "--year-role", "wish")]
    [InlineData("--year-role", "search", "x", "--year-role", "target")]
    [InlineData("type", "tags", "--type", "colour")]
    [InlineData("min", "tags", "--min", "0")]
    [InlineData("limit", "tags", "--limit", "0")]
    [InlineData("--yaml", "tags", "--yaml", "--json")]
    [InlineData("--explain", "extract", "x", "--explain", "--format", "document")]
    [InlineData("kind", "search", "x", "--kind", "poem")]
    [InlineData("colour", "search", "x", "--colour", "blue")]
    [InlineData("position 0", "search", "\"open")]
    [InlineData("format", "extract", "x", "--format", "xml")]
    [InlineData("extract", "extract")]
    [InlineData("serch", "serch")]
    [InlineData("wait", "ingest", "--wait", "soon")]
    [InlineData("urls", "serve", "--urls", "nowhere")]
    [InlineData("index", "search", "x", "--index", "")]
    public async Task A_wrong_call_ends_with_2_and_names_what_is_wrong_on_standard_error(string named, params string[] call)
    {
        var run = await _runner.RunAsync(call);

        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.Contains(named, run.Error.Split('\n')[0], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_that_says_how_to_choose_another()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}";
        var run = await _runner.RunAsync("serve", "--read-only", "--urls", url);

        Assert.Equal(1, run.Exit);
        Assert.Contains(url, Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("--urls", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_that_was_asked_for_goes_to_standard_output()
    {
        var run = await _runner.RunAsync("search", "--help");

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("--ministry", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _runner.Dispose();
}
