namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>A part of a page that is read on its own: one column of text, or a table.</summary>
/// <param name="Lines">Its lines from top to bottom.</param>
/// <param name="IsTable">Whether they are a table's cells.</param>
internal sealed record PageRegion(List<PdfLine> Lines, bool IsTable);
