using PolicySearch.Extraction.Tagging;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicySearch.Extraction.Authority;

/// <summary>Reads and checks authority files; <c>Authority/Data/README.md</c> describes their schema.</summary>
public static class AuthorityReader
{
    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    /// <summary>Reads one file.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="AuthorityException">The content breaks the schema.</exception>
    public static IReadOnlyList<AuthorityEntry> Read(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        FileRecord? file;
        try
        {
            file = Yaml.Deserialize<FileRecord?>(text);
        }
        catch (YamlException error)
        {
            throw new AuthorityException($"{name}, line {error.Start.Line}: {error.InnerException?.Message ?? error.Message}", error);
        }

        if (file is null || string.IsNullOrWhiteSpace(file.Source))
        {
            throw new AuthorityException($"{name}: no 'source'; say where the facts come from");
        }

        var defaults = file.Defaults ?? new EntryRecord();
        var records = file.Entries ?? [];
        var entries = new AuthorityEntry[records.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = MakeEntry(records[i], defaults, $"{name}, entry {i + 1} ({records[i].Id})");
        }

        return entries;
    }

    /// <summary>Checks that the entries of all files together are sound.</summary>
    /// <exception cref="AuthorityException">Two entries have one type and id, or one names a parent or predecessor that does not exist.</exception>
    public static void Validate(IReadOnlyList<AuthorityEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var seen = new Dictionary<(MentionType?, string), AuthorityEntry>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!seen.TryAdd((entry.Type, entry.Id), entry))
            {
                throw new AuthorityException($"{entry.Origin}: the id is taken by {seen[(entry.Type, entry.Id)].Origin}; join the two or rename one");
            }

            ids.Add(entry.Id);
        }

        foreach (var entry in entries)
        {
            foreach (var id in new[] { entry.Parent, entry.Predecessor })
            {
                if (id is not null && !ids.Contains(id))
                {
                    throw new AuthorityException($"{entry.Origin}: no entry has the id '{id}'; add one or correct the name");
                }
            }
        }
    }

    private static AuthorityEntry MakeEntry(EntryRecord record, EntryRecord defaults, string origin)
    {
        if (string.IsNullOrWhiteSpace(record.Id))
        {
            throw new AuthorityException($"{origin}: no 'id'; give the usual short form or the full English name");
        }

        if (record.From > record.To)
        {
            throw new AuthorityException($"{origin}: 'from' {record.From} is after 'to' {record.To}");
        }

        return new AuthorityEntry(TypeOf(record.Type ?? defaults.Type, origin), record.Id, Split(record.Names), Split(record.Short))
        {
            Country = record.Country ?? defaults.Country,
            Adjectives = Split(record.Adjectives),
            From = record.From,
            To = record.To,
            Parent = record.Parent ?? defaults.Parent,
            Predecessor = record.Predecessor,
            Origin = origin,
        };
    }

    private static MentionType? TypeOf(string? type, string origin) => type switch
    {
        "ministry" => MentionType.Ministry,
        "agency" => MentionType.Agency,
        "organisation" => MentionType.Organisation,
        "person" => MentionType.Person,
        "place" => MentionType.Place,
        "programme" => MentionType.Programme,
        "none" => null,
        _ => throw new AuthorityException(
            $"{origin}: the type is '{type}'; use ministry, agency, organisation, person, place, programme or none"),
    };

    private static string[] Split(string? names) =>
        names?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    // YamlDotNet fills these by reflection.
#pragma warning disable CA1812, S3459
    private sealed class FileRecord
    {
        public string? Source { get; set; }

        public EntryRecord? Defaults { get; set; }

        public List<EntryRecord>? Entries { get; set; }
    }

    private sealed class EntryRecord
    {
        public string? Id { get; set; }

        public string? Type { get; set; }

        public string? Country { get; set; }

        public string? Names { get; set; }

        public string? Short { get; set; }

        public string? Adjectives { get; set; }

        public int? From { get; set; }

        public int? To { get; set; }

        public string? Parent { get; set; }

        public string? Predecessor { get; set; }
    }
#pragma warning restore CA1812, S3459
}
