using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Extraction.Tests.Extractors.Pdf;

public class PdfOutlineTests
{
    [PdfFact]
    public void What_the_outline_names_is_a_heading_of_its_level()
    {
        var document = new PdfExtractor().Extract(new SourceFile("outline.pdf", File()), CancellationToken.None);
        var headings = document.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => (block.Level, block.Span.Of(document.Text).ToString()));
        Assert.Equal([(1, "Scope of the plan"), (2, "Regions and firms")], headings);
    }

    // One font throughout: nothing but the outline tells the headings.
    private static byte[] File()
    {
        var content = "BT /F 10 Tf 1 0 0 1 60 780 Tm (Scope of the plan) Tj 1 0 0 1 60 750 Tm (The plan was written by the ministry and its regions in the second year, when) Tj 1 0 0 1 60 738 Tm (firms of all sizes had asked for it.) Tj "
            + "1 0 0 1 60 700 Tm (Regions and firms) Tj 1 0 0 1 60 670 Tm (In each region the firms meet twice a year and write down what they have found in) Tj 1 0 0 1 60 658 Tm (their work with the universities.) Tj ET";
        return Encoding.ASCII.GetBytes($"""
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >> endobj
            2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
            4 0 obj << /Length {content.Length} >>
            stream
            {content}
            endstream endobj
            5 0 obj << /Type /Outlines /First 6 0 R /Last 6 0 R /Count 2 >> endobj
            6 0 obj << /Title (Scope of the plan) /Parent 5 0 R /First 7 0 R /Last 7 0 R /Count 1 /Dest [3 0 R /Fit] >> endobj
            7 0 obj << /Title (Regions and Firms) /Parent 6 0 R /Dest [3 0 R /Fit] >> endobj
            trailer << /Root 1 0 R >>
            %%EOF

            """);
    }
}
