namespace PolicySearch.Extraction.Authority;

/// <summary>The value of a key: one text, or a list of them.</summary>
/// <param name="Line">Line of the value, from 1.</param>
/// <param name="Values">The texts; one where it is no list.</param>
/// <param name="IsList">Whether it was written as a YAML list.</param>
internal readonly record struct Field(int Line, IReadOnlyList<string> Values, bool IsList)
{
    /// <summary>Whether it was written as YAML's null, which takes a default away.</summary>
    public bool IsNull { get; init; }

    /// <summary>Names: a YAML list, or one text in which they are parted by <c>|</c>.</summary>
    public IReadOnlyList<string> Names => IsList ? Values
        : IsNull ? []
        : Values[0].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
