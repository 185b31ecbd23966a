using System.Globalization;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Api;

/// <summary>Reads a search out of an address's query string. The page uses the same names as the API.</summary>
internal static class SearchQueryString
{
    /// <summary>Parameters beside the filters.</summary>
    public static IReadOnlyList<string> Others { get; } = ["q", "facet", "year_role", GroupingNames.Name, "limit", "offset"];

    /// <summary>The request.</summary>
    /// <param name="query">The query string.</param>
    /// <exception cref="SearchRequestException">A parameter is unknown, given twice, or no number.</exception>
    public static SearchRequest Read(IQueryCollection query)
    {
        foreach (var name in query.Keys)
        {
            if (!Others.Contains(name, StringComparer.Ordinal) && !FilterNames.All.Contains(name, StringComparer.Ordinal))
            {
                throw new SearchRequestException(
                    name, $"there is no parameter '{name}'; use {string.Join(", ", Others.Concat(FilterNames.All))}");
            }
        }

        var request = new SearchRequest
        {
            Query = Single(query, "q") ?? "",
            Filters = FilterNames.All
                .Select(name => (name, Values: (IReadOnlyList<string>)[.. query[name].OfType<string>()]))
                .Where(filter => filter.Values.Count > 0)
                .ToDictionary(filter => filter.name, filter => filter.Values, StringComparer.Ordinal),
            Facets = [.. query["facet"].OfType<string>()],
            YearRoles = [.. query["year_role"].OfType<string>()],
            Group = GroupingNames.Parse(Single(query, GroupingNames.Name)),
        };
        return request with
        {
            Limit = Number(query, "limit") ?? request.Limit,
            Offset = Number(query, "offset") ?? request.Offset,
        };
    }

    /// <summary>The value of a parameter that may be given once; null where it is not.</summary>
    public static string? Single(IQueryCollection query, string name) => query[name] switch
    {
        [] => null,
        [var value] => value,
        _ => throw new SearchRequestException(name, $"{name} is given more than once"),
    };

    /// <summary>The same as a whole number.</summary>
    public static int? Number(IQueryCollection query, string name) => Single(query, name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new SearchRequestException(name, $"{name} is '{text}'; use a whole number"),
    };
}
