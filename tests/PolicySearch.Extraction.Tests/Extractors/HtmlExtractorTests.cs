using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Tests.Extractors;

public class HtmlExtractorTests
{
    private const string Page =
        """
        <!DOCTYPE html><html lang="en-GB"><head><title>Cluster policy | Ministry</title>
        <meta property="article:published_time" content="2020-03-04T10:00:00Z"><script>var x = "never";</script></head>
        <body><nav><a href="/">Home</a> <a href="/p">Policies</a></nav><header><p>Ministry of Examples</p></header>
        <div class="cookie-banner">We use cookies to improve this site.</div>
        <main id="main"><h1>Cluster   policy</h1>
        <p>The first paragraph tells, at some length, what the <b>cluster policy</b> of 2001 was meant to do for regions.</p>
        <h2 id="instruments">Instruments</h2>
        <ul><li>Grants for research</li><li>Loans<ul><li>Soft loans</li></ul></li></ul>
        <table><caption>Budgets</caption><thead><tr><th>Programme</th><th>2001</th><th>2002</th></tr></thead>
        <tbody><tr><th rowspan="2">Clusters</th><td>10</td><td>20</td></tr><tr><td>30</td><td>40</td></tr></tbody></table>
        <figure><img src="http://example.invalid/x.png"><figcaption>Map of regions</figcaption></figure>
        <div class="footnotes"><p>1. A note on the budgets.</p></div>
        <h2>References</h2><ul><li>OECD (2007). Clusters.</li></ul>
        <div class="share-buttons"><a href="#">Facebook</a> <a href="#">Twitter</a></div></main>
        <aside>Another story that nobody asked for.</aside><footer><p>© 2020 Ministry</p></footer></body></html>
        """;

    [Fact]
    public void A_page_becomes_its_main_content()
    {
        var document = Some.Html(Page);
        Assert.Equal(
            [
                "Title: Cluster policy", "Paragraph: The first paragraph tells, at some length, what the cluster policy of 2001 was meant to do for regions.",
                "Heading: Instruments", "ListItem: Grants for research", "ListItem: Loans", "ListItem: Soft loans", "Caption: Budgets",
                "TableCell: Programme", "TableCell: 2001", "TableCell: 2002", "TableCell: Clusters", "TableCell: 10", "TableCell: 20", "TableCell: 30", "TableCell: 40",
                "Caption: Map of regions", "Footnote: 1. A note on the budgets.", "Heading: References", "Reference: OECD (2007). Clusters.",
            ],
            Some.Lines(document));
        Assert.Equal(("Cluster policy", "2020-03-04", "en", "text/html"), (document.Title, document.Published, document.Language, document.MediaType));
        DocumentRules.AssertSound(document, "page");
    }

    [Fact]
    public void Paragraphs_that_call_themselves_notes_are_footnotes()
    {
        var document = Some.Html("<html><body><main><h1>港湾政策</h1><p>港湾の整備は平成13年度に始まった。その後、各地で多くの事業が行われた。</p><p>※1　令和3年3月末時点。</p><p>（注）概算による。</p></main></body></html>");
        Assert.Equal(["※1　令和3年3月末時点。", "（注）概算による。"], Some.Of(document, BlockKind.Footnote));
    }

    [Fact]
    public void Cells_have_positions_and_headings_also_under_spanning_cells()
    {
        var document = Some.Html(Page);
        var cell = document.Blocks.Single(block => block.Span.Of(document.Text) is "40");
        Assert.Equal((0, 2, 2), (cell.Table, cell.Row, cell.Column));
        Assert.Equal("2002", cell.ColumnHeading?.Of(document.Text).ToString());
        Assert.Equal("Clusters", cell.RowHeading?.Of(document.Text).ToString());
    }

    [Fact]
    public void The_anchor_is_the_nearest_id_and_lists_have_depth()
    {
        var document = Some.Html(Page);
        Assert.Equal("instruments", document.Blocks.Single(block => block.Span.Of(document.Text) is "Instruments").Anchor);
        Assert.Equal("main", document.Blocks[1].Anchor);
        Assert.Equal(2, document.Blocks.Single(block => block.Span.Of(document.Text) is "Soft loans").Level);
    }

    [Fact]
    public void Two_line_breaks_part_paragraphs_and_one_does_not()
    {
        var document = Some.Html("<html><body><div>First line<br>goes on.<br><br>Second paragraph.</div></body></html>");
        Assert.Equal(["Paragraph: First line|goes on.", "Paragraph: Second paragraph."], Some.Lines(document));
    }

    [Theory]
    [InlineData("shift_jis", "<meta charset=\"Shift_JIS\">")]
    [InlineData("shift_jis", "")]
    [InlineData("euc-jp", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=EUC-JP\">")]
    [InlineData("utf-8", "<meta charset=\"Shift_JIS\">")]
    public void Japanese_pages_are_decoded_by_declaration_and_content(string name, string meta)
    {
        var encoding = name == "utf-8" ? TextEncodings.Utf8 : CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        var html = $"<html><head>{meta}<title>題</title></head><body><p>経済産業省は、2001年度から産業クラスター計画を推進している。</p></body></html>";
        var document = new HtmlExtractor().Extract(new SourceFile("a.html", encoding.GetBytes(html)), CancellationToken.None);
        Assert.Equal("経済産業省は、2001年度から産業クラスター計画を推進している。", document.Text);
        Assert.Equal("題", document.Title);
    }

    [Fact]
    public void A_page_in_layout_tables_is_read_as_running_text()
    {
        var document = Some.Html("<html><body><table><tr><td><h1>Policy</h1><p>The text of the policy page stands in a table that only lays it out, as was the custom.</p></td></tr></table></body></html>");
        Assert.Equal([BlockKind.Title, BlockKind.Paragraph], document.Blocks.Select(block => block.Kind));
    }
}
