using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Pdf;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads scans (PNG, JPEG and TIFF images) by OCR.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
/// <param name="programs">Where programs are found and what they may take; null for the default.</param>
/// <param name="ocr">How much is read by OCR; null for the default.</param>
public sealed class ImageExtractor(ExtractionLimits? limits = null, ProgramLimits? programs = null, OcrLimits? ocr = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;
    private readonly Ocr _ocr = new(new ProgramRunner(programs), ocr ?? new OcrLimits());

    /// <inheritdoc/>
    public string Name => "image";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Image;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        using var folder = new WorkFolder();
        var pages = _ocr.ReadImage(folder.Write("source", source.Content.Span), 1, isDrawn: false, folder, source.Name, cancellationToken);
        var info = new PdfInfo(null, null, null, pages.Count);
        var document = PdfStructure.Read(pages, info, MediaType(source.Content.Span), cancellationToken) with { Notes = [.. pages.Select(PdfOcr.NoteOf)] };
        return document.Text.Length > 0 ? document : throw new ExtractionException($"{source.Name} has no text in it that can be read");
    }

    private static string MediaType(ReadOnlySpan<byte> bytes) => bytes[0] switch
    {
        0x89 => "image/png",
        0xFF => "image/jpeg",
        _ => "image/tiff",
    };
}
