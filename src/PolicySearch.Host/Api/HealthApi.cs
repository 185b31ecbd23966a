using PolicySearch.Engine;
using PolicySearch.Host.Output;
using PolicySearch.Host.Workers;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Api;

/// <summary>How the server is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>not-ready</c>.</param>
/// <param name="Detail">Why it is not ready, such as the damage that the background check found; else null.</param>
/// <param name="Documents">Documents that can be searched; null where that was not looked at.</param>
/// <param name="Passages">Passages that can be searched; likewise.</param>
internal sealed record Health(string Status, string? Detail, int? Documents, int? Passages);

/// <summary><c>GET /health/live</c> and <c>GET /health/ready</c>.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new Health("live", null, null, null), HostJson.Contract))
            .WithName("live")
            .WithSummary("Whether the process answers")
            .Produces<Health>();
        routes.MapGet("/health/ready", Ready)
            .WithName("ready")
            .WithSummary("Whether searches are answered from an index")
            .Produces<Health>();
    }

    private static IResult Ready(PassageSearch search, ServerStatus status)
    {
        try
        {
            var state = search.State();
            return state is null && !status.FirstRunDone
                ? NotReady("the first ingest is under way")
                : status.Trouble is { } trouble ? NotReady(trouble)
                : Results.Json(new Health("ready", null, state?.Documents ?? 0, state?.Passages ?? 0), HostJson.Contract);
        }
        catch (IndexException e)
        {
            return NotReady(e.Message);
        }
    }

    private static IResult NotReady(string detail) => Results.Json(
        new Health("not-ready", detail, null, null), HostJson.Contract, statusCode: StatusCodes.Status503ServiceUnavailable);
}
