using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Pdf;

namespace PolicySearch.Extraction.Tests.Extractors;

/// <summary>What is left out of a document is said.</summary>
public class ExtractionNotesTests
{
    [Fact]
    public void Word_hidden_text_embedded_objects_and_notes_without_a_reference()
    {
        var hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>";
        var document = SomePackage.Read(SomePackage.Docx(
            $"<w:p><w:r><w:t>Text.</w:t></w:r>{hidden}{hidden}<w:r><w:drawing><x><chart/></x></w:drawing></w:r></w:p><w:altChunk/>",
            $"<w:footnote w:type=\"separator\" w:id=\"0\">{SomePackage.P("rule")}</w:footnote><w:footnote w:id=\"7\">{SomePackage.P("Nobody cites it.")}</w:footnote>"));

        Assert.Equal(
            [
                "2 stretches of hidden text were left out",
                "1 chart, diagram or embedded object was not read",
                "1 part that was inserted from another file was not read",
                "1 note to which nothing refers was left out",
            ],
            document.Notes);
    }

    [Fact]
    public void A_document_that_is_read_as_a_whole_has_no_notes() =>
        Assert.Empty(SomePackage.Read(SomePackage.Docx(SomePackage.P("Text."))).Notes);

    [Fact]
    public void Cells_with_errors_are_counted() => Assert.Equal(
        ["2 cells hold errors of their formulas and were left out"],
        SomePackage.Read(SomePackage.Xlsx("<row r=\"1\"><c t=\"str\"><v>Sum</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"e\"><v>#N/A</v></c></row>")).Notes);

    [Fact]
    public void Rows_that_a_sheet_repeats_too_often_and_objects_in_a_text()
    {
        const string Cells = "<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell>";
        Assert.Contains("'S' repeats was read 1000 times only", Assert.Single(SomePackage.Read(SomePackage.Odf(
            "spreadsheet",
            $"<office:spreadsheet><table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"1001\">{Cells}</table:table-row></table:table></office:spreadsheet>")).Notes), StringComparison.Ordinal);
        Assert.Equal(
            ["1 chart, formula or embedded object was not read"],
            SomePackage.Read(SomePackage.Odf("text", "<office:text><text:p>Words.</text:p><draw:frame><draw:object/></draw:frame></office:text>")).Notes);
    }

    [Fact]
    public void A_frame_in_a_page_is_not_fetched_and_said() => Assert.Equal(
        ["1 frame or embedded object in the text was not read"],
        Read("a.html", "<html><body><h1>Plan</h1><p>The text of the page says what there is to say of it.</p><iframe src=\"http://example.org/\"></iframe></body></html>").Notes);

    [Fact]
    public void Values_of_xml_and_lines_of_json_that_hold_no_text()
    {
        Assert.Equal(
            ["2 values that are an address, a number or a date alone were left out"],
            Read("a.xml", "<?xml version=\"1.0\"?><plan><name>The plan</name><sum>1200</sum><where>http://example.org/a</where></plan>").Notes);
        Assert.Equal(["1 line has no text"], Read("a.jsonl", "{\"text\":\"One.\"}\n{\"title\":\"Two\"}\n").Notes);
    }

    [Fact]
    public void Hidden_text_of_rtf() => Assert.Equal(
        ["hidden text was left out"], Read("a.rtf", "{\\rtf1\\ansi Shown. {\\v hidden}\\par}").Notes);

    [Fact]
    public void A_part_of_a_message_that_is_no_text() => Assert.Equal(
        ["a part of type text/calendar in the message was not read as its text"],
        Read("a.eml", "From: a@example.org\r\nSubject: Meeting\r\nDate: Mon, 1 Apr 2019 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nWe meet.\r\n--x\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n--x--\r\n").Notes);

    [Fact]
    public void Bytes_that_could_not_be_decoded()
    {
        var reader = DocumentReader.CreateDefault();
        byte[] bytes = [.. "The plan says what is to be done in the coming years, "u8, 0xE3, 0x81, .. " and who is to do it. 計画は行うべきことを定める。"u8];

        Assert.Equal(["1 character could not be decoded, and stands as U+FFFD"], reader.Read(new SourceFile("a.txt", bytes), "root/a.txt").Document.Notes);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1-2", 1, 2)]
    [InlineData("1, 3-5, 9", 1, 3, 4, 5, 9)]
    public void Pages_are_named_by_ranges(string expected, params int[] pages) => Assert.Equal(expected, PageRanges.Show(pages));

    private static Document Read(string name, string content)
    {
        var source = new SourceFile(name, Encoding.UTF8.GetBytes(content));
        return DocumentReader.DefaultExtractors(ExtractionLimits.Default).First(extractor => extractor.CanRead(source)).Extract(source, CancellationToken.None);
    }
}
