using Microsoft.AspNetCore.Http.Features;

namespace PolicySearch.Host.Api;

/// <summary>The route of one document, which is asked for by its id or its address: <c>/api/documents/papers/2003/plan.pdf</c>, with or without <c>%2F</c> for the slashes.</summary>
internal static class DocumentRoute
{
    public const string Pattern = "/api/documents/{**id:minlength(1)}";

    private const string Start = "/api/documents/";

    /// <summary>What is asked for, decoded once and whole; the route's own value keeps <c>%2F</c>, so that it cannot be told from a name that has <c>%2F</c> in it.</summary>
    public static string Document(HttpContext http, string id)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var start = target.IndexOf(Start, StringComparison.Ordinal);
        return start < 0 || !target.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? id : Uri.UnescapeDataString(target[(start + Start.Length)..].Split('?')[0]);
    }
}
