namespace PolicySearch.Extraction.Authority;

/// <summary>Reads and checks authority files; <c>Authority/Data/README.md</c> describes them, <c>authority.schema.json</c> beside it is their schema.</summary>
public static class AuthorityReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="AuthorityException">The content breaks the schema; all that is wrong with it is named.</exception>
    public static IReadOnlyList<AuthorityEntry> Read(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        var faults = new List<AuthorityFault>();
        var entries = new List<AuthorityEntry>();
        foreach (var section in ReadSections(name, text, faults, out _))
        {
            SectionEntries.Add(section, entries, faults);
        }

        return faults.Count == 0 ? entries : throw new AuthorityException(faults);
    }

    /// <summary>The sections of a file, as they stand there; where it is no YAML from some line on, those before.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="text">Its content.</param>
    /// <param name="faults">Gets what is wrong with its form.</param>
    /// <param name="isWhole">Whether all of it could be read.</param>
    internal static IReadOnlyList<Section> ReadSections(string name, string text, List<AuthorityFault> faults, out bool isWhole)
    {
        var reader = new SectionReader(name, faults);
        isWhole = reader.TryRead(text);
        return reader.Sections;
    }

    /// <summary>Checks that the entries of all files together can be used.</summary>
    /// <exception cref="AuthorityException">Two entries have one type and id, or one names a body that does not exist.</exception>
    public static void Validate(IReadOnlyList<AuthorityEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var faults = AuthorityReferences.Check(entries);
        if (faults.Count > 0)
        {
            throw new AuthorityException(faults);
        }
    }
}
