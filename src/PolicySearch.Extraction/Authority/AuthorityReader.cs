using YamlDotNet.Core;

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
        foreach (var section in ReadSections(name, text, faults))
        {
            SectionEntries.Add(section, entries, faults);
        }

        return faults.Count == 0 ? entries : throw new AuthorityException(faults);
    }

    /// <summary>The sections of a file, as they stand there; none where it is no YAML.</summary>
    internal static IReadOnlyList<Section> ReadSections(string name, string text, List<AuthorityFault> faults)
    {
        try
        {
            return new SectionReader(name, faults).Read(text);
        }
        catch (YamlException error)
        {
            faults.Add(new AuthorityFault(new AuthorityOrigin(name, (int)error.Start.Line), $"no YAML here: {error.Message}"));
            return [];
        }
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
