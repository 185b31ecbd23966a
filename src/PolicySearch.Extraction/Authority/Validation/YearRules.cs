namespace PolicySearch.Extraction.Authority.Validation;

/// <summary>Years of existence agree with what came before and after, and nothing belongs to itself.</summary>
internal static class YearRules
{
    // Laws take effect in the middle of a year, and an old body is often wound up in the year after.
    private const int ToleranceYears = 1;

    /// <summary>The faults.</summary>
    public static IEnumerable<AuthorityFault> Check(IReadOnlyList<AuthorityEntry> entries, AuthorityLineage lineage)
    {
        foreach (var (before, after, origin) in lineage.Links)
        {
            if (ReferenceEquals(before, after))
            {
                yield return new AuthorityFault(origin.Origin, $"{before.Id} comes from itself");
            }
            else if (before.To > after.From + ToleranceYears)
            {
                yield return new AuthorityFault(origin.Origin, $"{before.Id} ends in {before.To}, after its successor {after.Id} begins in {after.From}");
            }
            else if (before.From > after.From)
            {
                yield return new AuthorityFault(origin.Origin, $"{before.Id} begins in {before.From}, after its successor {after.Id} begins in {after.From}");
            }
        }

        foreach (var entry in entries)
        {
            if (lineage.IsCircular(entry) && !lineage.PredecessorsOf(entry).Contains(entry))
            {
                yield return new AuthorityFault(entry.Origin, $"{entry.Id} comes from itself by way of its predecessors {string.Join(" | ", lineage.PredecessorsOf(entry).Select(before => before.Id))}");
            }

            if (BelongsToItself(entry, lineage))
            {
                yield return new AuthorityFault(entry.Origin, $"{entry.Id} belongs to itself by way of 'parent' {entry.Parent}");
            }
        }
    }

    private static bool BelongsToItself(AuthorityEntry entry, AuthorityLineage lineage)
    {
        var seen = new HashSet<AuthorityEntry>(ReferenceEqualityComparer.Instance) { entry };
        var at = entry;
        while (at is { Parent: { } parent })
        {
            at = lineage.Resolve(at, parent);
            if (ReferenceEquals(at, entry))
            {
                return true;
            }

            if (at is null || !seen.Add(at))
            {
                return false;
            }
        }

        return false;
    }
}
