using PolicySearch.Engine.Analysis;

namespace PolicySearch.Engine.Schema;

/// <summary>A field of an index.</summary>
/// <param name="Name">Letters, digits and <c>_</c>; unique in the schema.</param>
/// <param name="Kind">How it is indexed.</param>
/// <param name="Analyzer">For a text field its analyzer; else null.</param>
public sealed record FieldDefinition(string Name, FieldKind Kind, Analyzer? Analyzer = null)
{
    /// <summary>An analysed text field.</summary>
    public static FieldDefinition Text(string name, Analyzer analyzer) => new(name, FieldKind.Text, analyzer);

    /// <summary>A multi-valued keyword field.</summary>
    public static FieldDefinition Keyword(string name) => new(name, FieldKind.Keyword);

    /// <summary>A number field.</summary>
    public static FieldDefinition Number(string name) => new(name, FieldKind.Number);

    /// <summary>A multi-valued interval field.</summary>
    public static FieldDefinition Interval(string name) => new(name, FieldKind.Interval);

    /// <summary>A stored field.</summary>
    public static FieldDefinition Stored(string name) => new(name, FieldKind.Stored);
}
