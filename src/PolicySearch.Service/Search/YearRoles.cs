using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Search;

/// <summary>Limits the filter and the facet <c>year</c> to mentions of certain roles.</summary>
internal static class YearRoles
{
    /// <summary>Name of the option.</summary>
    public const string Name = "year_role";

    private static readonly Dictionary<string, YearRole> Roles =
        Enum.GetValues<YearRole>().ToDictionary(Spelling.Of, StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields that filter and facet look at: those of the roles asked for; without any all but <see cref="YearRole.Accessed"/>.</summary>
    /// <exception cref="SearchRequestException">A role is unknown, or neither filter nor facet is asked for.</exception>
    public static IReadOnlyList<string> FieldsOf(SearchRequest request)
    {
        if (request.YearRoles.Count == 0)
        {
            return PassageSchema.YearFields;
        }

        var roles = request.YearRoles.SelectMany(ValueList.Split).Select(Parse).Distinct().ToList();
        if (roles.Count == 0)
        {
            throw new SearchRequestException(Name, "a value is empty; leave the option out to select every role but accessed");
        }

        // Alone it would change nothing, and whoever gave it would not know.
        var isUsed = request.Filters.GetValueOrDefault(FilterNames.Year, []).Count > 0 || request.Facets.SelectMany(ValueList.Split).Contains(FilterNames.Year, StringComparer.Ordinal);
        return isUsed
            ? [.. roles.Select(PassageSchema.YearField)]
            : throw new SearchRequestException(Name, "it limits the filter year and the facet year; ask for one of them, such as the years 1.. for any");
    }

    private static YearRole Parse(string value) => Roles.TryGetValue(value, out var role)
        ? role
        : throw new SearchRequestException(Name, $"there is no role '{value}'; use one of {string.Join(", ", Roles.Keys)}");
}
