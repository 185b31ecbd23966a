using PolicySearch.Host.Web.Typography;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Results;

/// <summary>What is wrong with a search, and where.</summary>
/// <param name="Message">For the reader.</param>
/// <param name="Before">The query before the fault; null where the fault has no place in the query.</param>
/// <param name="At">The character at fault; empty where the query ends too early.</param>
/// <param name="After">The rest of the query.</param>
public sealed record QueryFault(string Message, string? Before, string At, string After)
{
    /// <summary>The fault of a request that the service refused.</summary>
    /// <param name="query">What stood in the search box.</param>
    /// <param name="exception">The refusal.</param>
    public static QueryFault Of(string query, SearchRequestException exception)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(exception);
        if (exception.Position is not { } position)
        {
            var about = exception.Parameter == "q" ? "" : Words.FilterTitle(exception.Parameter) + ": ";
            return new QueryFault(about + exception.Message, Before: null, "", "");
        }

        var at = Math.Clamp(position, 0, query.Length);
        var length = at == query.Length ? 0 : IsPair(query, at) ? 2 : 1;
        return new QueryFault(exception.Message, query[..at], query.Substring(at, length), query[(at + length)..]);
    }

    private static bool IsPair(string query, int at) => at + 1 < query.Length && char.IsSurrogatePair(query[at], query[at + 1]);
}
