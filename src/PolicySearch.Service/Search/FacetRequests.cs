using PolicySearch.Engine.Search;

namespace PolicySearch.Service.Search;

/// <summary>Makes the engine's facet requests of facet names.</summary>
internal static class FacetRequests
{
    /// <summary>Longest mention, in years, that counts for each of its years; a longer one counts for its two ends.</summary>
    private const int MaxYearSpan = 15;

    /// <summary>The facets asked for, each once; a facet that is filtered on is counted without its own filter.</summary>
    /// <exception cref="SearchRequestException">A name is unknown.</exception>
    public static IReadOnlyList<FacetRequest> Build(SearchRequest request)
    {
        var yearFields = YearRoles.FieldsOf(request);
        return [.. request.Facets.SelectMany(ValueList.Split).Distinct(StringComparer.Ordinal).Select(name => Build(name, request, yearFields))];
    }

    private static FacetRequest Build(string name, SearchRequest request, IReadOnlyList<string> yearFields)
    {
        var own = request.Filters.TryGetValue(name, out var values) && values.Count > 0 ? name : null;
        return name switch
        {
            FilterNames.Year => new IntervalFacetRequest(name, yearFields, MaxYearSpan, own),
            FilterNames.Published => new IntervalFacetRequest(name, [PassageSchema.PublishedYear], 1, own),
            _ when FilterNames.All.Contains(name, StringComparer.Ordinal) =>
                new KeywordFacetRequest(name, FieldOf(name), SearchLimits.MaxFacetValues, own),
            _ => throw new SearchRequestException(
                "facet", $"there is no facet '{name}'; use one of {string.Join(", ", FilterNames.All)}"),
        };
    }

    /// <summary>Keyword facets are named as their fields.</summary>
    private static string FieldOf(string name) => name == FilterNames.Document ? PassageSchema.Document : name;
}
