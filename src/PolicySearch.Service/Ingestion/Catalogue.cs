using System.Text.Json;
using PolicySearch.Engine;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Service.Ingestion;

/// <summary>What one commit says of its sources: roots, documents, failures.</summary>
internal sealed class Catalogue
{
    private const string RootsKey = "roots";
    private const string RemovedKey = "removed";
    private const string AuthorityKey = "authority";

    /// <summary>Generation of the commit; 0 where there is none.</summary>
    public long Generation { get; private init; }

    /// <summary>Fingerprint of the schema; null where there is no commit.</summary>
    public string? SchemaFingerprint { get; private init; }

    /// <summary>Passages in the index.</summary>
    public int Passages { get; private init; }

    /// <summary>Roots by name.</summary>
    public IReadOnlyDictionary<string, string> Roots { get; private init; } = new Dictionary<string, string>();

    /// <summary>Addresses that the user took out though their sources exist.</summary>
    public IReadOnlySet<string> Removed { get; private init; } = new HashSet<string>();

    /// <summary>The user's own authority files that documents were tagged with.</summary>
    public UserAuthority Authority { get; private init; } = UserAuthority.None;

    /// <summary>Documents by address.</summary>
    public Dictionary<string, CatalogueEntry> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Sources that could not be read, by address.</summary>
    public Dictionary<string, CatalogueEntry> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Archives whose members were read, by address.</summary>
    public Dictionary<string, CatalogueEntry> Archives { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything that has a record.</summary>
    public IEnumerable<CatalogueEntry> All => Documents.Values.Concat(Failures.Values).Concat(Archives.Values);

    /// <summary>Documents and failures that lie in a file, by the file's address; those of one address may be both.</summary>
    public ILookup<string, CatalogueEntry> Members => field ??= All.Where(entry => entry.Container is not null).ToLookup(entry => entry.FileAddress, StringComparer.Ordinal);

    /// <summary>Reads the newest commit; an empty catalogue where there is none.</summary>
    public static Catalogue Load(IndexDirectory directory)
    {
        try
        {
            using var reader = IndexReader.Open(directory);
            return Load(reader);
        }
        catch (IndexNotFoundException)
        {
            return new Catalogue();
        }
    }

    /// <summary>Generation of the newest commit; 0 where there is none.</summary>
    public static long NewestGeneration(IndexDirectory directory)
    {
        try
        {
            using var reader = IndexReader.Open(directory);
            return reader.Generation;
        }
        catch (IndexNotFoundException)
        {
            return 0;
        }
    }

    /// <summary>What a commit keeps beside its records.</summary>
    public static Dictionary<string, string> UserData(RootSet roots, IReadOnlyCollection<string> removed, UserAuthority authority) => new(StringComparer.Ordinal)
    {
        [RootsKey] = JsonSerializer.Serialize(roots.Folders, CatalogueJson.Default.SortedDictionaryStringString),
        [RemovedKey] = JsonSerializer.Serialize(removed.Order(StringComparer.Ordinal).ToArray(), CatalogueJson.Default.StringArray),
        [AuthorityKey] = authority.ToJson(),
    };

    /// <summary>The user's own authority files that a commit remembers, as <see cref="UserAuthority.ToJson"/> wrote them.</summary>
    public static string AuthorityJsonOf(IndexReader reader) => reader.UserData.TryGetValue(AuthorityKey, out var json) ? json : UserAuthority.None.ToJson();

    private static Catalogue Load(IndexReader reader)
    {
        var catalogue = new Catalogue
        {
            Generation = reader.Generation,
            SchemaFingerprint = reader.SchemaFingerprint,
            Passages = reader.NumDocs,
            Roots = reader.UserData.TryGetValue(RootsKey, out var roots)
                ? JsonSerializer.Deserialize(roots, CatalogueJson.Default.SortedDictionaryStringString)!
                : new SortedDictionary<string, string>(),
            Removed = reader.UserData.TryGetValue(RemovedKey, out var removed)
                ? JsonSerializer.Deserialize(removed, CatalogueJson.Default.StringArray)!.ToHashSet(StringComparer.Ordinal)
                : [],
            Authority = UserAuthority.FromJson(AuthorityJsonOf(reader)),
        };
        foreach (var (segment, record) in reader.Records())
        {
            var entry = CatalogueEntry.FromBytes(segment.RecordData(record));
            var kind = entry.Failure is not null ? catalogue.Failures : entry.IsArchive ? catalogue.Archives : catalogue.Documents;
            kind[entry.Address] = entry;
        }

        return catalogue;
    }
}
