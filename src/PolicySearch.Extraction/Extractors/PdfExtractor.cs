using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Pdf;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads PDF files through poppler's programs; pages without a usable text layer by OCR.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
/// <param name="programs">Where programs are found and what they may take; null for the default.</param>
/// <param name="ocr">How much is read by OCR; null for the default.</param>
public sealed class PdfExtractor(ExtractionLimits? limits = null, ProgramLimits? programs = null, OcrLimits? ocr = null) : IExtractor
{
    private const int EndBytes = 1024;

    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;
    private readonly ProgramRunner _programs = new(programs);
    private readonly OcrLimits _ocrLimits = ocr ?? new OcrLimits();

    /// <inheritdoc/>
    public string Name => "pdf";

    /// <inheritdoc/>
    public int Version => 4;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Pdf;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        using var folder = new WorkFolder();
        var run = new PdfRun(_programs, source.Name, folder, folder.Write("source.pdf", source.Content.Span));
        var info = run.Info(cancellationToken);
        if (!HasEndMark(source.Content.Span))
        {
            run.Notes.Add("it has no end mark: it may have been cut off, and pages or parts of them may be missing");
        }

        var pages = run.Pages(_limits.MaxPages, cancellationToken);
        var notes = run.Notes;
        if (info.Pages > pages.Count)
        {
            notes.Add($"only the first {pages.Count} of {info.Pages} pages were read");
        }

        pages = new PdfOcr(run, new Ocr(_programs, _ocrLimits), _ocrLimits, notes).Read(pages, cancellationToken);
        var document = PdfStructure.Read(pages, info with { Outline = run.Outline }, "application/pdf", cancellationToken) with { Notes = notes };
        return document.Text.Length > 0
            ? document
            : throw new ExtractionException($"{source.Name} has no text in it{(notes.Count > 0 ? ": " + string.Join("; ", notes) : "")}");
    }

    // Readers look for it in the last 1,024 bytes (ISO 32000-1, annex H); a download may be filled up with zeros behind it.
    private static bool HasEndMark(ReadOnlySpan<byte> pdf)
    {
        var end = pdf.TrimEnd("\0\r\n \t"u8);
        return end[^Math.Min(end.Length, EndBytes)..].IndexOf("%%EOF"u8) >= 0;
    }
}
