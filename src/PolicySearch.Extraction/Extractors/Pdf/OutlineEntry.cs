namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>An entry of a file's outline (its bookmarks).</summary>
/// <param name="Page">Page that it leads to, from 1.</param>
/// <param name="Depth">From 1 for the outermost.</param>
/// <param name="Title">Its text.</param>
internal readonly record struct OutlineEntry(int Page, int Depth, string Title);
