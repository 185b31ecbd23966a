using PolicySearch.Host.Web.Addresses;
using PolicySearch.Host.Web.Typography;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Results;

/// <summary>One value of a facet.</summary>
/// <param name="Label">What a person reads.</param>
/// <param name="Count">Passages; null where a chosen value was not counted.</param>
/// <param name="Chosen">Whether the search has it.</param>
/// <param name="Address">The search with it, or without it where it is chosen.</param>
public sealed record FacetChoice(string Label, long? Count, bool Chosen, string Address);

/// <summary>A facet: the values to choose from, the chosen ones always among the first.</summary>
/// <param name="Name">The filter's name.</param>
/// <param name="Title">Heading.</param>
/// <param name="First">The values shown at once.</param>
/// <param name="Rest">The values folded away.</param>
public sealed record FacetModel(string Name, string Title, IReadOnlyList<FacetChoice> First, IReadOnlyList<FacetChoice> Rest)
{
    private const int ShownAtOnce = 6;

    /// <summary>Whether any value is chosen.</summary>
    public bool HasChosen => First.Any(choice => choice.Chosen);

    /// <summary>A facet as counted for a search.</summary>
    /// <param name="name">The filter's name.</param>
    /// <param name="values">The counted values, by count.</param>
    /// <param name="query">The search.</param>
    public static FacetModel Of(string name, IReadOnlyList<FacetValue> values, PageQuery query)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(query);
        var counted = values.Select(value => Choice(name, value.Value, value.Label, value.Count, query));
        var uncounted = query.Filters
            .Where(filter => filter.Name == name && !values.Any(value => string.Equals(value.Value, filter.Value, StringComparison.OrdinalIgnoreCase)))
            .Select(filter => Choice(name, filter.Value, filter.Value, count: null, query));
        List<FacetChoice> all = [.. uncounted, .. counted];
        var chosen = all.Count(choice => choice.Chosen);
        var ordered = all.OrderBy(choice => choice.Chosen ? 0 : 1).ToList();

        // One value alone is not worth folding away.
        var shown = Math.Max(ShownAtOnce, chosen);
        shown = ordered.Count == shown + 1 ? ordered.Count : Math.Min(shown, ordered.Count);
        return new FacetModel(name, Words.FacetTitle(name), ordered[..shown], ordered[shown..]);
    }

    private static FacetChoice Choice(string name, string value, string label, long? count, PageQuery query)
    {
        var chosen = query.Has(name, value);
        var next = chosen ? query.Without(name, value) : query.With(name, value);
        return new FacetChoice(name == "kind" ? Words.Kind(label) ?? "Running text" : label, count, chosen, next.Address());
    }
}
