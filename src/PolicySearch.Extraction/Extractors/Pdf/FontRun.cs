namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>A stretch of text in one font.</summary>
/// <param name="Box">Where it stands.</param>
/// <param name="Size">Font size in points.</param>
/// <param name="IsBold">Whether the font is bold.</param>
internal readonly record struct FontRun(Box Box, double Size, bool IsBold);
