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

    private static Document Read(PdfTruth truth) => new PdfExtractor().Extract(truth.Source, CancellationToken.None);
}
