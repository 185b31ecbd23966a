namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text as one line; empty for an empty cell.</param>
/// <param name="Lines">Its lines; empty for an empty cell.</param>
internal readonly record struct PdfCell(string Text, IReadOnlyList<PdfLine> Lines);
