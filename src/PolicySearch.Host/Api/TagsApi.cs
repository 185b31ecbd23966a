using Microsoft.OpenApi;
using PolicySearch.Host.Output;
using PolicySearch.Service.Search;
using PolicySearch.Service.Tags;

namespace PolicySearch.Host.Api;

/// <summary><c>GET /api/tags</c>. Counts alone, which columns give at once; the forms in texts are the verb's.</summary>
internal static class TagsApi
{
    private static readonly string[] Names = ["q", "type", "min", "limit"];

    public static void MapTags(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/tags", (HttpContext http, PassageSearch search) => Results.Json(search.CountTags(Read(http.Request.Query)), HostJson.Contract))
        .WithName("tags")
        .WithSummary("The tags of the index, with the passages and documents that have them")
        .Produces<TagCountList>()
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. Names.Select(Parameter)];
            return Task.CompletedTask;
        });

    private static TagRequest Read(IQueryCollection query)
    {
        SearchQueryString.CheckNames(query, Names);
        var request = new TagRequest { Text = SearchQueryString.Single(query, "q") ?? "", Types = [.. query["type"].OfType<string>()] };
        return request with
        {
            Min = SearchQueryString.Number(query, "min") ?? request.Min,
            Limit = SearchQueryString.Number(query, "limit") ?? request.Limit,
        };
    }

    private static IOpenApiParameter Parameter(string name) => SearchQueryString.Parameter(
        name,
        name is "min" or "limit" ? JsonSchemaType.Integer : JsonSchemaType.String,
        name switch
        {
            "q" => "Part of a tag's id, without regard to case, or a known name of the thing; empty for all tags.",
            "type" => "Types, repeated or separated by commas: ministry, agency, organisation, person, place, programme, year; without it all but year.",
            "min" => "Fewest passages that have the tag; default 1.",
            _ => $"Most tags of each type, 1 to {TagRequest.MaxLimit}; default 50.",
        });
}
