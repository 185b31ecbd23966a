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

    // Below this, text that is upside down or on its side is looked for.
    private const double Doubtful = 65;
    private const double Sure = 80;
    private const double Surer = 10;

    /// <summary>A page of a PDF file; null when nothing could be read on it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="page">The page, with its size in points.</param>
    /// <param name="folder">Where programs work.</param>
    /// <param name="source">The source's name, for messages.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public PdfPage? ReadPage(string file, PdfPage page, WorkFolder folder, string source, CancellationToken cancellationToken)
    {
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        var drawn = programs.Run(
            new ProgramCall("pdftoppm", ["-f", number, "-l", number, "-scale-to", PixelsHigh, "-gray", "-singlefile", file, "page" + number], folder.Path) { Format = "PDF", Package = "poppler-utils", Source = source, Timeout = limits.MaxTimePerPage },
            cancellationToken);
        var image = folder.File($"page{number}.pgm");
        if (drawn.ExitCode != 0 || !File.Exists(image))
        {
            return null;
        }

        try
        {
            var upright = ReadImage(image, page.Number, isDrawn: true, folder, source, cancellationToken).FirstOrDefault();
            var best = upright is null || Trust(upright) >= Doubtful || upright.Lines.Count == 0 ? upright : Turned(image, upright, folder, source, cancellationToken);
            return best is null ? null : best with { Frame = best.Frame with { Scale = best.Frame.Height > 0 ? page.Height / best.Frame.Height : 1 } };
        }
        finally
        {
            File.Delete(image);
        }
    }

    // The page as it reads best: as it is, or after one, two or three quarter turns.
    private PdfPage Turned(string image, PdfPage upright, WorkFolder folder, string source, CancellationToken cancellationToken)
    {
        var best = upright;
        if (GrayImage.Read(image) is not { } pixels)
        {
            return best;
        }

        foreach (var turns in (int[])[2, 1, 3])
        {
            pixels.Turn(turns).Write(image);
            if (ReadImage(image, upright.Number, isDrawn: true, folder, source, cancellationToken) is [var read, ..] && Trust(read) > Trust(best) + Surer && Length(read) * 2 > Length(best))
            {
                // Every reading is as high as A4, so that one on its side has another scale.
                var (width, height) = turns == 2 ? (read.Width, read.Height) : (read.Height, read.Width);
                best = read with { Frame = new PageFrame(turns, width, height, 1) };
            }

            if (Trust(best) >= Sure)
            {
                break;
            }
        }

        return best;
    }

    // A page on its side gives a few letters that are sure, and loses the rest.
    private static int Length(PdfPage page) => page.Lines.Sum(line => line.Text.Length);

    // Text on its side may be read well, but its lines then stand in no order.
    private static double Trust(PdfPage page)
    {
        var words = page.Lines.SelectMany(line => line.Words).Where(word => word.Text.Length >= 4 && word.Text.All(char.IsAsciiLetter)).ToList();
        var onSide = words.Count(word => word.Box.Height > 1.5 * word.Box.Width);
        return (page.Confidence ?? 0) - (onSide * 2 > words.Count ? 50 : 0);
    }

    /// <summary>The pages of an image file.</summary>
    /// <param name="image">The file.</param>
    /// <param name="firstNumber">Number of its first page.</param>
    /// <param name="isDrawn">Whether it was drawn here, so that its resolution is known though the file does not tell it.</param>
    /// <param name="folder">Where programs work.</param>
    /// <param name="source">The source's name, for messages.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ExtractionException">It is damaged.</exception>
    public List<PdfPage> ReadImage(string image, int firstNumber, bool isDrawn, WorkFolder folder, string source, CancellationToken cancellationToken)
    {
        var read = programs.Run(
            new ProgramCall("tesseract", [image, "stdout", "-l", limits.Languages, "--psm", "3", .. isDrawn ? (string[])["--dpi", "300"] : [], "tsv"], folder.Path) { Format = "an image or scanned page", Package = "tesseract-ocr", Source = source, Timeout = limits.MaxTimePerPage },
            cancellationToken);
        return read.ExitCode == 0
            ? OcrTsv.Read(read.Value, firstNumber)
            : throw new ExtractionException($"{source} cannot be read by tesseract: {read.Reason}");
    }
}
