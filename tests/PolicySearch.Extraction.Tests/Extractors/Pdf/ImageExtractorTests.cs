using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Pdf;
using PolicySearch.Extraction.Extractors.Programs;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors.Pdf;

/// <summary>Scans as single images: pages of <c>tests/pdf</c>, drawn anew in each format.</summary>
public class ImageExtractorTests
{
    [PdfTheory]
    [InlineData("-png", "image/png")]
    [InlineData("-jpeg", "image/jpeg")]
    [InlineData("-tiff", "image/tiff")]
    public void Every_format_is_read_with_its_confidence(string format, string mediaType)
    {
        var truth = PdfTruth.Read("table-1");
        var document = new ImageExtractor().Extract(Drawn("table-1", format), CancellationToken.None);

        Assert.Equal(mediaType, document.MediaType);
        Assert.Matches("^page 1 was read by OCR, mean confidence [0-9]+ of 100$", Assert.Single(document.Notes));
        Assert.InRange(truth.Similarity(document), 0.9, 1);
        Assert.All(document.Blocks, block => Assert.Equal(1, block.Page));
        DocumentRules.AssertSound(document, format);
    }

    [PdfFact]
    public void Japanese_is_read()
    {
        var document = new ImageExtractor().Extract(Drawn("ja-table-1", "-png"), CancellationToken.None);
        Assert.Equal("ja", document.Language);
        Assert.InRange(PdfTruth.Read("ja-table-1").Similarity(document), 0.85, 1);
    }

    [PdfFact]
    public void An_image_without_words_has_a_reason()
    {
        using var folder = new WorkFolder();
        var blank = folder.Write("blank.pdf", "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"u8);
        Assert.Equal("blank.pdf has no text in it that can be read", Refusal(Draw(folder, blank, "blank.pdf", "-png")));
    }

    [PdfFact]
    public void A_damaged_image_has_a_reason() =>
        Assert.StartsWith("some.png cannot be read by tesseract", Refusal(new SourceFile("some.png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3 })), StringComparison.Ordinal);

    [PdfFact]
    public void A_missing_tesseract_and_a_missing_language_are_clear_reasons()
    {
        using var empty = new TemporaryFolder();
        var source = Drawn("table-1", "-png");
        Assert.Equal("an image or scanned page needs tesseract-ocr: apt-get install tesseract-ocr", Refusal(source, new ImageExtractor(programs: new ProgramLimits { Folder = empty.Path })));
        Assert.Contains("table-1", Refusal(source, new ImageExtractor(ocr: new OcrLimits { Languages = "xyz" })), StringComparison.Ordinal);
    }

    [PdfFact]
    public void An_image_that_takes_too_long_is_given_up() =>
        Assert.Contains("for more than 0.1 seconds", Refusal(Drawn("table-1", "-png"), new ImageExtractor(ocr: new OcrLimits { MaxTimePerPage = TimeSpan.FromMilliseconds(100) })), StringComparison.Ordinal);

    [PdfFact]
    public void A_pdf_under_a_password_has_a_reason()
    {
        var locked = new SourceFile("locked.pdf", File.ReadAllBytes(Path.Combine(SharedData.Repository, "tests", "office", "locked.pdf")));
        var refused = Assert.Throws<ExtractionException>(() => new PdfExtractor().Extract(locked, CancellationToken.None));
        Assert.Equal("locked.pdf is protected by a password; save a copy without it", refused.Message);
    }

    private static string Refusal(SourceFile source, ImageExtractor? extractor = null) =>
        Assert.Throws<ExtractionException>(() => (extractor ?? new ImageExtractor()).Extract(source, CancellationToken.None)).Message;

    private static SourceFile Drawn(string name, string format)
    {
        using var folder = new WorkFolder();
        var source = PdfTruth.Read(name).Source;
        return Draw(folder, folder.Write("source.pdf", source.Content.Span), name, format);
    }

    private static SourceFile Draw(WorkFolder folder, string pdf, string name, string format)
    {
        var call = new ProgramCall("pdftoppm", ["-r", "200", "-f", "1", "-l", "1", "-singlefile", format, pdf, "page"], folder.Path) { Format = "PDF", Package = "poppler-utils", Source = name };
        Assert.Equal(0, new ProgramRunner().Run(call, CancellationToken.None).ExitCode);
        var drawn = Directory.GetFiles(folder.Path, "page.*").Single();
        return new SourceFile(name, File.ReadAllBytes(drawn));
    }
}
