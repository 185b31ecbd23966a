using Microsoft.OpenApi;
using PolicySearch.Host.Output;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Api;

/// <summary>A part of an index's documents, and what could not be read.</summary>
/// <param name="Total">How many documents there are.</param>
/// <param name="Documents">Those asked for, by source.</param>
/// <param name="Failed">Sources that could not be read, by source; of one that could be read before, the last good version is among the documents.</param>
internal sealed record DocumentsAnswer(int Total, IReadOnlyList<DocumentSummary> Documents, IReadOnlyList<FailedSource> Failed);

/// <summary><c>GET /api/documents</c> and <c>GET /api/documents/{id}</c>, both by parts.</summary>
internal static class DocumentsApi
{
    private static readonly string[] Names = ["offset", "limit"];

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/documents", (HttpContext http, PassageSearch search, Ingestor ingestor) =>
            {
                var documents = search.Documents(Read(http.Request.Query));
                return Results.Json(new DocumentsAnswer(documents.Total, documents.Documents, ingestor.Failures()), HostJson.Contract);
            })
            .WithName("documents")
            .WithSummary("Documents, by source, and the sources that could not be read")
            .Produces<DocumentsAnswer>()
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [.. Names.Select(name => Parameter(name, "Documents"))];
                return Task.CompletedTask;
            });
        routes.MapGet(DocumentRoute.Pattern, (string id, HttpContext http, PassageSearch search) => One(DocumentRoute.Document(http, id), http.Request.Query, search))
            .WithName("document")
            .WithSummary("A document, by its id or its address, with its text, its passages, where it comes from, and what of it could not be read")
            .Produces<DocumentView>()
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [.. operation.Parameters ?? [], .. Names.Select(name => Parameter(name, "Passages"))];
                return Task.CompletedTask;
            });
    }

    private static IResult One(string document, IQueryCollection query, PassageSearch search) => search.FindDocument(document, Read(query)) is { } found
        ? Results.Json(found, HostJson.Contract)
        : Problem.Result(StatusCodes.Status404NotFound, $"there is no document '{document}'", "id");

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
