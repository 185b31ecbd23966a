namespace PolicySearch.Host.Tests.Commands;

public sealed class SelectionOptionsTests : IDisposable
{
    private readonly CommandRunner _program = new();

    public SelectionOptionsTests()
    {
        _program.Write("a.txt", "A first text about the regions of Japan.");
        _program.Write("b.md", "A second text about the regions of Japan.");
        _program.Write("drafts/c.txt", "A third text about the regions of Japan.");
    }

    [Fact]
    public async Task Patterns_choose_files_and_are_remembered_until_they_are_changed()
    {
        Assert.StartsWith("1 added", (await IngestAsync(_program.Docs, "--include", "*.txt", "--exclude", "drafts/,*.bak")).Out, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 0 updated, 0 removed, 1 unchanged", (await IngestAsync()).Out, StringComparison.Ordinal);
        Assert.StartsWith("1 added, 0 updated, 0 removed, 1 unchanged", (await IngestAsync("--exclude", "none")).Out, StringComparison.Ordinal);
        Assert.StartsWith("1 added, 0 updated, 0 removed, 2 unchanged", (await IngestAsync("--include", "none", "--follow-links", "false")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--include", "../x")]
    [InlineData("--exclude", "a\\b")]
    [InlineData("--follow-links", "perhaps")]
    public async Task A_selection_that_cannot_be_is_a_wrong_call(string option, string value)
    {
        var (exit, output, error) = await IngestAsync(_program.Docs, option, value);

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Contains(value, error, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();

    private Task<(int Exit, string Out, string Error)> IngestAsync(params string[] arguments) => _program.RunAsync(["ingest", .. arguments]);
}
