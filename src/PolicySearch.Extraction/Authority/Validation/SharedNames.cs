namespace PolicySearch.Extraction.Authority.Validation;

/// <summary>One name means one thing of a type, or there is a rule that settles it: the country that the text speaks of, or that the one lies in the other or became it, over however many steps (then the first in the files is meant).</summary>
internal static class SharedNames
{
    /// <summary>The faults.</summary>
    public static IEnumerable<AuthorityFault> Check(IReadOnlyList<AuthorityEntry> entries, AuthorityLineage lineage)
    {
        var names = new Dictionary<(Tagging.MentionType?, string), List<AuthorityEntry>>();
        foreach (var entry in entries)
        {
            foreach (var form in entry.Forms.DistinctBy(AuthorityIndex.Key))
            {
                var key = (entry.Type, AuthorityIndex.Key(form));
                if (!names.TryGetValue(key, out var others))
                {
                    names[key] = others = [];
                }

                foreach (var other in others)
                {
                    if (!IsSettled(entry, other, lineage))
                    {
                        yield return new AuthorityFault(entry.Origin, $"'{form}' of {entry.Id} is a name of {other.Id} too ({other.Origin}); say which came from which, give the two their countries, or leave it to one of them");
                    }
                }

                others.Add(entry);
            }

            if (Twice(entry) is { } twice)
            {
                yield return new AuthorityFault(entry.Origin, $"'{twice}' stands twice in {entry.Id}");
            }
        }
    }

    private static bool IsSettled(AuthorityEntry a, AuthorityEntry b, AuthorityLineage lineage) =>
        a.Country != b.Country || a.Parent == b.Id || b.Parent == a.Id || lineage.AreRelated(a, b);

    private static string? Twice(AuthorityEntry entry)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return entry.Names.Concat(entry.Short).FirstOrDefault(name => name == entry.Id || !seen.Add(name));
    }
}
