namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>How much of a document is read by OCR.</summary>
public sealed record OcrLimits
{
    /// <summary>Tesseract's names of the languages; by default English and Japanese.</summary>
    public string Languages { get; init; } = "eng+jpn";

    /// <summary>Most pages of one document; by default 50. What is left unread is noted in the document.</summary>
    public int MaxPages { get; init; } = 50;

    /// <summary>Longest time for one page, and for an image with all its pages; by default two minutes.</summary>
    public TimeSpan MaxTimePerPage { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest time for all pages of one document, after which no further one is begun; by default ten minutes.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(10);
}
