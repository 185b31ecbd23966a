namespace PolicySearch.Extraction.Authority.Overlay;

/// <summary>Joins entries that a file calls the same: id and names of the one become names of the other, and what pointed to the one points to the other.</summary>
internal sealed class EntryJoiner(IReadOnlyDictionary<string, List<EntrySlot>> byId, List<AuthorityFault> faults)
{
    private readonly Dictionary<string, string> _joined = new(StringComparer.Ordinal);

    /// <summary>The slots that remain, in their order.</summary>
    public IReadOnlyList<EntrySlot> Join(IReadOnlyList<EntrySlot> slots)
    {
        var leaving = slots.Where(slot => slot.SameAs is not null).ToList();
        foreach (var slot in leaving)
        {
            if (TargetOf(slot) is { } target)
            {
                Join(slot, target);
                _joined[slot.Entry.Id] = target.Entry.Id;
            }
        }

        var rest = slots.Where(slot => slot.SameAs is null).ToList();
        if (leaving.Count > 0)
        {
            var ids = rest.Select(slot => slot.Entry.Id).ToHashSet(StringComparer.Ordinal);
            rest.ForEach(slot => slot.Entry = Redirected(slot.Entry, ids));
        }

        return rest;
    }

    private EntrySlot? TargetOf(EntrySlot slot)
    {
        var seen = new HashSet<EntrySlot> { slot };
        var at = slot;
        while (at.SameAs is { } id)
        {
            if (!byId.TryGetValue(id, out var named))
            {
                faults.Add(new AuthorityFault(at.Line!.Value, $"'same_as' of {at.Entry.Id}: no entry has the id '{id}'; add one or correct the name"));
                return null;
            }

            at = named.Find(one => one.Entry.Type == slot.Entry.Type) ?? named[0];
            if (!seen.Add(at))
            {
                faults.Add(new AuthorityFault(slot.Line!.Value, $"'same_as' of {slot.Entry.Id} leads round in a circle; leave it out of the entry whose id shall be used"));
                return null;
            }
        }

        return at;
    }

    private static void Join(EntrySlot slot, EntrySlot target)
    {
        var (from, to) = (slot.Entry, target.Entry);
        var isShort = AuthorityIndex.IsShortForm(from.Id);
        target.Entry = to with
        {
            Names = AuthorityOverlay.Union(to, to.Names, isShort ? from.Names : from.Names.Prepend(from.Id)),
            Short = AuthorityOverlay.Union(to, to.Short, isShort ? from.Short.Prepend(from.Id) : from.Short),
            Adjectives = AuthorityOverlay.Union(to, to.Adjectives, from.Adjectives),
            Country = to.Country ?? from.Country,
            Origin = slot.Line!.Value,
        };
        target.Line ??= slot.Line;
        target.Given.AddRange([from.Id, .. from.Names, .. from.Short]);
    }

    private AuthorityEntry Redirected(AuthorityEntry entry, HashSet<string> ids) => entry with
    {
        Parent = entry.Parent is { } parent && Redirected(parent, ids) is var above && above != entry.Id ? above : null,
        Owners = Redirected(entry, entry.Owners, ids),
        Predecessors = Redirected(entry, entry.Predecessors, ids),
        Successors = Redirected(entry, entry.Successors, ids),
    };

    // What was tied to what it now is one with is tied to nothing.
    private IReadOnlyList<string> Redirected(AuthorityEntry entry, IReadOnlyList<string> references, HashSet<string> ids) =>
        references.Count == 0 ? references : [.. references.Select(id => Redirected(id, ids)).Where(id => id != entry.Id).Distinct(StringComparer.Ordinal)];

    private string Redirected(string id, HashSet<string> ids) => !ids.Contains(id) && _joined.TryGetValue(id, out var target) ? target : id;
}
