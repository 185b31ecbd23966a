namespace PolicySearch.Extraction.Authority.Validation;

/// <summary>Checks what a file's schema cannot say: years in order, one thing to a name, no common words.</summary>
public static class AuthorityValidator
{
    /// <summary>What is to be changed in files of one's own, which are read one after the other on top of <paramref name="known"/>.</summary>
    /// <param name="known">What the files add to.</param>
    /// <param name="added">Names and contents.</param>
    /// <returns>The faults of these files; those of one that breaks the schema hide its other ones.</returns>
    public static IReadOnlyList<AuthorityFault> Check(AuthorityFiles known, IEnumerable<(string Name, string Text)> added)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(added);
        var faults = new List<AuthorityFault>();
        var sound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, text) in added)
        {
            try
            {
                known = known.With(name, text);
                sound.Add(name);
            }
            catch (AuthorityException error)
            {
                faults.AddRange(error.Faults);
            }
        }

        if (sound.Count > 0)
        {
            faults.AddRange(Check(known).Where(fault => sound.Contains(fault.Origin.File)));
        }

        return faults;
    }

    /// <summary>What is to be changed in all files together, by file and line.</summary>
    public static IReadOnlyList<AuthorityFault> Check(AuthorityFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var lineage = new AuthorityLineage(files.Entries);
        AuthorityFault[] faults =
        [
            .. AuthorityReferences.Check(files.Entries),
            .. YearRules.Check(files.Entries, lineage),
            .. SharedNames.Check(files.Entries, lineage),
            .. new PlainNames(files.Words).Check(files.Entries),
        ];
        return [.. faults.OrderBy(fault => fault.Origin.File, StringComparer.Ordinal).ThenBy(fault => fault.Origin.Line)];
    }
}
