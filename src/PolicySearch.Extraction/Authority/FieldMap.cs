namespace PolicySearch.Extraction.Authority;

/// <summary>The fields of an entry or of a section's defaults, as they stand in the file.</summary>
/// <param name="Line">Line on which it begins.</param>
internal sealed record FieldMap(int Line)
{
    private readonly List<(string Key, Field Value)> _fields = [];

    /// <summary>The fields, in the file's order.</summary>
    public IReadOnlyList<(string Key, Field Value)> Fields => _fields;

    /// <summary>Adds a field.</summary>
    /// <returns>Whether the key was not there yet.</returns>
    public bool TryAdd(string key, Field value)
    {
        if (Find(key) is not null)
        {
            return false;
        }

        _fields.Add((key, value));
        return true;
    }

    /// <summary>The same fields, with one more where its key is not there.</summary>
    public FieldMap With(string key, string value)
    {
        var copy = new FieldMap(Line);
        copy._fields.AddRange(_fields);
        copy.TryAdd(key, new Field(Line, [value], IsList: false));
        return copy;
    }

    /// <summary>The field of that key, or null.</summary>
    public Field? Find(string key)
    {
        foreach (var (name, value) in _fields)
        {
            if (name == key)
            {
                return value;
            }
        }

        return null;
    }
}
