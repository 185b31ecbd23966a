using System.Diagnostics;
using System.Globalization;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Reads those pages of a PDF by OCR that have no usable text layer, within limits, and notes what was read how and what was not.</summary>
internal sealed class PdfOcr(PdfRun run, Ocr ocr, OcrLimits limits, List<string> notes)
{
    /// <summary>The pages, some of them read by OCR.</summary>
    public List<PdfPage> Read(List<PdfPage> pages, CancellationToken cancellationToken)
    {
        var images = pages.Exists(page => TextLayer.NeedsOcr(page, hasImage: true)) ? run.PagesWithImages(cancellationToken) : [];
        var left = limits.MaxPages;
        var (blank, unread) = (new List<int>(), new List<int>());
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < pages.Count; i++)
        {
            if (!TextLayer.NeedsOcr(pages[i], images.Contains(pages[i].Number)))
            {
                blank.AddRange(pages[i].Lines.Count == 0 ? [pages[i].Number] : []);
                continue;
            }

            if (left-- <= 0 || watch.Elapsed > limits.MaxTime)
            {
                unread.Add(pages[i].Number);
                continue;
            }

            pages[i] = ReadPage(pages[i], cancellationToken);
        }

        Note(blank, "no text and no picture");
        Note(unread, $"no usable text layer, and OCR did not come to it: the limit of {limits.MaxPages} pages or {limits.MaxTime.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture)} minutes was reached");
        return pages;
    }

    /// <summary>What is noted of a page read by OCR.</summary>
    public static string NoteOf(PdfPage page) => page.Lines.Count == 0
        ? $"page {page.Number} has no text"
        : $"page {page.Number} was read by OCR, mean confidence {(page.Confidence ?? 0).ToString("0", CultureInfo.InvariantCulture)} of 100";

    private void Note(List<int> pages, string what)
    {
        if (pages.Count > 0)
        {
            notes.Add($"{(pages.Count == 1 ? "page" : "pages")} {PageRanges.Show(pages)} {(pages.Count == 1 ? "has" : "have")} {what}");
        }
    }

    private PdfPage ReadPage(PdfPage page, CancellationToken cancellationToken)
    {
        try
        {
            var read = run.Ocr(ocr, page, cancellationToken) ?? page with { Lines = [] };
            var isBetter = Length(read) > Length(page) || TextLayer.IsGarbage(page);
            notes.Add(isBetter || page.Lines.Count == 0 ? NoteOf(read) : $"page {page.Number} has little text, and no more was found by OCR");
            return !isBetter || read.Lines.Count == 0 ? page : page.Lines.Count == 0 || TextLayer.IsGarbage(page) || read.Frame.Turns != 0 ? read : Joined(page, read);
        }
        catch (ExtractionException e)
        {
            notes.Add($"page {page.Number} has no usable text layer and could not be read by OCR: {e.Message}");
            return page;
        }
    }

    // The few words that a cover has in its layer are surer there; what else its picture shows comes to them.
    private static PdfPage Joined(PdfPage layer, PdfPage read)
    {
        var scale = read.Frame.Scale;
        var lines = read.Lines.Select(line => (line.Size, Words: line.Words.Select(word => word with { Box = word.Box.Times(scale) }).Where(word => !layer.Lines.Any(own => own.Box.Holds(word.Box))).ToList()));
        return layer with { Confidence = read.Confidence, Lines = [.. layer.Lines, .. lines.Where(line => line.Words.Count > 0).Select(line => PdfLine.Of(line.Words, line.Size * scale))] };
    }

    private static int Length(PdfPage page) => page.Lines.Sum(line => line.Text.Length);
}
