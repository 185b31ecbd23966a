namespace PolicySearch.Extraction.Authority.Overlay;

/// <summary>Lays a file of the user's own over what is known: an entry whose id is known changes that one, the others are new; then what is the same is joined, and names go to whom the file gives them.</summary>
internal sealed class AuthorityOverlay
{
    private readonly List<EntrySlot> _known;
    private readonly List<EntrySlot> _new = [];
    private readonly Dictionary<string, List<EntrySlot>> _byId = new(StringComparer.Ordinal);
    private readonly List<AuthorityFault> _faults = [];

    private AuthorityOverlay(IReadOnlyList<AuthorityEntry> known)
    {
        _known = [.. known.Select(entry => new EntrySlot(entry))];
        _known.ForEach(Register);
    }

    /// <summary>The entries with those of a file: new ones first, since they are the better known to its author, then the known ones in their order.</summary>
    /// <param name="known">What the file is laid over.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="faults">Gets all by which the file breaks the schema or contradicts itself or what is known; the entries are of use for further checks alone then.</param>
    public static IReadOnlyList<AuthorityEntry> Apply(IReadOnlyList<AuthorityEntry> known, string name, string text, List<AuthorityFault> faults)
    {
        var overlay = new AuthorityOverlay(known);
        var sections = AuthorityReader.ReadSections(name, text, overlay._faults, out var isWhole);
        foreach (var section in sections)
        {
            SectionEntries.CheckDefaults(section, overlay._faults);
            foreach (var fields in section.Entries)
            {
                overlay.Lay(section, fields);
            }
        }

        var entries = known;
        if (isWhole)
        {
            var slots = new EntryJoiner(overlay._byId, overlay._faults).Join([.. overlay._new, .. overlay._known]);
            new NameClaims(slots, overlay._faults).Settle();
            entries = [.. slots.Select(slot => slot.Entry)];
            overlay._faults.AddRange(AuthorityReferences.Check(entries));
        }

        faults.AddRange(overlay._faults.OrderBy(fault => fault.Origin.Line));
        return entries;
    }

    private void Lay(Section section, FieldMap fields)
    {
        var slot = Find(section, fields);
        if (slot is null)
        {
            Add(section, fields);
        }
        else if (slot.Line is { } line)
        {
            Fault(section, fields, $"the id {slot.Entry.Id} is taken by {line}; join the two or rename one");
        }
        else if (Change(section, fields, slot.Entry) is { } changed)
        {
            slot.Given.AddRange(changed.Names.Concat(changed.Short).Except([.. slot.Entry.Names, .. slot.Entry.Short], StringComparer.Ordinal));
            slot.Entry = changed;
            Note(section, fields, slot);
        }
    }

    private void Add(Section section, FieldMap fields)
    {
        if (SectionEntries.Make(section, fields, _faults) is not { } added)
        {
            return;
        }

        var slot = new EntrySlot(added);
        _new.Add(slot);
        Register(slot);
        slot.Given.AddRange(added.Forms);
        Note(section, fields, slot);
        if (fields.Find("drop") is not null)
        {
            Fault(section, fields, $"{added.Id} is new, so there is nothing to drop; correct the id, or leave 'drop' out");
        }
    }

    private void Note(Section section, FieldMap fields, EntrySlot slot)
    {
        slot.Line = new AuthorityOrigin(section.File, fields.Line);
        slot.SameAs = fields.Find("same_as") is { IsList: false, IsNull: false, Values: [var id] } ? id.Trim() : null;
        if (slot.SameAs == slot.Entry.Id)
        {
            Fault(section, fields, $"{slot.Entry.Id} is 'same_as' itself; name the id that shall be used for both");
        }
    }

