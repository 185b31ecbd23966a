namespace PolicySearch.Extraction.Authority.Validation;

/// <summary>Checks what a file's schema cannot say: years in order, one thing to a name, no common words.</summary>
public static class AuthorityValidator
{
    /// <summary>What is to be changed in files of one's own, which are read one after the other on top of <paramref name="known"/>.</summary>
    /// <param name="known">What the files add to.</param>
    /// <param name="added">Names and contents.</param>
    /// <returns>All faults of these files, by file as given and line.</returns>
    public static IReadOnlyList<AuthorityFault> Check(AuthorityFiles known, IEnumerable<(string Name, string Text)> added)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(added);
        var faults = new List<AuthorityFault>();
        var names = new List<string>();
        foreach (var (name, text) in added)
        {
            known = known.With(name, text, faults);
            names.Add(name);
        }

        var said = faults.ToLookup(fault => fault.Origin, fault => fault.Message);
        faults.AddRange(Check(known).Where(fault => names.Contains(fault.Origin.File) && !said[fault.Origin].Any(message => IsSaid(fault.Message, message))));
        return [.. faults.Distinct().OrderBy(fault => names.IndexOf(fault.Origin.File)).ThenBy(fault => fault.Origin.Line)];
    }

    // That two things share a name has been said where the file gave it away.
    private static bool IsSaid(string message, string said) =>
        message == said || (message.StartsWith('\'') && said.Contains(message[1..message.IndexOf('\'', 1)], StringComparison.Ordinal));

    /// <summary>What is to be changed in all files together, by file and line.</summary>
    public static IReadOnlyList<AuthorityFault> Check(AuthorityFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var lineage = new AuthorityLineage(files.Entries);
        AuthorityFault[] faults =
        [
            .. AuthorityReferences.Check(files.Entries),
            .. OwnerRules.Check(files.Entries),
            .. CountryCodes.Check(files.Entries),
            .. YearRules.Check(files.Entries, lineage),
            .. SharedNames.Check(files.Entries, lineage),
            .. new PlainNames(files.Words).Check(files.Entries),
        ];
        return [.. faults.OrderBy(fault => fault.Origin.File, StringComparer.Ordinal).ThenBy(fault => fault.Origin.Line)];
    }
}
