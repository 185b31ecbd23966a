using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Extraction.Tests.Extractors;

public class TextFormatTests
{
    private static readonly DocumentReader Reader = new(DocumentReader.DefaultExtractors(ExtractionLimits.Default), _ => [], () => "none");

    private static Document Read(string text, string name, string extractor)
    {
        var read = Reader.Read(Some.Source(text, name), "root/" + name);
        Assert.Equal(extractor, read.Extractor);
        DocumentRules.AssertSound(read.Document, name);
        return read.Document;
    }

    [Theory]
    [InlineData("Year,Sum\n2001,\"5, or more\"\r\n2002,\"a \"\"b\"\"\nc\"\n")]
    [InlineData("Year;Sum\n2001;\"5, or more\"\n2002;\"a \"\"b\"\"\nc\"")]
    [InlineData("Year\tSum\n2001\t\"5, or more\"\n2002\t\"a \"\"b\"\"\nc\"\n")]
    public void Values_of_a_table_stand_where_they_stand_in_the_file(string text)
    {
        var document = Read(text, "a.csv", "csv");
        Assert.Equal(text, document.Text);
        Assert.Equal(["Year", "Sum", "2001", "5, or more", "2002", "a \"\"b\"\"\nc"], Some.Of(document, BlockKind.TableCell));
        Assert.Equal("Sum", document.Blocks[5].ColumnHeading!.Value.Of(document.Text).ToString());
        Assert.Equal("2002", document.Blocks[5].RowHeading!.Value.Of(document.Text).ToString());
    }

    [Fact]
    public void A_text_named_as_a_table_that_is_none_is_text() =>
        Read("The plan.\n\nIt began in 2001, slowly, and grew.\n\nIt ended.\n", "a.csv", "text");

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData(",\"x")]
    [InlineData("a,b\r")]
    public void Odd_tables_are_read(string part) => Read("a,b\n1,2\n3,4\n5,6\n7,8\n" + string.Concat(Enumerable.Repeat(part, 20_000)), "a.csv", "csv");

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x; words</a>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY y \"ha\"><!ENTITY x \"&y;&y;\">]><a>&x; words</a>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a>&x; words</a>")]
    public void An_entity_that_a_file_defines_itself_is_not_read_and_that_is_said(string text)
    {
        var refused = Assert.Throws<ExtractionException>(() => Reader.Read(Some.Source(text, "a.xml"), "root/a.xml"));
        Assert.StartsWith("a.xml uses an entity that its document type defines, and those are not read", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_file_that_was_cut_off_is_noted()
    {
        var packed = Members.SomeArchive.Gzip(System.Text.Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 5000))));
        Assert.Empty(Notes(packed));
        Assert.Empty(Notes([.. packed, .. packed]));
        Assert.Equal(["the packed file was cut off or is damaged: text may be missing at its end"], Notes(packed[..^20]));
        Assert.Equal(Notes(packed[..^20]), Notes([.. packed, .. packed[..100]]));

        static IReadOnlyList<string> Notes(byte[] bytes) => Reader.Read(new SourceFile("a.txt.gz", bytes), "root/a").Document.Notes;
    }

    [Fact]
    public void A_feed_gives_titles_and_the_text_of_pages_inside()
    {
        var document = Read(
            "<?xml version=\"1.0\"?><rss><channel><title>The ministry</title><link>http://example.org/</link><pubDate>Wed, 16 Jul 2008 06:24:10 -0700</pubDate>"
            + "<item><title>A plan</title><description>&lt;p&gt;Words &lt;b&gt;of&lt;/b&gt; the plan.&lt;/p&gt;</description></item></channel></rss>",
            "feed",
            "xml");
        Assert.Contains("A plan", Some.Of(document, BlockKind.Heading));
        Assert.Contains("Words of the plan.", Some.Of(document, BlockKind.Paragraph));
        Assert.DoesNotContain("example.org", document.Text, StringComparison.Ordinal);
        Assert.Equal("2008-07-16", document.Published);
    }

    [Fact]
    public void Lines_of_json_are_parts_under_their_titles()
    {
        var document = Read("{\"title\":\"One\",\"text\":\"First.\\n\\nSecond.\",\"date\":\"2010-05\"}\n\n{\"title\":\"Two\",\"text\":\"Third.\"}\n", "a", "jsonl");
        Assert.Equal(["Heading: One", "Paragraph: First.", "Paragraph: Second.", "Heading: Two", "Paragraph: Third."], Some.Lines(document));
        Assert.Equal("2010-05", document.Published);
    }

    [Fact]
    public void A_line_that_is_no_json_is_named()
    {
        var refused = Assert.Throws<ExtractionException>(() => Reader.Read(Some.Source("{\"text\":\"a\"}\n{oops", "a"), "root/a"));
        Assert.Contains("line 2", refused.Message, StringComparison.Ordinal);
    }
}
