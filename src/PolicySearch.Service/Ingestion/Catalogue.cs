using System.Text.Json;
using PolicySearch.Engine;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;

namespace PolicySearch.Service.Ingestion;

/// <summary>What one commit says of its sources: roots, documents, failures. Holds the commit open until it is disposed.</summary>
internal sealed class Catalogue : IDisposable
{
    private const string RootsKey = "roots";
    private const string SelectionsKey = "selections";
    private const string RemovedKey = "removed";
    private const string AuthorityKey = "authority";

    private readonly IndexReader? _reader;
    private readonly Lazy<Entries> _entries;
    private CancellationToken _stop;

    private Catalogue(IndexReader? reader)
    {
        _reader = reader;
        _entries = new(LoadEntries);
        if (reader is null)
        {
            return;
        }

        Roots = RootsOf(reader);
        Removed = reader.UserData.TryGetValue(RemovedKey, out var removed)
            ? JsonSerializer.Deserialize(removed, CatalogueJson.Default.StringArray)!.ToHashSet(StringComparer.Ordinal)
            : [];
        Authority = UserAuthority.FromJson(AuthorityJsonOf(reader));
    }

    /// <summary>Nothing committed.</summary>
    public static Catalogue Empty { get; } = new(null);

    /// <summary>Generation of the commit; 0 where there is none.</summary>
    public long Generation => _reader?.Generation ?? 0;

    /// <summary>Fingerprint of the schema; null where there is no commit.</summary>
    public string? SchemaFingerprint => _reader?.SchemaFingerprint;

    /// <summary>Passages in the index.</summary>
    public int Passages => _reader?.NumDocs ?? 0;

    /// <summary>Roots by name.</summary>
    public IReadOnlyList<SourceRoot> Roots { get; } = [];

    /// <summary>Addresses that the user took out though their sources exist.</summary>
    public IReadOnlySet<string> Removed { get; } = new HashSet<string>();

    /// <summary>The user's own authority files that documents were tagged with.</summary>
    public UserAuthority Authority { get; } = UserAuthority.None;

    /// <summary>Documents by address. All are read at the first call; <see cref="Document"/> looks one up alone.</summary>
    public IReadOnlyDictionary<string, CatalogueEntry> Documents => _entries.Value.Documents;

    /// <summary>Sources that could not be read, by address; like <see cref="Documents"/>.</summary>
    public IReadOnlyDictionary<string, CatalogueEntry> Failures => _entries.Value.Failures;

    /// <summary>Archives whose members were read, by address; like <see cref="Documents"/>.</summary>
    public IReadOnlyDictionary<string, CatalogueEntry> Archives => _entries.Value.Archives;

    /// <summary>Everything that has a record.</summary>
    public IEnumerable<CatalogueEntry> All => Documents.Values.Concat(Failures.Values).Concat(Archives.Values);

