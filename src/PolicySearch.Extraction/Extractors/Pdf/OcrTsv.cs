using System.Globalization;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Reads pages out of the TSV that <c>tesseract</c> writes.</summary>
internal static class OcrTsv
{
    private const int Columns = 12;
    private const double PointsHigh = 842;

    // Of a word's height; a mean between words with and without descenders.
    private const double SizeOfHeight = 1.25;

    /// <summary>The pages, as high as A4: images do not say how large their paper is.</summary>
    public static List<PdfPage> Read(string tsv, int firstNumber)
    {
        var pages = new List<PdfPage>();
        foreach (var page in tsv.Split('\n').Skip(1).Select(line => line.Split('\t')).Where(row => row.Length == Columns).GroupBy(row => row[1]))
        {
            var rows = page.ToList();
            var sheet = rows.Find(row => row[0] == "1");
            if (sheet is null)
            {
                continue;
            }

            var scale = PointsHigh / Math.Max(1, Number(sheet[9]));
            var words = rows.FindAll(row => row[0] == "5" && !string.IsNullOrWhiteSpace(row[11]));
            var lines = words.GroupBy(row => (row[2], row[3], row[4])).Select(line => Line(line, scale)).ToList();
            pages.Add(new PdfPage(firstNumber + pages.Count, Number(sheet[8]) * scale, PointsHigh, lines)
            {
                Confidence = words.Count == 0 ? 0 : words.Average(row => Number(row[10])),
            });
        }

        return pages;
    }

    private static PdfLine Line(IEnumerable<string[]> rows, double scale)
    {
        var words = rows.Select(row => Word(row, scale)).ToList();
        var heights = words.Select(word => word.Box.Height).Order().ToList();
        return PdfLine.Of(words, heights[heights.Count / 2] * SizeOfHeight);
    }

    private static PdfWord Word(string[] row, double scale)
    {
        var (left, top) = (Number(row[6]) * scale, Number(row[7]) * scale);
        return new PdfWord(row[11].Trim(), new Box(left, top, left + (Number(row[8]) * scale), top + (Number(row[9]) * scale)));
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
