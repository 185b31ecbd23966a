using System.Security.Cryptography;
using System.Text;
using PolicySearch.Engine.Storage;
using PolicySearch.Host.Output;
using PolicySearch.Host.Workers;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Api;

/// <summary>
/// What changes the index: <c>POST /api/ingest</c>, with its pausing, resuming and cancelling, and <c>DELETE /api/documents/{id}</c>; off without a
/// configured key. <c>GET /api/ingest/status</c> needs none.
/// </summary>
internal static class IngestApi
{
    private const string KeyHeader = "X-Api-Key";

    public static void MapIngest(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/ingest", (HttpContext http, Settings settings, Ingestor ingestor, IngestionWorker worker) =>
                Refusal(http, settings) ??
                Results.Json(ingestor.Run(worker.Request() with { RetryFailed = true }, http.RequestAborted), HostJson.Contract))
            .WithName("ingest")
            .WithSummary("Brings the index in step with the sources now; needs the header X-Api-Key")
            .Produces<IngestionReport>();
        routes.MapGet("/api/ingest/status", (Ingestor ingestor) => Results.Json(IngestStatus.Of(ingestor), HostJson.Contract))
            .WithName("ingest-status")
            .WithSummary("How the ingest stands: phase, counts, rate, time left, what could not be read")
            .Produces<IngestStatus>();
        MapControl(routes, "pause", "Stops the ingest at a commit until it is resumed", (ingestor, _) => ingestor.Pause());
        MapControl(routes, "resume", "Lets a paused ingest go on", (_, worker) => worker.Resume());
        MapControl(routes, "cancel", "Stops the ingest at a commit, until sources change or it is asked for", (ingestor, _) => ingestor.Cancel());
        routes.MapDelete(DocumentRoute.Pattern, (string id, HttpContext http, Settings settings, PassageSearch search, IndexDirectory directory) =>
                Refusal(http, settings) ?? Delete(DocumentRoute.Document(http, id), settings, search, directory))
            .WithName("delete-document")
            .WithSummary("Takes a document, by its id or its address, out of the index; needs the header X-Api-Key")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static void MapControl(IEndpointRouteBuilder routes, string name, string summary, Action<Ingestor, IngestionWorker> act) => routes
        .MapPost("/api/ingest/" + name, (HttpContext http, Settings settings, Ingestor ingestor, IngestionWorker worker) =>
        {
            if (Refusal(http, settings) is { } refusal)
            {
                return refusal;
            }

            act(ingestor, worker);
            return Results.Json(IngestStatus.Of(ingestor), HostJson.Contract);
        })
        .WithName("ingest-" + name)
        .WithSummary(summary + "; needs the header X-Api-Key")
        .Produces<IngestStatus>();

    private static IResult Delete(string id, Settings settings, PassageSearch search, IndexDirectory directory)
    {
        if (search.FindSummary(id) is not { } document)
        {
            return Problem.Result(StatusCodes.Status404NotFound, $"there is no document '{id}'", "id");
        }

        new SourceRemover(directory).Remove([document.Source], settings.Wait);
        return Results.NoContent();
    }

    private static IResult? Refusal(HttpContext http, Settings settings)
    {
        if (settings.ReadOnly)
        {
            return Problem.Result(StatusCodes.Status403Forbidden, "this server only reads; start it without --read-only to allow changes");
        }

        if (settings.ApiKey is not { } key)
        {
            return Problem.Result(
                StatusCodes.Status403Forbidden, $"changes over HTTP are off; set {Settings.EnvironmentPrefix}API_KEY to turn them on", KeyHeader);
        }

        var given = http.Request.Headers[KeyHeader].ToString();
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)))
            ? null
            : Problem.Result(StatusCodes.Status401Unauthorized, $"the header {KeyHeader} does not hold the configured key", KeyHeader);
    }
}
