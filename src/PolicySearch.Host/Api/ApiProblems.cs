using Microsoft.AspNetCore.Diagnostics;

namespace PolicySearch.Host.Api;

/// <summary>Turns faults and bare statuses of the API into problem details.</summary>
internal static class ApiProblems
{
    public static void UseApiProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => Answer(http, http.Features.Get<IExceptionHandlerFeature>()!.Error),

            // What the caller did wrong is not the server's fault and not in its log.
            SuppressDiagnosticsCallback = fault => fault.Exception is Service.Search.SearchRequestException or Engine.IndexException,
        });
        app.UseWhen(
            IsForPrograms,
            api => api.UseStatusCodePages(status => Problem.Result(status.HttpContext.Response.StatusCode, Detail(status.HttpContext)).ExecuteAsync(status.HttpContext)));
    }

    private static Task Answer(HttpContext http, Exception fault) => IsForPrograms(http)
        ? Problem.Of(fault).ExecuteAsync(http)
        : Problem.Page(fault).ExecuteAsync(http);

    private static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ||
        http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static string Detail(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"there is nothing at {http.Request.Path}; /openapi/v1.json lists what there is",
        StatusCodes.Status405MethodNotAllowed => $"{http.Request.Path} does not take {http.Request.Method}",
        _ => "the request could not be answered",
    };
}
