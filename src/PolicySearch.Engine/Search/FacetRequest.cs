namespace PolicySearch.Engine.Search;

/// <summary>One facet to count.</summary>
/// <param name="Name">Name in the answer.</param>
/// <param name="WithoutFilter">Name of the filter that this facet's counts leave out; null for none.</param>
public abstract record FacetRequest(string Name, string? WithoutFilter);

/// <summary>Counts documents for each value of a keyword field.</summary>
/// <param name="Name">Name in the answer.</param>
/// <param name="Field">A keyword field.</param>
/// <param name="Limit">Most values to give.</param>
/// <param name="WithoutFilter">Name of the filter that this facet's counts leave out; null for none.</param>
public sealed record KeywordFacetRequest(string Name, string Field, int Limit = 100, string? WithoutFilter = null) : FacetRequest(Name, WithoutFilter)
{
    /// <summary>Most values to give.</summary>
    public int Limit { get; init; } = Limit >= 0 ? Limit : throw new ArgumentOutOfRangeException(nameof(Limit), Limit, $"limit is {Limit}; use 0 or more");
}

/// <summary>Counts a document once for every whole number in the union of its intervals; for an interval longer than <paramref name="MaxSpan"/> only its two ends.</summary>
/// <param name="Name">Name in the answer.</param>
/// <param name="Fields">Interval fields, taken together.</param>
/// <param name="MaxSpan">Longest interval (To - From + 1) that counts for all its numbers.</param>
/// <param name="WithoutFilter">Name of the filter that this facet's counts leave out; null for none.</param>
public sealed record IntervalFacetRequest(string Name, IReadOnlyList<string> Fields, int MaxSpan, string? WithoutFilter = null) : FacetRequest(Name, WithoutFilter)
{
    /// <summary>Interval fields, taken together.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [.. Fields];

    /// <summary>Longest interval (To - From + 1) that counts for all its numbers.</summary>
    public int MaxSpan { get; init; } = MaxSpan >= 1 ? MaxSpan : throw new ArgumentOutOfRangeException(nameof(MaxSpan), MaxSpan, $"the longest span is {MaxSpan}; use 1 or more");
}

/// <summary>Counts documents for each value of a number field; all values, ascending.</summary>
/// <param name="Name">Name in the answer.</param>
/// <param name="Field">A number field.</param>
/// <param name="WithoutFilter">Name of the filter that this facet's counts leave out; null for none.</param>
public sealed record NumberFacetRequest(string Name, string Field, string? WithoutFilter = null) : FacetRequest(Name, WithoutFilter);
