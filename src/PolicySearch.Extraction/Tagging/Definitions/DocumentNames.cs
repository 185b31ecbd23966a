using PolicySearch.Extraction.Authority;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Collects what a document itself says of names: a small authority file for this document alone.</summary>
internal sealed class DocumentNames
{
    private readonly Dictionary<(MentionType? Type, string Id), Names> _entries = [];
    private readonly List<(MentionType? Type, string Id)> _order = [];

    /// <summary>Whether nothing has been collected.</summary>
    public bool IsEmpty => _order.Count == 0;

    /// <summary>Adds a name of a thing, matched whatever its capitals.</summary>
    public void AddName(MentionType? type, string id, string name) => Of(type, id).Long.Add(name);

    /// <summary>Adds a short form of a thing, matched letter for letter.</summary>
    public void AddShort(MentionType? type, string id, string name) => Of(type, id).Short.Add(name);

    /// <summary>The entries, in the order in which the document introduces them.</summary>
    public IReadOnlyList<AuthorityEntry> ToEntries() =>
        _order.ConvertAll(key => new AuthorityEntry(key.Type, key.Id, [.. _entries[key].Long.Distinct(StringComparer.Ordinal)], [.. _entries[key].Short.Distinct(StringComparer.Ordinal)])
        {
            Origin = new AuthorityOrigin("the document", 0),
        });

    private Names Of(MentionType? type, string id)
    {
        if (!_entries.TryGetValue((type, id), out var names))
        {
            names = new Names([], []);
            _entries[(type, id)] = names;
            _order.Add((type, id));
        }

        return names;
    }

    private sealed record Names(List<string> Long, List<string> Short);
}
