using PolicySearch.Engine;
using PolicySearch.Extraction.Authority;
using PolicySearch.Host.Output;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Api;

/// <summary>Problem details after RFC 9457.</summary>
/// <param name="Type">What kind of problem: <c>about:blank</c>, for the status says it.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong, and what would be right.</param>
/// <param name="Parameter">The parameter at fault, or null.</param>
/// <param name="Position">For a query that cannot be read, the UTF-16 code unit at fault; else null.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string? Parameter, int? Position)
{
    private const string ContentType = "application/problem+json";

    public static IResult Result(int status, string detail, string? parameter = null, int? position = null) =>
        Results.Json(
            new Problem("about:blank", TitleOf(status), status, detail, parameter, position), HostJson.Contract, ContentType, status);

    /// <summary>The problem behind an exception; never its stack.</summary>
    public static IResult Of(Exception exception)
    {
        var (status, detail) = Describe(exception);
        var request = exception as SearchRequestException;
        return Result(status, detail, request?.Parameter, request?.Position);
    }

    /// <summary>The same for a person: one line of text.</summary>
    public static IResult Page(Exception exception)
    {
        var (status, detail) = Describe(exception);
        return Results.Text($"{TitleOf(status)}: {detail}\n", "text/plain; charset=utf-8", statusCode: status);
    }

    private static (int Status, string Detail) Describe(Exception exception) => exception switch
    {
        SearchRequestException e => (StatusCodes.Status400BadRequest, e.Message),
        BadHttpRequestException e => (e.StatusCode, e.Message),
        IngestionException or AuthorityException => (StatusCodes.Status409Conflict, exception.Message),
        OperationCanceledException => (StatusCodes.Status409Conflict, "the ingest was stopped; what it had read is committed"),
        IndexNotWrittenException e => (StatusCodes.Status507InsufficientStorage, e.Message),
        IndexException e => (StatusCodes.Status503ServiceUnavailable, e.Message),
        _ => (StatusCodes.Status500InternalServerError, "an unexpected fault; the server's log says more"),
    };

    private static string TitleOf(int status) => status switch
    {
        400 => "Bad request",
        401 => "Key needed",
        403 => "Not allowed",
        404 => "Not found",
        405 => "Method not allowed",
        409 => "Conflict",
        503 => "Not available now",
        507 => "Cannot be stored",
        _ => status >= 500 ? "Server error" : "Request failed",
    };
}
