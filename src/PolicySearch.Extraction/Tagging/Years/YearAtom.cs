namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>One expression of a year, or of a span that a single number names, before neighbours are joined to ranges.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="From">First year.</param>
/// <param name="To">Last year.</param>
/// <param name="Basis">How it is named.</param>
internal readonly record struct YearAtom(int Start, int End, int From, int To, YearBasis Basis)
{
    /// <summary>For a year of an era the era, in which a short number after it counts too (平成28年から30年); else null.</summary>
    public Era? Era { get; init; }
}