    /// <summary>Opens the newest commit; an empty catalogue where there is none.</summary>
    public static Catalogue Load(IndexDirectory directory)
    {
        IndexReader reader;
        try
        {
            reader = IndexReader.Open(directory);
        }
        catch (IndexNotFoundException)
        {
            return Empty;
        }

        try
        {
            return new Catalogue(reader);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Generation of the newest commit; 0 where there is none.</summary>
    public static long NewestGeneration(IndexDirectory directory)
    {
        using var newest = Load(directory);
        return newest.Generation;
    }

    /// <summary>What a commit keeps beside its records.</summary>
    public static Dictionary<string, string> UserData(RootSet roots, IReadOnlyCollection<string> removed, UserAuthority authority) => new(StringComparer.Ordinal)
    {
        [RootsKey] = JsonSerializer.Serialize(
            new SortedDictionary<string, string>(roots.All.ToDictionary(root => root.Name, root => root.Folder), StringComparer.Ordinal),
            CatalogueJson.Default.SortedDictionaryStringString),
        [SelectionsKey] = JsonSerializer.Serialize(
            new SortedDictionary<string, SourceSelection>(
                roots.All.Where(root => !root.Selection.IsAll).ToDictionary(root => root.Name, root => root.Selection), StringComparer.Ordinal),
            CatalogueJson.Default.SortedDictionaryStringSourceSelection),
        [RemovedKey] = JsonSerializer.Serialize(removed.Order(StringComparer.Ordinal).ToArray(), CatalogueJson.Default.StringArray),
        [AuthorityKey] = authority.ToJson(),
    };

    /// <summary>The user's own authority files that a commit remembers, as <see cref="UserAuthority.ToJson"/> wrote them.</summary>
    public static string AuthorityJsonOf(IndexReader reader) => reader.UserData.TryGetValue(AuthorityKey, out var json) ? json : UserAuthority.None.ToJson();

    /// <summary>The entry of a document; null where there is none.</summary>
    public CatalogueEntry? Document(string address) =>
        _entries.IsValueCreated ? Documents.GetValueOrDefault(address) : Find(PassageIds.ForDocument(address));

    /// <summary>The entry of a source that could not be read; null where there is none.</summary>
    public CatalogueEntry? Failure(string address) =>
        _entries.IsValueCreated ? Failures.GetValueOrDefault(address) : Find(PassageMapper.FailureKey(PassageIds.ForDocument(address)));

    /// <summary>The entry of an archive; null where there is none.</summary>
    public CatalogueEntry? Archive(string address) =>
        _entries.IsValueCreated ? Archives.GetValueOrDefault(address) : Find(PassageMapper.ArchiveKey(PassageIds.ForDocument(address)));

    /// <summary>Whether there is anything at an address.</summary>
    public bool Has(string address) => Document(address) is not null || Failure(address) is not null || Archive(address) is not null;

    /// <summary>Documents and failures that lie in a file; those of one address may be both. All entries are read only where the file may hold others.</summary>
    public IEnumerable<CatalogueEntry> MembersOf(string fileAddress) =>
        _entries.IsValueCreated || Document(fileAddress) is { HasMembers: true } || Failure(fileAddress) is not null || Archive(fileAddress) is not null
            ? _entries.Value.Members[fileAddress]
            : [];

    /// <summary>The sources that could not be read, by address, without reading the entries of all documents.</summary>
    public IReadOnlyList<CatalogueEntry> ListFailures() =>
    [
        .. (_reader?.Records() ?? [])
            .Where(address => PassageMapper.IsNoDocument(address.Segment.RecordKey(address.Record)))
            .Select(address => CatalogueEntry.FromBytes(address.Segment.RecordData(address.Record)))
            .Where(entry => entry.Failure is not null)
            .OrderBy(entry => entry.Address, StringComparer.Ordinal),
    ];

    /// <summary>A document as the commit has it; null where there is none. Safe for use by many threads.</summary>
    /// <exception cref="InvalidDataException">The record was written by another version of the mapping.</exception>
    public ExtractedDocument? Read(string address) =>
        _reader?.FindRecord(PassageIds.ForDocument(address)) is { } record ? PassageMapper.ToDocument(record) : null;

    /// <summary>Reads all entries now, where that has not been done; no other thread may ask for an entry meanwhile.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; the catalogue is of no more use.</exception>
    public void ReadAll(CancellationToken cancellationToken)
    {
        _stop = cancellationToken;
        _ = _entries.Value;
    }

    /// <summary>Closes the commit; entries that were read stay.</summary>
    public void Dispose() => _reader?.Dispose();

    private CatalogueEntry? Find(string key) =>
        _reader?.FindRecord(key) is var (segment, record) ? CatalogueEntry.FromBytes(segment.RecordData(record)) : null;

    private Entries LoadEntries()
    {
        var entries = new Entries();
        foreach (var (segment, record) in _reader?.Records() ?? [])
        {
            _stop.ThrowIfCancellationRequested();
            entries.Add(CatalogueEntry.FromBytes(segment.RecordData(record)));
        }

        return entries;
    }

    private static SourceRoot[] RootsOf(IndexReader reader)
    {
        var folders = reader.UserData.TryGetValue(RootsKey, out var roots)
            ? JsonSerializer.Deserialize(roots, CatalogueJson.Default.SortedDictionaryStringString)!
            : [];
        var selections = reader.UserData.TryGetValue(SelectionsKey, out var chosen)
            ? JsonSerializer.Deserialize(chosen, CatalogueJson.Default.SortedDictionaryStringSourceSelection)!
            : [];
        return [.. folders.Select(pair => new SourceRoot(pair.Key, pair.Value) { Selection = selections.GetValueOrDefault(pair.Key, SourceSelection.All) })];
    }

    private sealed class Entries
    {
        public Dictionary<string, CatalogueEntry> Documents { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, CatalogueEntry> Failures { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, CatalogueEntry> Archives { get; } = new(StringComparer.Ordinal);

        public ILookup<string, CatalogueEntry> Members => field ??= Documents.Values.Concat(Failures.Values)
            .Where(entry => entry.Container is not null)
            .ToLookup(entry => entry.FileAddress, StringComparer.Ordinal);

        public void Add(CatalogueEntry entry)
        {
            var kind = entry.Failure is not null ? Failures : entry.IsArchive ? Archives : Documents;
            kind[entry.Address] = entry;
        }
    }
}
