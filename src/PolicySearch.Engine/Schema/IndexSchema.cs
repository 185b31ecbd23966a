namespace PolicySearch.Engine.Schema;

/// <summary>The fields of an index, in the order in which they were given.</summary>
public sealed class IndexSchema
{
    private readonly Dictionary<string, FieldDefinition> _byName;

    /// <summary>Creates a schema.</summary>
    /// <exception cref="ArgumentException">A name is used twice or badly formed, or a text field lacks its analyzer.</exception>
    public IndexSchema(params IReadOnlyList<FieldDefinition> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Fields = [.. fields];
        _byName = new Dictionary<string, FieldDefinition>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            Check(field);
            if (!_byName.TryAdd(field.Name, field))
            {
                throw new ArgumentException($"field '{field.Name}' is defined twice", nameof(fields));
            }
        }
    }

    /// <summary>All fields.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>One line that changes when a field, its kind or its analyzer changes; stored in every commit.</summary>
    public string Fingerprint => string.Join(
        ';', Fields.Select(f => f.Analyzer is null ? $"{f.Name}:{f.Kind}" : $"{f.Name}:{f.Kind}({f.Analyzer.Fingerprint})"));

    /// <summary>The field of that name, or null.</summary>
    public FieldDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    private static void Check(FieldDefinition field)
    {
        if (field.Name.Length == 0 || !field.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new ArgumentException($"field name '{field.Name}' is not made of ASCII letters, digits and '_'", nameof(field));
        }

        if ((field.Kind == FieldKind.Text) != (field.Analyzer is not null))
        {
            throw new ArgumentException($"field '{field.Name}': a text field, and no other, has an analyzer", nameof(field));
        }
    }
}
