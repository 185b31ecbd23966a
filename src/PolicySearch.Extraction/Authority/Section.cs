namespace PolicySearch.Extraction.Authority;

/// <summary>A YAML document of an authority file: where its facts come from, what holds for all its entries, and the entries.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Line on which the section begins.</param>
internal sealed record Section(string File, int Line)
{
    /// <summary>Where the facts come from, or null.</summary>
    public string? Source { get; set; }

    /// <summary>What entries do not say themselves.</summary>
    public FieldMap Defaults { get; set; } = new(0);

    /// <summary>The entries.</summary>
    public List<FieldMap> Entries { get; } = [];
}
