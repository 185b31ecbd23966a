namespace PolicySearch.Service.Search;

/// <summary>What is shown of hits that are copies of one another.</summary>
public enum Grouping
{
    /// <summary>The best one, with the others listed under it. Totals and facets count all.</summary>
    Duplicates,

    /// <summary>All, each by itself.</summary>
    None,
}

/// <summary>The option <c>group</c>.</summary>
public static class GroupingNames
{
    /// <summary>Name of the option.</summary>
    public const string Name = "group";

    /// <summary>Its values.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Grouping>().Select(Spelling.Of)];

    /// <summary>Reads a value; null for the default.</summary>
    /// <exception cref="SearchRequestException">There is no such value.</exception>
    public static Grouping Parse(string? value) => value is null
        ? Grouping.Duplicates
        : Enum.GetValues<Grouping>().Cast<Grouping?>().FirstOrDefault(grouping => Spelling.Of(grouping!.Value) == value)
            ?? throw new SearchRequestException(Name, $"there is no grouping '{value}'; use one of {string.Join(", ", All)}");
}
