using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Authority.Validation;

/// <summary>A programme's owner is somebody who can run one: no place, and no person.</summary>
internal static class OwnerRules
{
    /// <summary>The faults. An id that no entry has is left to <see cref="AuthorityReferences"/>.</summary>
    public static IEnumerable<AuthorityFault> Check(IReadOnlyList<AuthorityEntry> entries)
    {
        var types = entries.ToLookup(entry => entry.Id, entry => entry.Type, StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.Type is MentionType.Programme))
        {
            foreach (var owner in entry.Owners.Where(owner => types.Contains(owner) && types[owner].All(type => type is MentionType.Place or MentionType.Person)))
            {
                yield return new AuthorityFault(entry.Origin, $"'owner' of {entry.Id}: {owner} is a {SectionEntries.NameOf(types[owner].First())}; name the body that runs the programme");
            }
        }
    }
}
