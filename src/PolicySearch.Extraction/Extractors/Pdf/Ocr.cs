using System.Globalization;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Reads pages from their images by <c>tesseract</c>.</summary>
/// <param name="programs">Runs the programs.</param>
/// <param name="limits">Limits.</param>
internal sealed class Ocr(ProgramRunner programs, OcrLimits limits)
{
    // A4 at 300 dots per inch, whatever size the page claims to have.
    private const string PixelsHigh = "3508";

    /// <summary>A page of a PDF file; null when nothing could be read on it.</summary>
    public PdfPage? ReadPage(string file, int page, WorkFolder folder, string source, CancellationToken cancellationToken)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var drawn = programs.Run(
            new ProgramCall("pdftoppm", ["-f", number, "-l", number, "-scale-to", PixelsHigh, "-gray", "-png", "-singlefile", file, "page" + number], folder.Path) { Format = "PDF", Package = "poppler-utils", Source = source, Timeout = limits.MaxTimePerPage },
            cancellationToken);
        var image = folder.File($"page{number}.png");
        if (drawn.ExitCode != 0 || !File.Exists(image))
        {
            return null;
        }

        var pages = ReadImage(image, page, folder, source, cancellationToken);
        File.Delete(image);
        return pages.FirstOrDefault();
    }

    /// <summary>The pages of an image file.</summary>
    /// <exception cref="ExtractionException">It is damaged.</exception>
    public List<PdfPage> ReadImage(string image, int firstNumber, WorkFolder folder, string source, CancellationToken cancellationToken)
    {
        var read = programs.Run(
            new ProgramCall("tesseract", [image, "stdout", "-l", limits.Languages, "--psm", "3", "tsv"], folder.Path) { Format = "an image or scanned page", Package = "tesseract-ocr", Source = source, Timeout = limits.MaxTimePerPage },
            cancellationToken);
        return read.ExitCode == 0
            ? OcrTsv.Read(read.Value, firstNumber)
            : throw new ExtractionException($"{source} cannot be read by tesseract: {read.Reason}");
    }
}
