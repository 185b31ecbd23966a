using System.Globalization;
using System.IO.Compression;
using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Pdf;
using PolicySearch.Extraction.Extractors.Programs;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors.Pdf;

public class HostilePdfTests
{
    [PdfTheory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_files_are_read_or_refused_with_a_reason(int seed)
    {
        var random = new Random(seed);
        var whole = PdfTruth.Read("table-1").Source.Content.ToArray();
        for (var round = 0; round < LongRun.Rounds(6, 300); round++)
        {
            var bytes = Damage(whole, random, round);
            try
            {
                var document = new PdfExtractor(ocr: new OcrLimits { MaxPages = 0 }).Extract(new SourceFile("broken.pdf", bytes), CancellationToken.None);
                DocumentRules.AssertSound(document, $"seed {seed}, round {round}");
            }
            catch (ExtractionException refused)
            {
                Assert.Contains("broken.pdf", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    [PdfFact]
    public void A_missing_program_is_one_clear_reason()
    {
        using var folder = new TemporaryFolder();
        var extractor = new PdfExtractor(programs: new ProgramLimits { Folder = folder.Path });
        var refused = Assert.Throws<ExtractionException>(() => extractor.Extract(PdfTruth.Read("bold-1").Source, CancellationToken.None));
        Assert.Equal("PDF needs poppler-utils: apt-get install poppler-utils", refused.Message);
    }

    [PdfFact]
    public void A_page_left_unread_is_said()
    {
        var extractor = new PdfExtractor(ocr: new OcrLimits { MaxPages = 0 });
        var refused = Assert.Throws<ExtractionException>(() => extractor.Extract(PdfTruth.Read("scan-table-1").Source, CancellationToken.None));
        Assert.Contains("page 1 has no usable text layer", refused.Message, StringComparison.Ordinal);
    }

    [PdfFact]
    public void Pages_beyond_the_limit_are_left_out_and_said()
    {
        var document = new PdfExtractor(new ExtractionLimits { MaxPages = 1 }).Extract(PdfTruth.Read("long-1").Source, CancellationToken.None);
        Assert.All(document.Blocks, block => Assert.Equal(1, block.Page));
        Assert.StartsWith("only the first 1 of ", Assert.Single(document.Notes), StringComparison.Ordinal);
    }

    [PdfFact]
    public void A_file_that_was_cut_off_is_not_read_silently()
    {
        var whole = SomePdf.Of("First page of the plan.", "Second page of the plan.");
        Assert.Empty(Read(whole).Notes);
        Assert.Empty(Read([.. whole, .. new byte[5000]]).Notes);

        // Here the table of objects is left, and only the mark behind it is lost.
        var cut = Read(whole[..^6]);
        Assert.Equal(["it has no end mark: it may have been cut off, and pages or parts of them may be missing"], cut.Notes);

        foreach (var length in new[] { whole.Length / 3, whole.Length / 2, whole.Length - 100 })
        {
            Assert.Throws<ExtractionException>(() => Read(whole[..length]));
        }
    }

    [PdfFact]
    public void What_poppler_gets_over_is_noted()
    {
        var pdf = SomePdf.Of("First page of the plan.", "Second page of the plan.");
        "9"u8.CopyTo(pdf.AsSpan(pdf.AsSpan().IndexOf("5 0 R ]"u8)));
        var document = Read(pdf);
        Assert.Contains("First page of the plan.", document.Text, StringComparison.Ordinal);
        Assert.Contains(document.Notes, note => note.StartsWith("it is damaged, and text may be missing (", StringComparison.Ordinal));
    }

    private static Document Read(byte[] pdf) => new PdfExtractor(ocr: new OcrLimits { MaxPages = 0 }).Extract(new SourceFile("a.pdf", pdf), CancellationToken.None);

    [PdfFact]
    public void A_bomb_of_text_ends_at_the_limit_of_output()
    {
        var extractor = new PdfExtractor(programs: new ProgramLimits { MaxOutput = 100_000 });
        var refused = Assert.Throws<ExtractionException>(() => extractor.Extract(new SourceFile("bomb.pdf", Bomb(200_000)), CancellationToken.None));
        Assert.Contains("bomb.pdf", refused.Message, StringComparison.Ordinal);
    }

    [PdfFact]
    public void A_read_that_is_cancelled_before_it_begins_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => new PdfExtractor().Extract(PdfTruth.Read("bold-1").Source, cancelled.Token));
    }

    private static byte[] Damage(byte[] whole, Random random, int round)
    {
        var bytes = whole.ToArray();
        switch (round % 3)
        {
            case 0:
                return bytes[..random.Next(10, bytes.Length)];
            case 1:
                random.NextBytes(bytes.AsSpan(8));
                return bytes;
            default:
                for (var i = 0; i < 200; i++)
                {
                    bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
                }

                return bytes;
        }
    }

    // A page whose small compressed content draws a great many words.
    private static byte[] Bomb(int words)
    {
        var content = new StringBuilder("BT /F 4 Tf 1 0 0 1 20 20 Tm ");
        for (var i = 0; i < words; i++)
        {
            content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {20 + (i % 100 * 5)} {20 + (i / 100 % 160 * 5)} Tm (a) Tj ");
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(Encoding.ASCII.GetBytes(content.Append("ET").ToString()));
        }

        var start = Encoding.ASCII.GetBytes($"""
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
            4 0 obj << /Length {packed.Length} /Filter /FlateDecode >>
            stream

            """);
        var end = "\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"u8.ToArray();
        return [.. start, .. packed.ToArray(), .. end];
    }
}
