using PolicySearch.Host.Output;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Api;

/// <summary>The documents of an index.</summary>
/// <param name="Total">How many.</param>
/// <param name="Documents">All of them, by source.</param>
/// <param name="Failed">Sources that could not be read, by source; of one that could be read before, the last good version is among the documents.</param>
internal sealed record DocumentList(int Total, IReadOnlyList<DocumentSummary> Documents, IReadOnlyList<FailedSource> Failed);

/// <summary><c>GET /api/documents</c> and <c>GET /api/documents/{id}</c>.</summary>
internal static class DocumentsApi
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/documents", (PassageSearch search, Ingestor ingestor) =>
            {
                var documents = search.Documents();
                return Results.Json(new DocumentList(documents.Count, documents, ingestor.Failures()), HostJson.Contract);
            })
            .WithName("documents")
            .WithSummary("All documents, by source, and the sources that could not be read")
            .Produces<DocumentList>();
        routes.MapGet("/api/documents/{id}", (string id, PassageSearch search) => search.FindDocument(id) is { } document
                ? Results.Json(document, HostJson.Contract)
                : Problem.Result(StatusCodes.Status404NotFound, $"there is no document '{id}'", "id"))
            .WithName("document")
            .WithSummary("A document with its text and passages")
            .Produces<DocumentView>();
    }
}
