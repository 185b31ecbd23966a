namespace PolicySearch.Extraction.Authority;

/// <summary>What came before and after each entry, whichever of the two says so.</summary>
public sealed class AuthorityLineage
{
    private readonly Dictionary<string, List<AuthorityEntry>> _byId = new(StringComparer.Ordinal);
    private readonly ILookup<AuthorityEntry, AuthorityEntry> _predecessors;
    private readonly ILookup<AuthorityEntry, AuthorityEntry> _successors;

    /// <summary>Ties entries together; an id that no entry has is passed over.</summary>
    /// <param name="entries">The entries of all files.</param>
    public AuthorityLineage(IReadOnlyList<AuthorityEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            if (!_byId.TryGetValue(entry.Id, out var same))
            {
                _byId[entry.Id] = same = [];
            }

            same.Add(entry);
        }

        Links = entries.SelectMany(LinksOf).DistinctBy(link => (link.Before, link.After)).ToArray();
        _predecessors = Links.ToLookup(link => link.After, link => link.Before, (IEqualityComparer<AuthorityEntry>)ReferenceEqualityComparer.Instance);
        _successors = Links.ToLookup(link => link.Before, link => link.After, (IEqualityComparer<AuthorityEntry>)ReferenceEqualityComparer.Instance);
    }

    /// <summary>Each pair of an entry and one that came after it, with the one of the two that says so.</summary>
    internal IReadOnlyList<(AuthorityEntry Before, AuthorityEntry After, AuthorityEntry Origin)> Links { get; }

    /// <summary>What the entry came from.</summary>
    public IEnumerable<AuthorityEntry> PredecessorsOf(AuthorityEntry entry) => _predecessors[entry];

    /// <summary>What came after the entry.</summary>
    public IEnumerable<AuthorityEntry> SuccessorsOf(AuthorityEntry entry) => _successors[entry];

    /// <summary>Whether one of the two came from the other, over any number of steps.</summary>
    internal bool AreRelated(AuthorityEntry a, AuthorityEntry b) => ComesFrom(a, b) || ComesFrom(b, a);

    /// <summary>Whether the entry came from itself, over any number of steps.</summary>
    internal bool IsCircular(AuthorityEntry entry) => ComesFrom(entry, entry);

    /// <summary>The entry that an id in <paramref name="from"/> means: of its own type where there is one; null where there is none.</summary>
    internal AuthorityEntry? Resolve(AuthorityEntry from, string id) =>
        !_byId.TryGetValue(id, out var same) ? null : same.Find(entry => entry.Type == from.Type) ?? same[0];

    private bool ComesFrom(AuthorityEntry late, AuthorityEntry early)
    {
        var seen = new HashSet<AuthorityEntry>(ReferenceEqualityComparer.Instance);
        var open = new Stack<AuthorityEntry>([late]);
        while (open.TryPop(out var entry))
        {
            foreach (var before in PredecessorsOf(entry).Where(seen.Add))
            {
                if (ReferenceEquals(before, early))
                {
                    return true;
                }

                open.Push(before);
            }
        }

        return false;
    }

    private IEnumerable<(AuthorityEntry Before, AuthorityEntry After, AuthorityEntry Origin)> LinksOf(AuthorityEntry entry)
    {
        foreach (var id in entry.Predecessors)
        {
            if (Resolve(entry, id) is { } before)
            {
                yield return (before, entry, entry);
            }
        }

        foreach (var id in entry.Successors)
        {
            if (Resolve(entry, id) is { } after)
            {
                yield return (entry, after, entry);
            }
        }
    }
}
