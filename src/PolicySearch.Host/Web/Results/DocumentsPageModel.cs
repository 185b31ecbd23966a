using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Results;

/// <summary>All that a page of the list of documents shows.</summary>
/// <param name="List">Its documents.</param>
/// <param name="Pager">The way to the other pages.</param>
public sealed record DocumentsPageModel(DocumentList List, PagerModel Pager);