    /// <summary>The entry that one of the file speaks of: that of its id and type, else the only known one of the id, whose type it changes; null where it is new.</summary>
    private EntrySlot? Find(Section section, FieldMap fields)
    {
        if (fields.Find("id") is not { IsList: false, Values: [var id] } || !_byId.TryGetValue(id.Trim(), out var slots))
        {
            return null;
        }

        var own = TypeIn(fields);
        if (own is null && slots is [var only])
        {
            return only;
        }

        var type = own ?? TypeIn(section.Defaults);
        if (slots.Find(slot => SectionEntries.NameOf(slot.Entry.Type) == type) is { } found)
        {
            return found;
        }

        var known = slots.Where(slot => slot.Line is null).ToList();
        if (known.Count > 1)
        {
            Fault(section, fields, $"several things have the id {id}; say by 'type' which is meant: {string.Join(", ", known.Select(slot => SectionEntries.NameOf(slot.Entry.Type)))}");
        }

        return known is [var changed] ? changed : null;
    }

    private static string? TypeIn(FieldMap fields) => fields.Find("type") is { IsList: false, Values: [var type] } ? type.Trim() : null;

    /// <summary>The known entry with what the file says of it: lists of names grow, other keys that it gives are replaced, <c>drop</c> takes names away.</summary>
    private AuthorityEntry? Change(Section section, FieldMap fields, AuthorityEntry known)
    {
        // Defaults are for what is new; what is known is already said.
        var alone = new Section(section.File, section.Line) { Source = section.Source };
        if (SectionEntries.Make(alone, fields.With("type", SectionEntries.NameOf(known.Type)), _faults) is not { } said)
        {
            return null;
        }

        var dropped = Dropped(section, fields, known);
        return known with
        {
            Type = said.Type,
            Names = Union(known, known.Names.Except(dropped, StringComparer.Ordinal), said.Names),
            Short = Union(known, known.Short.Except(dropped, StringComparer.Ordinal), said.Short),
            Adjectives = Union(known, known.Adjectives, said.Adjectives),
            Country = Has("country") ? said.Country : known.Country,
            From = Has("from") ? said.From : known.From,
            To = Has("to") ? said.To : known.To,
            Parent = Has("parent") ? said.Parent : known.Parent,
            Owners = Has("owner") ? said.Owners : known.Owners,
            Predecessors = Has("predecessors") ? said.Predecessors : known.Predecessors,
            Successors = Has("successors") ? said.Successors : known.Successors,
            Source = said.Source,
            Origin = said.Origin,
        };

        bool Has(string key) => fields.Find(key) is not null;
    }

    private HashSet<string> Dropped(Section section, FieldMap fields, AuthorityEntry known)
    {
        var dropped = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in fields.Find("drop")?.Names ?? [])
        {
            var key = AuthorityIndex.Key(name);
            var same = known.Names.Concat(known.Short).Where(one => AuthorityIndex.Key(one) == key).ToList();
            if (same.Count == 0)
            {
                Fault(section, fields, key == AuthorityIndex.Key(known.Id)
                    ? $"the id {known.Id} cannot be dropped; 'type: none' ends its tagging, 'same_as' gives its names to another"
                    : $"'{name}' is no name of {known.Id}, so it cannot be dropped; its names are {string.Join(" | ", known.Names.Concat(known.Short))}");
            }

            dropped.UnionWith(same);
        }

        return dropped;
    }

    /// <summary>Each name once, and none that is the id itself.</summary>
    internal static IReadOnlyList<string> Union(AuthorityEntry entry, IEnumerable<string> names, IEnumerable<string> more) =>
        [.. names.Concat(more).Where(name => name != entry.Id).Distinct(StringComparer.Ordinal)];

    private void Register(EntrySlot slot)
    {
        if (!_byId.TryGetValue(slot.Entry.Id, out var slots))
        {
            _byId[slot.Entry.Id] = slots = [];
        }

        slots.Add(slot);
    }

    private void Fault(Section section, FieldMap fields, string message) => _faults.Add(new AuthorityFault(new AuthorityOrigin(section.File, fields.Line), message));
}
