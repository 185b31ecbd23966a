using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors.Pdf;

/// <summary>The PDFs of <c>tests/pdf</c>, printed from known texts.</summary>
public class PdfCorpusTests
{
    private static readonly string[] ShortScans = ["scan-table-1", "scan-ja-table-1"];

    public static TheoryData<string> Printed => [.. PdfTruth.Names.Where(name => !name.StartsWith("scan-", StringComparison.Ordinal))];

    public static TheoryData<string> Scans => [.. LongRun.Rounds(1, 2) == 1 ? ShortScans : PdfTruth.Names.Where(name => name.StartsWith("scan-", StringComparison.Ordinal))];

    [PdfTheory]
    [MemberData(nameof(Printed))]
    public void A_printed_document_is_read_as_it_was_written(string name)
    {
        var truth = PdfTruth.Read(name);
        var document = Read(truth);
        var (text, headings, cells) = (truth.Similarity(document), truth.HeadingsF1(document), truth.CellsF1(document));
        Assert.True(text >= 0.98 && headings >= 0.9 && cells >= 0.9, $"{name}: text {text:0.000}, headings {headings:0.000}, cells {cells:0.000}");
    }

    [PdfTheory]
    [MemberData(nameof(Printed))]
    public void Running_lines_and_page_numbers_are_in_no_passage_and_pages_rise(string name)
    {
        var truth = PdfTruth.Read(name);
        var document = Read(truth);
        var passages = DocumentRules.AssertSound(document, name);
        var blocks = passages.SelectMany(passage => passage.Blocks).Select(block => block.Span.Of(document.Text).ToString()).ToList();
        Assert.DoesNotContain(blocks, block => truth.Running.Any(line => line.Length > 4 && block.StartsWith(line, StringComparison.Ordinal)) || (truth.Tables.Count == 0 && block.All(char.IsAsciiDigit)));
        var pages = document.Blocks.Select(block => block.Page!.Value).ToList();
        Assert.Equal(pages.Order(), pages);
        Assert.Equal(1, pages[0]);
    }

    [PdfTheory]
    [MemberData(nameof(Scans))]
    public void A_scan_is_read_by_ocr_and_says_so(string name)
    {
        var truth = PdfTruth.Read(name);
        var document = Read(truth);
        DocumentRules.AssertSound(document, name);
        var text = truth.Similarity(document);
        Assert.True(text >= 0.90, $"{name}: text {text:0.000}, headings {truth.HeadingsF1(document):0.000}, cells {truth.CellsF1(document):0.000}");
        Assert.All(document.Notes, note => Assert.Contains("was read by OCR, mean confidence", note, StringComparison.Ordinal));
        Assert.NotEmpty(document.Notes);
    }

    [PdfTheory]
    [InlineData("plain-1")]
    [InlineData("columns-1")]
    [InlineData("table-1")]
    [InlineData("long-1")]
    public void The_box_of_a_block_holds_its_text(string name)
    {
        var truth = PdfTruth.Read(name);
        var document = Read(truth);
        Assert.All(document.Blocks, block => Assert.All(block.Boxes, box => Assert.True(box.Left >= 0 && box.Top >= 0 && box.Right <= 596 && box.Bottom <= 843 && box.Left < box.Right && box.Top < box.Bottom, $"{name}: {box}")));
        var samples = document.Blocks.Where(block => block.Kind != BlockKind.Boilerplate && block.Boxes.Count == 1).Where((_, i) => i % 5 == 0).Take(5).ToList();
        Assert.NotEmpty(samples);
        foreach (var block in samples)
        {
            var (page, left, top, right, bottom) = block.Boxes[0];
            var inside = PdfWords.Letters(PdfWords.Inside(Path.Combine(PdfTruth.Folder, name + ".pdf"), page, left, top, right, bottom));
            Assert.Equal(PdfWords.Letters(block.Span.Of(document.Text).ToString()), inside);
        }
    }

    [PdfFact]
    public void The_title_of_a_vertical_page_stands_in_its_upper_right_corner()
    {
        var document = Read(PdfTruth.Read("ja-vertical-1"));
        var box = Assert.Single(document.Blocks.First(block => block.Kind == BlockKind.Title).Boxes);
        Assert.True(box.Left > 480 && box.Top < 100 && box.Bottom - box.Top > 2 * (box.Right - box.Left), $"{box}");
    }

    [PdfFact]
    public void A_scan_that_is_upside_down_is_read_and_its_boxes_stand_on_the_paper()
    {
        var document = Read(PdfTruth.Read("scan-upturned-bold-1"));
        var title = document.Blocks.First(block => block.Span.Of(document.Text).StartsWith("Headings that are only bold", StringComparison.Ordinal));
        Assert.True(title.Boxes[0].Top > 700, $"{title.Boxes[0]}");
    }

    [PdfFact]
    public void A_text_layer_of_garbage_is_read_from_the_image_instead()
    {
        var document = Read(PdfTruth.Read("scan-garbage-plain-2"));
        Assert.DoesNotContain("cnblccl", document.Text, StringComparison.Ordinal);
        Assert.Contains("was read by OCR, mean confidence", document.Notes[0], StringComparison.Ordinal);
    }

    private static Document Read(PdfTruth truth) => new PdfExtractor().Extract(truth.Source, CancellationToken.None);
}
