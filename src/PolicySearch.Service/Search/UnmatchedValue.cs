namespace PolicySearch.Service.Search;

/// <summary>A value of a filter that no passage of the index has, so that it finds nothing.</summary>
/// <param name="Filter">The filter's name, as <c>ministry</c>.</param>
/// <param name="Value">The value as it was given.</param>
/// <param name="Nearest">Ids of tags of that type in the index that are spelled nearly so; at most three, the nearest first.</param>
public sealed record UnmatchedValue(string Filter, string Value, IReadOnlyList<string> Nearest);
