using Microsoft.OpenApi;
using PolicySearch.Host.Output;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Api;

/// <summary><c>GET /api/documents</c> and <c>GET /api/documents/{id}</c>, both by parts.</summary>
internal static class DocumentsApi
{
    private static readonly string[] Names = ["offset", "limit"];

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/documents", (HttpContext http, PassageSearch search) =>
                Results.Json(search.Documents(Read(http.Request.Query)), HostJson.Contract))
            .WithName("documents")
            .WithSummary("Documents, by source")
            .Produces<DocumentList>()
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [.. Names.Select(name => Parameter(name, "Documents"))];
                return Task.CompletedTask;
            });
        routes.MapGet("/api/documents/{id}", (string id, HttpContext http, PassageSearch search) => search.FindDocument(id, Read(http.Request.Query)) is { } document
                ? Results.Json(document, HostJson.Contract)
                : Problem.Result(StatusCodes.Status404NotFound, $"there is no document '{id}'", "id"))
            .WithName("document")
            .WithSummary("A document with its text, its passages, where it comes from, and what of it could not be read")
            .Produces<DocumentView>()
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [.. operation.Parameters ?? [], .. Names.Select(name => Parameter(name, "Passages"))];
                return Task.CompletedTask;
            });
    }

    private static ListRange Read(IQueryCollection query)
    {
        SearchQueryString.CheckNames(query, Names);
        var range = new ListRange();
        return range with
        {
            Offset = SearchQueryString.Number(query, "offset") ?? range.Offset,
            Limit = SearchQueryString.Number(query, "limit") ?? range.Limit,
        };
    }

    private static IOpenApiParameter Parameter(string name, string what) => SearchQueryString.Parameter(
        name, JsonSchemaType.Integer, name == "limit" ? $"{what} to give, 1 to {SearchLimits.MaxLimit}; default {SearchLimits.MaxLimit}." : $"{what} to leave out; default 0.");
}
