using System.Security.Cryptography;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Service.Verification;

/// <summary>Reads the sources of an index again and says which passages can no longer be found where they were. Changes nothing.</summary>
/// <remarks>
/// A source with the same SHA-256, read by the same program with the same authority files, gives the same passages and is not taken apart
/// again. Any other is read as ingest would read it, and its passages are looked for.
/// </remarks>
/// <param name="directory">Where the index is.</param>
/// <param name="reading">How sources are read with the user's authority files.</param>
/// <param name="time">The clock.</param>
public sealed class SourceVerifier(IndexDirectory directory, Func<UserAuthority, SourceReading> reading, TimeProvider time)
{
    /// <summary>Verifies the newest commit.</summary>
    /// <exception cref="Engine.IndexNotFoundException">Nothing has been committed.</exception>
    public VerificationReport Run(CancellationToken cancellationToken = default)
    {
        using var reader = IndexReader.Open(directory);
        using var catalogue = Catalogue.Load(directory);
        var how = reading(catalogue.Authority);
        var (passages, changed) = (0, new List<ChangedDocument>());
        foreach (var file in catalogue.Documents.Values.GroupBy(entry => entry.FileAddress, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var documents = file.ToDictionary(entry => entry.Address, entry => reader.FindRecord(PassageIds.ForDocument(entry.Address))!.Value, StringComparer.Ordinal);
            passages += documents.Values.Sum(PassageCount);
            changed.AddRange(Verify(new SourceOnDisk(catalogue, [.. file]), how, documents, cancellationToken));
        }

        var lost = changed.Sum(document => document.Passages - document.Found);
        return new VerificationReport(catalogue.Documents.Count, passages, passages - lost, [.. changed.OrderBy(document => document.Source, StringComparer.Ordinal)]);
    }

    private IEnumerable<ChangedDocument> Verify(
        SourceOnDisk source, SourceReading how, Dictionary<string, RecordAddress> documents, CancellationToken cancellationToken)
    {
        if (source.Fault is { } fault)
        {
            return documents.Select(document => Changed(document, SourceState.Missing, fault));
        }

        try
        {
            var fingerprints = new ReadingFingerprints(how);
            var isSame = source.IsReadBy(fingerprints);
            var store = new FolderStore(indexFolder: null);
            if (isSame && source.HasHash(Convert.ToHexStringLower(HashOf(store, source.File))))
            {
                return [];
            }

            var loader = new SourceLoader(store, how, fingerprints, new SourceFreshness(store, time), new IngestionOptions());
            var loaded = loader.Load([source.File], cancellationToken).ToDictionary(read => read.Entry.Address, StringComparer.Ordinal);
            return [.. documents.Select(document => Compare(document, loaded.GetValueOrDefault(document.Key), isSame)).OfType<ChangedDocument>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return documents.Select(document => Changed(document, SourceState.Unreadable, "the file cannot be read: " + e.Message));
        }
    }

    private static ChangedDocument? Compare(KeyValuePair<string, RecordAddress> document, LoadedSource? loaded, bool isSameProgram)
    {
        if (loaded?.Document is not { } now)
        {
            return loaded?.Entry.Failure is { } failure
                ? Changed(document, SourceState.Unreadable, failure)
                : Changed(document, SourceState.Missing, "it is no longer there");
        }

        var was = CatalogueEntry.FromBytes(document.Value.Segment.RecordData(document.Value.Record));
        var lost = new DocumentComparison(now).Lost(document.Value).ToList();
        if (was.Hash == loaded.Entry.Hash && lost.Count == 0)
        {
            return null;
        }

        var reason = was.Hash != loaded.Entry.Hash ? "the source has other content than when it was read"
            : isSameProgram ? "the source is read otherwise than before"
            : "this version of the program, or its authority files, read the source otherwise";
        return Changed(document, SourceState.Changed, reason) with { Found = PassageCount(document.Value) - lost.Count, Lost = lost };
    }

    private static ChangedDocument Changed(KeyValuePair<string, RecordAddress> document, SourceState state, string reason) =>
        new(PassageIds.ForDocument(document.Key), document.Key, Spelling.Of(state), reason, PassageCount(document.Value), 0, []);

    private static int PassageCount(RecordAddress record)
    {
        var (start, end) = record.Segment.DocumentsOf(record.Record);
        return end - start;
    }

    private static byte[] HashOf(FolderStore store, FoundSource file)
    {
        using var stream = store.Open(file);
        return SHA256.HashData(stream);
    }

    /// <summary>The file of one or several documents, as it is now.</summary>
    private sealed class SourceOnDisk
    {
        private readonly CatalogueEntry? _whole;
        private readonly IReadOnlyList<CatalogueEntry> _documents;

        public SourceOnDisk(Catalogue catalogue, IReadOnlyList<CatalogueEntry> documents)
        {
            var (address, rootName, path) = (documents[0].FileAddress, documents[0].Root, documents[0].FilePath);
            _documents = documents;
            _whole = catalogue.Documents.GetValueOrDefault(address) ?? catalogue.Archives.GetValueOrDefault(address);
            var root = new RootSet(catalogue.Roots).All.FirstOrDefault(root => root.Name == rootName) ?? new SourceRoot(rootName, "");
            var file = new FileInfo(Path.Combine(root.Folder, path));
            Fault = root.Folder.Length == 0 ? $"the index remembers no source root '{rootName}'"
                : !Directory.Exists(root.Folder) ? $"the folder {root.Folder} is missing"
                : file.Exists ? null : $"there is no file {file.FullName}";
            File = new FoundSource(root, path, file.FullName, file.Exists ? file.Length : 0, file.Exists ? new DateTimeOffset(file.LastWriteTimeUtc) : default);
        }

        public FoundSource File { get; }

        public string? Fault { get; }

        /// <summary>Whether this program read all documents in it, and would read them so again.</summary>
        public bool IsReadBy(ReadingFingerprints fingerprints) => _documents.All(fingerprints.IsCurrent);

        public bool HasHash(string hash) => _whole?.Hash == hash;
    }
}
