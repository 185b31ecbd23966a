using System.Globalization;
using Microsoft.OpenApi;
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
        CheckNames(query, [.. Others, .. FilterNames.All]);
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

    /// <summary>Refuses parameters that there are not.</summary>
    /// <exception cref="SearchRequestException">A name is none of <paramref name="names"/>.</exception>
    public static void CheckNames(IQueryCollection query, IReadOnlyList<string> names)
    {
        if (query.Keys.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw new SearchRequestException(unknown, $"there is no parameter '{unknown}'; use {string.Join(", ", names)}");
        }
    }

    /// <summary>How a parameter is described to programs.</summary>
    public static IOpenApiParameter Parameter(string name, JsonSchemaType type, string description) => new OpenApiParameter
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = type },
    };

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
