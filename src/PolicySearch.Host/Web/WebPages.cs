using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicySearch.Host.Web.Addresses;
using PolicySearch.Host.Web.Components;
using PolicySearch.Host.Web.Reading;
using PolicySearch.Host.Web.Results;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web;

/// <summary>The pages for people. Each is rendered on the server and works without a script.</summary>
public static class WebPages
{
    private const int MostPassages = 1000;
    private const int DocumentsPerPage = 100;
    private static readonly PathString[] ForPrograms = ["/api", "/health", "/openapi"];

    /// <summary>What the pages need.</summary>
    public static void AddWebPages(this IServiceCollection services) => services.AddRazorComponents();

    /// <summary>The pages' addresses.</summary>
    public static void MapWebPages(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UsePageHeaders();
        app.UseSiteFiles();
        app.UseWhen(IsForPeople, pages => pages.UseStatusCodePages(NoSuchPageAsync));
        app.MapGet("/", (HttpRequest request, PassageSearch search) =>
            Search(request.Query, search.Search, search.Canonical)).ExcludeFromDescription();
        app.MapGet("/documents", (HttpRequest request, PassageSearch search) => Documents(request.Query, search.Documents)).ExcludeFromDescription();
        app.MapGet("/documents/{id}", (string id, HttpRequest request, PassageSearch search) =>
            Document(request.Query, search.FindDocument(id, PartOf(request.Query)), search.Search)).ExcludeFromDescription();
    }

    /// <summary>The search page.</summary>
    /// <param name="address">The address' parameters.</param>
    /// <param name="search">Answers searches.</param>
    /// <param name="canonical">Gives the value that a filter's name and value stand for, or null.</param>
    public static IResult Search(IQueryCollection address, Func<SearchRequest, SearchResponse> search, Func<string, string, string?> canonical)
    {
        ArgumentNullException.ThrowIfNull(search);
        var query = PageQuery.Read(address).Canonical(canonical);
        if (PageQuery.HasYearBoxes(address))
        {
            return TypedResults.LocalRedirect(query.Address());
        }

        try
        {
            return Page<SearchPage>(SearchPageModel.From(query, search(query.ToRequest(SearchPageModel.AskedFacets))));
        }
        catch (SearchRequestException refusal)
        {
            return Page<SearchPage>(SearchPageModel.From(query, refusal), StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The page of one document.</summary>
    /// <param name="address">The address' parameters: the search that led here, which is marked in the text and led back to.</param>
    /// <param name="document">The document, or null where there is none.</param>
    /// <param name="search">Answers searches.</param>
    public static IResult Document(IQueryCollection address, DocumentView? document, Func<SearchRequest, SearchResponse> search)
    {
        ArgumentNullException.ThrowIfNull(address);
        var query = PageQuery.Read(address);
        if (document is null)
        {
            return Page<MissingPage>(new MissingPageModel("document", query), StatusCodes.Status404NotFound);
        }

        var found = query.Text.Length == 0 ? [] : FoundIn(document, query, search);
        return Page<DocumentPage>(DocumentPageModel.Of(document, query, found, address[PageQuery.PassageName]));
    }

    /// <summary>The list of documents.</summary>
    /// <param name="address">The address' parameters: the page, from 1.</param>
    /// <param name="list">Gives a part of the list.</param>
    public static IResult Documents(IQueryCollection address, Func<ListRange, DocumentList> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var page = Math.Min(PageQuery.Number(address), int.MaxValue / DocumentsPerPage);
        var documents = list(new ListRange((page - 1) * DocumentsPerPage, DocumentsPerPage));
        var last = (int)PagerModel.PageCount(documents.Total, DocumentsPerPage);
        return Page<DocumentsPage>(new DocumentsPageModel(documents, PagerModel.Of(page, last, number => number == 1 ? "/documents" : $"/documents?page={number}")));
    }

    /// <summary>The part of a document that an address asks for: by its number, or by a passage in it.</summary>
    private static ListRange PartOf(IQueryCollection address)
    {
        var part = Math.Min(PageQuery.Number(address, PageQuery.PartName), int.MaxValue / DocumentPageModel.PassagesPerPart);
        return new ListRange((part - 1) * DocumentPageModel.PassagesPerPart, DocumentPageModel.PassagesPerPart) { Passage = address[PageQuery.PassageName] };
    }

    /// <summary>The passages of a document that have the query's words; none where the query cannot be read.</summary>
    private static IReadOnlyList<SearchHit> FoundIn(DocumentView document, PageQuery query, Func<SearchRequest, SearchResponse> search)
    {
        try
        {
            var inside = query with { Filters = [new PageFilter("document", document.Document.Id)], Page = 1 };
            return search(inside.ToRequest([]) with { Group = Grouping.None, Limit = MostPassages }).Hits;
        }
        catch (SearchRequestException)
        {
            return [];
        }
    }

    /// <summary>Programs get problem details instead.</summary>
    private static bool IsForPeople(HttpContext http) =>
        !ForPrograms.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));

    private static Task NoSuchPageAsync(StatusCodeContext status) => status.HttpContext.Response.StatusCode == StatusCodes.Status404NotFound
        ? Page<MissingPage>(new MissingPageModel("page", PageQuery.Empty), StatusCodes.Status404NotFound).ExecuteAsync(status.HttpContext)
        : Task.CompletedTask;

    private static RazorComponentResult<TPage> Page<TPage>(object model, int statusCode = StatusCodes.Status200OK)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model })
        {
            StatusCode = statusCode,
            PreventStreamingRendering = true,
        };
}
