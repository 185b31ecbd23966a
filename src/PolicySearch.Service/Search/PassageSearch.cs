namespace PolicySearch.Service.Search;

/// <summary>Answers searches from the newest commit. Safe for use by many threads.</summary>
public sealed class PassageSearch
{
    /// <summary>Searches.</summary>
    /// <exception cref="SearchRequestException">The request is wrong.</exception>
    public SearchResponse Search(SearchRequest request) => throw new NotImplementedException();

    /// <summary>The passage with this id as a hit (score 0, no highlights), or null.</summary>
    public SearchHit? FindPassage(string id) => throw new NotImplementedException();

    /// <summary>All documents, by source.</summary>
    public IReadOnlyList<DocumentSummary> Documents() => throw new NotImplementedException();

    /// <summary>A document with its text and passages, or null.</summary>
    public DocumentView? FindDocument(string id) => throw new NotImplementedException();
}

/// <summary>A whole document to read.</summary>
/// <param name="Document">What it is.</param>
/// <param name="MediaType">Media type of its source.</param>
/// <param name="Text">Its whole text.</param>
/// <param name="Passages">Its passages in order, as hits without score and highlights.</param>
public sealed record DocumentView(DocumentSummary Document, string MediaType, string Text, IReadOnlyList<SearchHit> Passages);
