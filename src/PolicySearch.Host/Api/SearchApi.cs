using Microsoft.OpenApi;
using PolicySearch.Host.Output;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Api;

/// <summary><c>GET /api/search</c>.</summary>
internal static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/search", (HttpContext http, PassageSearch search) =>
            Results.Json(search.Search(SearchQueryString.Read(http.Request.Query)), HostJson.Contract))
        .WithName("search")
        .WithSummary("Ranked passages, and the facets asked for")
        .Produces<SearchResponse>()
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. SearchQueryString.Others.Concat(FilterNames.All).Select(Parameter)];
            return Task.CompletedTask;
        });

    private static IOpenApiParameter Parameter(string name) => SearchQueryString.Parameter(
        name,
        name is "limit" or "offset" ? JsonSchemaType.Integer : JsonSchemaType.String,
        name switch
        {
            "q" => "The query in Lucene's classic syntax; empty for all passages.",
            "facet" => "Names of facets to count, repeated or separated by commas; each filter is a facet.",
            "year_role" => "Roles to which the filter and the facet year are limited, repeated or separated by commas: mentioned, published, accessed, target; without it all but accessed.",
            GroupingNames.Name => "duplicates (default): hits that are copies of one another are shown once, the others listed with the best; none: all by themselves.",
            "limit" => "Hits to give, 1 to 1000; default 10. Copies listed with a hit do not count.",
            "offset" => "Hits to leave out, counted as limit counts; offset and limit are at most 10000 together.",
            FilterNames.Year or FilterNames.Published => "A, A..B, A.. or ..B; repeated or separated by commas selects either.",
            FilterNames.Document => "Id or address of a document; repeated or separated by commas selects either.",
            _ => "A value; repeated or separated by commas selects either.",
        });
}
