using PolicySearch.Host.Output;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Api;

/// <summary><c>GET /api/passages/{id}</c>.</summary>
internal static class PassagesApi
{
    public static void MapPassages(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/passages/{id}", (string id, PassageSearch search) => search.FindPassage(id) is { } hit
            ? Results.Json(hit, HostJson.Contract)
            : Problem.Result(StatusCodes.Status404NotFound, $"there is no passage '{id}'", "id"))
        .WithName("passage")
        .WithSummary("One passage, as a search shows it, with the notes that it cites and the passages that cite its notes")
        .Produces<PassageDetail>();
}
