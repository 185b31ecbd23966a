namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>A word as the page shows it; in Japanese often one character, or a whole line.</summary>
internal readonly record struct PdfWord(string Text, Box Box);
