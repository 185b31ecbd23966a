using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>A page as it is set, before anything is known of its structure.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Lines">Its lines, in no order that could be relied on.</param>
internal sealed record PdfPage(int Number, double Width, double Height, IReadOnlyList<PdfLine> Lines)
{
    /// <summary>How its coordinates lie on the paper; by default as they are.</summary>
    public PageFrame Frame { get; init; } = new(0, Width, Height, 1);

    /// <summary>Where lines stand on the paper.</summary>
    public PageBox BoxOf(IEnumerable<PdfLine> lines) => Frame.On(Number, lines.Select(line => line.Box).Aggregate((all, box) => all.With(box)));

    /// <summary>Mean confidence of OCR from 0 to 100; null for a text layer.</summary>
    public double? Confidence { get; init; }
}
