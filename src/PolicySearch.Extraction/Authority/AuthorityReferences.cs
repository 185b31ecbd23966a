using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Authority;

/// <summary>What must hold for entries to be used together: ids are unique, and what an entry points to is there.</summary>
internal static class AuthorityReferences
{
    /// <summary>The faults, in the order of the entries.</summary>
    public static IReadOnlyList<AuthorityFault> Check(IReadOnlyList<AuthorityEntry> entries)
    {
        var faults = new List<AuthorityFault>();
        var seen = new Dictionary<(MentionType?, string), AuthorityEntry>(entries.Count);
        var ids = new HashSet<string>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!seen.TryAdd((entry.Type, entry.Id), entry))
            {
                faults.Add(new AuthorityFault(entry.Origin, $"the id {entry.Id} is taken by {seen[(entry.Type, entry.Id)].Origin}; join the two or rename one"));
            }

            ids.Add(entry.Id);
        }

        foreach (var entry in entries)
        {
            foreach (var (key, id) in Of(entry))
            {
                if (!ids.Contains(id))
                {
                    faults.Add(new AuthorityFault(entry.Origin, $"'{key}' of {entry.Id}: no entry has the id '{id}'; add one or correct the name"));
                }
            }
        }

        return faults;
    }

    private static IEnumerable<(string Key, string Id)> Of(AuthorityEntry entry)
    {
        if (entry.Parent is { } parent)
        {
            yield return ("parent", parent);
        }

        foreach (var id in entry.Owners)
        {
            yield return ("owner", id);
        }

        foreach (var id in entry.Predecessors)
        {
            yield return ("predecessors", id);
        }

        foreach (var id in entry.Successors)
        {
            yield return ("successors", id);
        }
    }
}
