using PolicySearch.Service.Ingestion;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("*.pdf", "a.pdf", true)]
    [InlineData("*.pdf", "x/y/A.PDF", true)]
    [InlineData("*.pdf", "a.pdf.txt", false)]
    [InlineData("*.pdf", "a.pdf/inside.txt", true)]
    [InlineData("2020/*.pdf", "2020/a.pdf", true)]
    [InlineData("2020/*.pdf", "2020/x/a.pdf", false)]
    [InlineData("2020/*.pdf", "x/2020/a.pdf", false)]
    [InlineData("2020/**/*.pdf", "2020/a.pdf", true)]
    [InlineData("2020/**/*.pdf", "2020/x/y/a.pdf", true)]
    [InlineData("**/drafts", "drafts/a.txt", true)]
    [InlineData("2020/**", "2020/x/y", true)]
    [InlineData("/notes.txt", "notes.txt", true)]
    [InlineData("/notes.txt", "x/notes.txt", false)]
    [InlineData("drafts/", "x/drafts/a.txt", true)]
    [InlineData("drafts/", "x/drafts", false)]
    [InlineData("drafts", "x/drafts", true)]
    [InlineData("drafts", "x/drafts2/a.txt", false)]
    [InlineData("r?port", "report", true)]
    [InlineData("r?port", "r/port", false)]
    [InlineData("a+b(1).txt", "a+b(1).txt", true)]
    [InlineData("a.b", "axb", false)]
    [InlineData("東京*", "x/東京都.txt", true)]
    public void A_pattern_matches_a_name_at_any_depth_or_a_whole_path(string pattern, string path, bool matches) =>
        Assert.Equal(matches, PathPattern.Parse(pattern).Matches(path));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("a//b")]
    [InlineData("../x")]
    [InlineData("./x")]
    [InlineData("a\\b")]
    public void A_pattern_that_can_match_nothing_is_refused(string pattern) =>
        Assert.Contains($"'{pattern}'", Assert.Throws<IngestionException>(() => PathPattern.Parse(pattern)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_pattern_made_to_be_slow_takes_no_longer_than_its_path()
    {
        var pattern = PathPattern.Parse(string.Concat(Enumerable.Repeat("*a", 30)));

        Assert.False(pattern.Matches(new string('a', 20_000) + "b"));
    }
}
