using PolicySearch.Host.Web.Addresses;
using PolicySearch.Host.Web.Typography;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Results;

/// <summary>A chosen filter, to see and to take away.</summary>
/// <param name="Title">Kind of value, such as <c>Ministry</c>.</param>
/// <param name="Label">The value as a person reads it.</param>
/// <param name="RemoveAddress">The same search without it.</param>
public sealed record ChipModel(string Title, string Label, string RemoveAddress)
{
    /// <summary>The chips of a search, in the order of choice.</summary>
    /// <param name="query">The search.</param>
    /// <param name="facets">Counted facets, whose labels name the values; may lack any.</param>
    public static IReadOnlyList<ChipModel> All(PageQuery query, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> facets)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(facets);
        return [.. query.Filters.Select(filter => new ChipModel(
            Words.FilterTitle(filter.Name),
            LabelOf(filter, facets),
            query.Without(filter.Name, filter.Value).Address()))];
    }

    private static string LabelOf(PageFilter filter, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> facets)
    {
        if (filter.Name is "year" or "published" && YearRange.TryParse(filter.Value, out var range))
        {
            return range.Label;
        }

        var counted = facets.GetValueOrDefault(filter.Name, [])
            .FirstOrDefault(value => string.Equals(value.Value, filter.Value, StringComparison.OrdinalIgnoreCase));
        return counted?.Label ?? filter.Value;
    }
}
