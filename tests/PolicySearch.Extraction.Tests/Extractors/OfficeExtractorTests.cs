using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tests.Extractors;

public class OfficeExtractorTests
{
    [Fact]
    public void Word_styles_make_titles_headings_and_lists()
    {
        var document = SomePackage.Read(SomePackage.Docx(
            SomePackage.P("The plan", "<w:pStyle w:val=\"t\"/>")
            + SomePackage.P("First part", "<w:pStyle w:val=\"own\"/>")
            + SomePackage.P("Running text.", "<w:pStyle w:val=\"loop\"/>")
            + SomePackage.P("An item", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>")
            + SomePackage.P("By outline", "<w:outlineLvl w:val=\"2\"/>")));
        Assert.Equal(["Title: The plan", "Heading: First part", "Paragraph: Running text.", "ListItem: An item", "Heading: By outline"], Some.Lines(document));
        Assert.Equal([0, 1, 0, 2, 3], document.Blocks.Select(block => block.Level));
        Assert.Equal("The plan", document.Title);
        Assert.Equal("2019-05-06", document.Published);
        DocumentRules.AssertSound(document, "docx");
    }

    [Fact]
    public void Deletions_hidden_text_and_codes_of_fields_are_left_out_and_insertions_are_not()
    {
        var document = SomePackage.Read(SomePackage.Docx(
            "<w:p><w:ins><w:r><w:t>Added</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t xml:space=\"preserve\"> words.</w:t></w:r></w:p>"));
        Assert.Equal("Added words.", document.Text);
        Assert.Equal("By properties", document.Title);
    }

    [Fact]
    public void A_footnote_follows_the_paragraph_that_refers_to_it()
    {
        var document = SomePackage.Read(SomePackage.Docx(
            "<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>" + SomePackage.P("Next."),
            $"<w:footnote w:type=\"separator\" w:id=\"0\">{SomePackage.P("rule")}</w:footnote><w:footnote w:id=\"7\">{SomePackage.P("The source.")}</w:footnote>"));
        Assert.Equal(["Paragraph: Text[1].", "Footnote: [1] The source.", "Paragraph: Next."], Some.Lines(document));
    }

    [Fact]
    public void Cells_of_a_word_table_have_their_row_and_column_headings()
    {
        var row = (string a, string b) => $"<w:tr><w:tc>{SomePackage.P(a)}</w:tc><w:tc>{SomePackage.P(b)}</w:tc></w:tr>";
        var document = SomePackage.Read(SomePackage.Docx($"<w:tbl>{row("Year", "Budget")}{row("2001", "5 billion")}</w:tbl>"));
        var cell = document.Blocks[^1];
        Assert.Equal((BlockKind.TableCell, 0, 1, 1), (cell.Kind, cell.Table!.Value, cell.Row!.Value, cell.Column!.Value));
        Assert.Equal("Budget", cell.ColumnHeading!.Value.Of(document.Text).ToString());
        Assert.Equal("2001", cell.RowHeading!.Value.Of(document.Text).ToString());
    }

    [Fact]
    public void A_sheet_shows_dates_percentages_and_shared_strings_without_readings()
    {
        var document = SomePackage.Read(SomePackage.Xlsx(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>Share</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>36982</v></c><c r=\"C2\" s=\"2\"><v>0.125</v></c></row>"
            + "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>99</v></c><c r=\"B5\"><v>0.1</v></c></row>",
            "<si><t>日付</t><rPh><t>ひづけ</t></rPh></si>",
            "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/></cellXfs>"));
        Assert.Equal(["Title: Budget", "TableCell: 日付", "TableCell: Share", "TableCell: 2001-04-01", "TableCell: 12.5%", "Paragraph: 0.1"], Some.Lines(document));
        Assert.Equal(2, document.Blocks[4].Column);
        Assert.Equal("Share", document.Blocks[4].ColumnHeading!.Value.Of(document.Text).ToString());
        Assert.All(document.Blocks, block => Assert.Equal(1, block.Page));
    }

    [Fact]
    public void Each_slide_is_a_page_under_its_title()
    {
        const string A = "xmlns:a=\"a\" xmlns:p=\"p\"";
        var slide = $"<p:sld {A}><p:cSld><p:spTree>"
            + "<p:sp><p:nvSpPr><p:nvPr><p:ph idx=\"1\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:pPr lvl=\"1\"/><a:r><a:t>A point</a:t></a:r></a:p></p:txBody></p:sp>"
            + "<p:sp><p:nvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>The aim</a:t></a:r></a:p></p:txBody></p:sp>"
            + "<p:sp><p:nvSpPr><p:nvPr><p:ph type=\"sldNum\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:fld><a:t>7</a:t></a:fld></a:p></p:txBody></p:sp>"
            + "</p:spTree></p:cSld></p:sld>";
        var document = SomePackage.Read(SomePackage.Zip(
            ("[Content_Types].xml", "<Types/>"),
            ("ppt/presentation.xml", "<p xmlns:r=\"r\"><sldIdLst><sldId id=\"1\" r:id=\"b\"/><sldId id=\"2\" r:id=\"a\"/></sldIdLst></p>"),
            ("ppt/_rels/presentation.xml.rels", SomePackage.Relations(("a", "slide", "slides/one.xml"), ("b", "slide", "slides/two.xml"))),
            ("ppt/slides/one.xml", slide),
            ("ppt/slides/two.xml", slide.Replace("The aim", "The start", StringComparison.Ordinal))));
        Assert.Equal(["Heading: The start", "ListItem: A point", "Heading: The aim", "ListItem: A point"], Some.Lines(document));
        Assert.Equal([1, 1, 2, 2], document.Blocks.Select(block => block.Page!.Value));
    }

    [Fact]
    public void An_open_document_text_has_headings_lists_notes_and_tables()
    {
        var document = SomePackage.Read(SomePackage.Odf("text", "<office:text><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
            + "<text:h text:outline-level=\"2\">Part</text:h><text:p>One<text:s/>two<text:note><text:note-citation>3</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>.</text:p>"
            + "<text:list><text:list-item><text:p>Outer</text:p><text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item></text:list>"
            + "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Sum</text:p></table:table-cell></table:table-row>"
            + "<table:table-row><table:table-cell><text:p>2001</text:p></table:table-cell><table:table-cell><text:p>5</text:p></table:table-cell></table:table-row></table:table></office:text>"));
        Assert.Equal(
            ["Heading: Part", "Paragraph: One two[3].", "Footnote: [3] A note.", "ListItem: Outer", "ListItem: Inner", "TableCell: Year", "TableCell: Sum", "TableCell: 2001", "TableCell: 5"],
            Some.Lines(document));
        Assert.Equal([1, 2], document.Blocks.Where(block => block.Kind == BlockKind.ListItem).Select(block => block.Level));
        Assert.Equal("Sum", document.Blocks[^1].ColumnHeading!.Value.Of(document.Text).ToString());
    }

    [Fact]
    public void Repeated_rows_and_cells_of_an_open_document_sheet_have_a_limit()
    {
        var document = SomePackage.Read(SomePackage.Odf("spreadsheet", "<office:spreadsheet><table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"1000000\">"
            + "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated=\"2\"><text:p>7</text:p></table:table-cell></table:table-row>"
            + "</table:table></office:spreadsheet>"));
        Assert.Equal(["Title: S", "TableCell: 7", "TableCell: 7"], Some.Lines(document));
    }

    [Fact]
    public void A_book_is_read_in_the_order_of_its_spine()
    {
        var page = (string text) => $"<html xmlns=\"x\"><body><h1>{text}</h1><p>Chapter {text} tells of the policy.</p></body></html>";
        var document = SomePackage.Read(SomePackage.Zip(
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>"),
            ("OEBPS/book.opf", "<package xmlns:dc=\"d\"><metadata><dc:title>The book</dc:title><dc:date>2011-03</dc:date></metadata><manifest>"
                + "<item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/><item id=\"b\" href=\"../b%20b.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
                + "<spine><itemref idref=\"b\"/><itemref idref=\"none\"/><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>"),
            ("OEBPS/a.xhtml", page("Two")),
            ("b b.xhtml", page("One"))));
        Assert.Equal(["Heading: One", "Paragraph: Chapter One tells of the policy.", "Heading: Two", "Paragraph: Chapter Two tells of the policy."], Some.Lines(document));
        Assert.Equal(("The book", "2011-03"), (document.Title, document.Published));
    }
}
