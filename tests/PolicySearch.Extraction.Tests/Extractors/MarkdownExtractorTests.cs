using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tests.Extractors;

public class MarkdownExtractorTests
{
    private const string Text =
        "---\r\ntitle: \"High-Tech Strategy\"\r\ndate: 2018-08-15\r\n---\r\n# Germany's **Strategy**\r\n\r\nThe *strategy* was adopted[^1] in 2018\r\nby the cabinet.\r\n\r\n"
        + "## Instruments ##\r\n\r\n1. Grants\r\n2. Loans\r\n   - soft ones\r\n\r\n> A quotation.\r\n\r\n| Programme | Year |\r\n|---|---|\r\n| go-cluster | 2012 |\r\n\r\n"
        + "<!-- no text --><div>Text in a division.</div>\r\n\r\n[^1]: The note.\r\n\r\n## References\r\n\r\n- BMBF (2018). Strategie.\r\n";

    [Fact]
    public void Blocks_point_into_the_file_without_marks()
    {
        var document = Some.Markdown(Text);
        Assert.Equal(Text, document.Text);
        Assert.Equal(
            [
                "Title: Germany's **Strategy**", "Paragraph: The *strategy* was adopted[^1] in 2018|by the cabinet.", "Heading: Instruments",
                "ListItem: 1. Grants", "ListItem: 2. Loans", "ListItem: - soft ones", "Paragraph: A quotation.",
                "TableCell: Programme", "TableCell: Year", "TableCell: go-cluster", "TableCell: 2012",
            ],
            Some.Lines(document)[..11]);
        Assert.Equal(["[^1]: The note."], Some.Of(document, BlockKind.Footnote));
        Assert.Equal(["- BMBF (2018). Strategie."], Some.Of(document, BlockKind.Reference));
        DocumentRules.AssertSound(document, "markdown");
    }

    [Fact]
    public void Front_matter_gives_title_and_date_and_is_no_block()
    {
        var document = Some.Markdown(Text);
        Assert.Equal(("High-Tech Strategy", "2018-08-15", "text/markdown"), (document.Title, document.Published, document.MediaType));
        Assert.DoesNotContain(Some.Lines(document), line => line.Contains("date:", StringComparison.Ordinal));
    }

    [Fact]
    public void Cells_know_their_headings()
    {
        var document = Some.Markdown(Text);
        var cell = document.Blocks.Single(block => block.Span.Of(document.Text) is "2012");
        Assert.Equal("Year", cell.ColumnHeading?.Of(document.Text).ToString());
        Assert.Equal("go-cluster", cell.RowHeading?.Of(document.Text).ToString());
    }

    [Fact]
    public void Links_into_the_text_are_contents_and_a_table_s_name_is_a_caption()
    {
        var document = Some.Markdown("# Title\n\n- [First part](#first)\n- [Second part](#second)\n\n## First part\n\n*Table 1. Money by region*\n\n| a | b |\n|---|---|\n| c | d |\n");

        Assert.Equal(2, Some.Of(document, BlockKind.Contents).Length);
        Assert.Single(Some.Of(document, BlockKind.Caption));
    }

    [Fact]
    public void What_is_nested_too_deeply_is_read_as_the_text_that_it_is()
    {
        var document = Some.Markdown("# Title\n\nSome words of [text](a).\n\n" + new string('>', 100_000) + " end\n");

        Assert.Equal("Title", document.Title);
        Assert.Contains("Some words of [text](a).", Some.Of(document, BlockKind.Paragraph));
    }
}
