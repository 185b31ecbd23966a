namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>A document's units while the passes settle what they are.</summary>
/// <param name="Units">The units in reading order.</param>
/// <param name="BodySize">Font size of most of the text.</param>
/// <param name="IsBodyBold">Whether most of the text is bold, so that bold says nothing.</param>
/// <param name="IsOcr">Whether sizes are guessed from images.</param>
internal sealed record PdfDraft(List<PdfUnit> Units, double BodySize, bool IsBodyBold, bool IsOcr)
{
    /// <summary>How much larger than the text a heading's font is.</summary>
    public double Larger => BodySize * (IsOcr ? 1.3 : 1.1);

    /// <summary>How small a footnote's font is at most.</summary>
    public double Smaller => BodySize * (IsOcr ? 0.85 : 0.93);

    /// <summary>Whether a line stands out from the text by its size or weight.</summary>
    public bool IsDisplay(PdfLine line) => line.Size >= Larger || (line.IsBold && !IsBodyBold);
}
