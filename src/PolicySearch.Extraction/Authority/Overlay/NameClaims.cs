namespace PolicySearch.Extraction.Authority.Overlay;

/// <summary>A name that the file gives to one thing is taken from every other of its type and country; where that cannot be, the file contradicts what is known or itself.</summary>
internal sealed class NameClaims(IReadOnlyList<EntrySlot> slots, List<AuthorityFault> faults)
{
    private readonly ILookup<string, EntrySlot> _byName = slots
        .SelectMany(slot => slot.Entry.Forms.Append(slot.Entry.Id).Select(AuthorityIndex.Key).Distinct().Select(key => (key, slot)))
        .ToLookup(pair => pair.key, pair => pair.slot, StringComparer.Ordinal);

    /// <summary>Takes the names, and adds what cannot be to the faults.</summary>
    public void Settle()
    {
        foreach (var slot in slots.Where(slot => slot.Given.Count > 0))
        {
            foreach (var name in slot.Given.DistinctBy(AuthorityIndex.Key))
            {
                var key = AuthorityIndex.Key(name);
                foreach (var other in _byName[key].Where(other => Rivals(slot, other)))
                {
                    Take(slot, other, name, key);
                }
            }
        }
    }

    // Between countries the text decides.
    private static bool Rivals(EntrySlot slot, EntrySlot other) =>
        slot != other && slot.Entry.Type == other.Entry.Type && (slot.Entry.Country is null || slot.Entry.Country == other.Entry.Country);

    private void Take(EntrySlot slot, EntrySlot other, string name, string key)
    {
        var (entry, rival) = (slot.Entry, other.Entry);
        var isId = IsId(entry, key);
        var isGivenTwice = other.Given.Exists(given => AuthorityIndex.Key(given) == key);
        if ((isId || isGivenTwice) && (Follows(entry, rival) || Follows(rival, entry)))
        {
            // Of predecessor and successor the first in the files is meant.
            return;
        }

        if (isGivenTwice && slot.Line!.Value.Line < other.Line!.Value.Line)
        {
            // The later of the two says so.
            return;
        }

        if (IsId(rival, key))
        {
            Fault(slot, $"'{name}' of {entry.Id} is the id {rival.Id} ({rival.Origin}); 'same_as: {rival.Id}' makes the two one");
        }
        else if (isGivenTwice)
        {
            Fault(slot, $"'{name}' is given to {entry.Id} and to {rival.Id} ({rival.Origin}); leave it to one of them");
        }
        else if (isId)
        {
            Fault(slot, $"the id {entry.Id} is a name of {rival.Id} ({rival.Origin}); write 'id: {rival.Id}' to add to that, or let '{name}' be dropped there");
        }
        else
        {
            other.Entry = rival with { Names = Without(rival.Names, key), Short = Without(rival.Short, key) };
        }
    }

    private static bool IsId(AuthorityEntry entry, string key) => AuthorityIndex.Key(AuthorityEntry.WithoutBracket(entry.Id)) == key;

    private static bool Follows(AuthorityEntry after, AuthorityEntry before) => after.Predecessors.Contains(before.Id) || before.Successors.Contains(after.Id);

    private static string[] Without(IReadOnlyList<string> names, string key) => [.. names.Where(name => AuthorityIndex.Key(name) != key)];

    private void Fault(EntrySlot slot, string message) => faults.Add(new AuthorityFault(slot.Line!.Value, message));
}
