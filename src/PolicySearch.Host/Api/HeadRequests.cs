namespace PolicySearch.Host.Api;

/// <summary>Answers HEAD as GET without the body (RFC 9110, 9.3.2); routes name GET only.</summary>
internal static class HeadRequests
{
    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        http.Request.Method = HttpMethods.Get;
        var body = http.Response.Body;
        http.Response.Body = Stream.Null;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.Response.Body = body;
        }
    });
}
