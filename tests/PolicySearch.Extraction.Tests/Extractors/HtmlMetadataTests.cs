using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Extraction.Tests.Extractors;

public class HtmlMetadataTests
{
    private const string Text = "<h1>The plan</h1><p>A paragraph that is long enough to be the text of the page, with words of all kinds in it.</p>";

    [Theory]
    [InlineData("<meta name=author content='Ann  Lee'>", "Ann Lee")]
    [InlineData("<meta name=citation_author content='Lee, Ann'><meta name=citation_author content='Mori, Ken'><meta name=author content=site>", "Lee, Ann; Mori, Ken")]
    [InlineData("<meta property='article:author' content='https://example.org/ann'><meta name=author content='Ann Lee'>", "Ann Lee")]
    [InlineData("<meta name=author content='No Author'>", null)]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},{\"author\":[{\"name\":\"Ann Lee\"},\"Ken Mori\"]}]}</script>", "Ann Lee; Ken Mori")]
    [InlineData("<script type='application/ld+json'>{\"author\":{\"name\":7}, broken</script>", null)]
    public void The_author_is_who_the_page_names(string head, string? creator) => Assert.Equal(creator, Read(head, Text).Creator);

    [Theory]
    [InlineData("<script type='application/ld+json'>[{\"headline\":\"x\"},{\"datePublished\":\"2021-03-04T10:00:00Z\"}]</script>", "2021-03-04")]
    [InlineData("<script type='application/ld+json'>{\"mainEntity\":{\"datePublished\":\"2019-05-06\",}}</script>", "2019-05-06")]
    [InlineData("<meta name='dcterms.issued' content='2018-01-02'><script type='application/ld+json'>{\"datePublished\":\"2021-03-04\"}</script>", "2018-01-02")]
    public void The_date_stands_in_linked_data_too(string head, string published) => Assert.Equal(published, Read(head, Text).Published);

    [Theory]
    [InlineData("<link rel=canonical href='https://example.org/plan '>", "https://example.org/plan")]
    [InlineData("<meta property='og:url' content='https://example.org/og'>", "https://example.org/og")]
    [InlineData("<link rel=canonical href='/plan'>", null)]
    [InlineData("<link rel=canonical href='javascript:alert(1)'>", null)]
    public void The_canonical_address_is_whole_or_none(string head, string? address) => Assert.Equal(address, Read(head, Text).CanonicalAddress);

    [Fact]
    public void Links_keep_their_targets_where_they_stand()
    {
        var document = Read("", "<h1>The plan</h1><p>  See <a href=' /white-paper '> the white  paper </a>and <a href='#note'>the note</a>, or <a href='https://example.org/a'>two <b>words</b></a>.</p><ul><li><a href='mailto:a@example.org'>Write</a> to the ministry, which answers letters within a week.</ul>");
        Assert.Equal(
            [("the white paper", "/white-paper"), ("two words", "https://example.org/a"), ("Write", "mailto:a@example.org")],
            document.Links.Select(link => (link.Span.Of(document.Text).ToString(), link.Target)));
        DocumentRules.AssertSound(document, "links");
    }

    [Fact]
    public void A_link_over_two_blocks_is_one_in_each()
    {
        var document = Read("", "<h1>The plan</h1><p>A paragraph that is long enough to be the text of this page.</p><a href=/x><p>First half of it.</p><p>Second half of it.</p></a><p>And another paragraph that is long enough.</p>");
        Assert.Equal(["First half of it.", "Second half of it."], document.Links.Select(link => link.Span.Of(document.Text).ToString()));
    }

    [Fact]
    public void A_heading_named_as_navigation_is_no_title_beside_another()
    {
        var document = Read("", "<h1 class=navSkip>Navigation and service</h1>" + Text);
        Assert.Equal("The plan", document.Title);
        Assert.DoesNotContain("Navigation", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_the_site_behind_the_title_is_left_out() =>
        Assert.Equal("The plan", Read("<meta property='og:title' content='The plan'>", Text.Replace("The plan", "The plan | Ministry", StringComparison.Ordinal)).Title);

    private static Document Read(string head, string body) =>
        new HtmlExtractor().Extract(Some.Source($"<!doctype html><html><head>{head}</head><body><main>{body}</main></body></html>", "page.html"), CancellationToken.None);
}
