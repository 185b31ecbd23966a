using System.Globalization;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Authority;

/// <summary>Makes entries of a section's fields, and says which fields cannot be used.</summary>
internal static class SectionEntries
{
    private const int MaxYear = 2200;

    private static readonly Dictionary<string, MentionType?> Types = new(StringComparer.Ordinal)
    {
        ["ministry"] = MentionType.Ministry,
        ["agency"] = MentionType.Agency,
        ["organisation"] = MentionType.Organisation,
        ["person"] = MentionType.Person,
        ["place"] = MentionType.Place,
        ["programme"] = MentionType.Programme,
        ["none"] = null,
    };

    /// <summary>Keys that only make sense in a file that is laid over others.</summary>
    private static readonly string[] KeysOfOwnFiles = ["same_as", "drop"];

    /// <summary>The keys of an entry; a test holds the schema to them.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["id", "type", "names", "short", "country", "adjectives", "from", "to", "parent", "owner", "predecessors", "successors", "source", .. KeysOfOwnFiles];

    /// <summary>The words for types in a file.</summary>
    public static IReadOnlyCollection<string> TypeNames => Types.Keys;

    /// <summary>Adds a section's entries to <paramref name="entries"/> and its faults to <paramref name="faults"/>.</summary>
    public static void Add(Section section, List<AuthorityEntry> entries, List<AuthorityFault> faults)
    {
        CheckDefaults(section, faults);
        foreach (var fields in section.Entries)
        {
            if (new EntryMaker(section, fields, faults).Make() is { } entry)
            {
                entries.Add(entry);
            }

            foreach (var key in KeysOfOwnFiles.Where(key => fields.Find(key) is not null))
            {
                faults.Add(new AuthorityFault(new AuthorityOrigin(section.File, fields.Line), $"'{key}' is for a file that is laid over others; change the entry itself"));
            }
        }
    }

    /// <summary>The entry of some fields, or null where they make none.</summary>
    public static AuthorityEntry? Make(Section section, FieldMap fields, List<AuthorityFault> faults) => new EntryMaker(section, fields, faults).Make();

    /// <summary>The word for a type in a file.</summary>
    public static string NameOf(MentionType? type) => Types.First(pair => pair.Value == type).Key;

    /// <summary>Adds what is wrong with a section's defaults to <paramref name="faults"/>.</summary>
    public static void CheckDefaults(Section section, List<AuthorityFault> faults)
    {
        foreach (var (key, value) in section.Defaults.Fields)
        {
            if (key is not ("type" or "country" or "parent" or "owner"))
            {
                faults.Add(new AuthorityFault(new AuthorityOrigin(section.File, value.Line), $"'{key}' cannot be a default; use type, country, parent or owner"));
            }
        }
    }

    private sealed class EntryMaker(Section section, FieldMap fields, List<AuthorityFault> faults)
    {
        public AuthorityEntry? Make()
        {
            foreach (var (key, value) in fields.Fields)
            {
                if (!Keys.Contains(key))
                {
                    Fault(value.Line, $"no key is named '{key}'; use one of {string.Join(", ", Keys)}");
                }
            }

            var id = Text("id");
            if (string.IsNullOrWhiteSpace(id))
            {
                Fault(fields.Line, "no 'id'; give the usual short form or the full English name");
                return null;
            }

            var entry = new AuthorityEntry(Type(), id, Names("names"), Names("short"))
            {
                Country = Text("country"),
                Adjectives = Names("adjectives"),
                From = Year("from"),
                To = Year("to"),
                Parent = Text("parent"),
                Owners = Names("owner"),
                Predecessors = Names("predecessors"),
                Successors = Names("successors"),
                Source = Text("source") ?? section.Source,
                Origin = new AuthorityOrigin(section.File, fields.Line),
            };
            Check(entry);
            return entry;
        }

        private void Check(AuthorityEntry entry)
        {
            if (string.IsNullOrWhiteSpace(entry.Source))
            {
                Fault(fields.Line, $"no 'source' for {entry.Id}; say where the facts come from, here or at the head of the section");
            }

            if (entry.From > entry.To)
            {
                Fault(fields.Line, $"'from' {entry.From} of {entry.Id} is after 'to' {entry.To}");
            }

            if (entry.Country is { } country && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
            {
                Fault(fields.Line, $"the country of {entry.Id} is '{country}'; use two capital letters of ISO 3166-1, as JP");
            }

            Only(entry, "owner", entry.Owners.Count > 0, entry.Type is MentionType.Programme, "a body has a 'parent'");
            Only(entry, "parent", entry.Parent is not null, entry.Type is not MentionType.Programme, "a programme has an 'owner'");
            Only(entry, "adjectives", entry.Adjectives.Count > 0, entry.Type is MentionType.Place, "only a country has adjectives");
        }

        private void Only(AuthorityEntry entry, string key, bool isThere, bool mayBe, string reason)
        {
            if (isThere && !mayBe)
            {
                Fault(fields.Line, $"{entry.Id} cannot have '{key}': {reason}");
            }
        }

        private MentionType? Type()
        {
            var type = Text("type");
            if (type is not null && Types.TryGetValue(type, out var known))
            {
                return known;
            }

            Fault(fields.Line, type is null ? $"no 'type'; use {string.Join(", ", TypeNames)}" : $"the type is '{type}'; use {string.Join(", ", TypeNames)}");
            return null;
        }

        private int? Year(string key)
        {
            if (Text(key) is not { } text)
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and <= MaxYear)
            {
                return year;
            }

            Fault(fields.Line, $"'{key}' is '{text}'; use a calendar year, as 2001");
            return null;
        }

        private string? Text(string key)
        {
            var field = Value(key);
            if (field is { IsList: true, Line: var line })
            {
                Fault(line, $"'{key}' is a list; it takes one value");
            }

            return field is { IsList: false, IsNull: false, Values: [var text] } ? text.Trim() : null;
        }

        private IReadOnlyList<string> Names(string key) => Value(key)?.Names ?? [];

        private Field? Value(string key) => fields.Find(key) ?? section.Defaults.Find(key);

        private void Fault(int line, string message) => faults.Add(new AuthorityFault(new AuthorityOrigin(section.File, line), message));
    }
}
