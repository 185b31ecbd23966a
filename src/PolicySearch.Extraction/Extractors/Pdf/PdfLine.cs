namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Words that follow one another on a line without a wide gap: a line of a column, or of a table's cell.</summary>
/// <param name="Words">The words in reading order.</param>
/// <param name="Box">The box around them.</param>
/// <param name="Size">Font size in points; estimated from the height where the font is unknown.</param>
internal sealed record PdfLine(IReadOnlyList<PdfWord> Words, Box Box, double Size)
{
    private string? _text;

    /// <summary>Whether most of it is bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Its text, spaces between words where the script has them.</summary>
    public string Text => _text ??= LineText.Of(this);

    /// <summary>A line of these words, the box around them.</summary>
    public static PdfLine Of(IReadOnlyList<PdfWord> words, double size, bool isBold = false) =>
        new(words, words.Select(word => word.Box).Aggregate((all, box) => all.With(box)), size) { IsBold = isBold };
}
