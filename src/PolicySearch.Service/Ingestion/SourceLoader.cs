using PolicySearch.Extraction;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Members;

namespace PolicySearch.Service.Ingestion;

/// <summary>A source after an attempt to read it.</summary>
/// <param name="Entry">What the catalogue shall say of it; with the reason where it failed.</param>
/// <param name="Document">The document; null where it failed, for an archive, and where it is unchanged.</param>
internal sealed record LoadedSource(CatalogueEntry Entry, ExtractedDocument? Document)
{
    /// <summary>What lies in a file and is still to be read; null where nothing does.</summary>
    public SourceContents? Contents { get; init; }

    /// <summary>Whether it is a member that the index has as it is.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Whether a file was read to its end, so that members of it that were not seen are gone.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Whether it changed while it was being read, so that what was read may be half of it.</summary>
    public bool IsGrowing { get; init; }
}

/// <summary>Reads sources, several at a time, and gives them in order. Whatever goes wrong with one becomes its entry's reason.</summary>
/// <param name="store">Where the sources are.</param>
/// <param name="reading">Reads a source's bytes.</param>
/// <param name="fingerprints">What the catalogue says of what read it.</param>
/// <param name="freshness">Says which times can be trusted.</param>
/// <param name="options">How many are read at a time.</param>
/// <param name="known">What is known of members; null for nothing.</param>
/// <param name="moved">Documents that need not be read again where they have come; null for none.</param>
internal sealed class SourceLoader(
    ISourceStore store,
    SourceReading reading,
    ReadingFingerprints fingerprints,
    SourceFreshness freshness,
    IngestionOptions options,
    KnownMembers? known = null,
    MovedDocuments? moved = null)
{
    /// <summary>What to say of a source that changed while it was being read, where nobody will come back to it.</summary>
    public const string StillGrowing = "the file changed while it was being read; try again when it is complete";

    private const int MaxSourceBytes = 256 * 1024 * 1024;

    /// <summary>Reads <paramref name="sources"/>; those that vanish meanwhile are left out. Members of archives and messages come before what they lie in.</summary>
    public IEnumerable<LoadedSource> Load(IEnumerable<FoundSource> sources, CancellationToken cancellationToken)
    {
        var ahead = new LookAhead(options.Threads, options.BytesAhead);
        var members = new MemberLoader(this, known ?? KnownMembers.None, ahead);
        return ahead.Select(sources, source => source.Size, source => LoadOne(source, cancellationToken), cancellationToken)
            .SelectMany(file => members.Load(file, cancellationToken));
    }

    /// <summary>Reads a source that is in memory.</summary>
    /// <param name="entry">What is known of it.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public LoadedSource Read(CatalogueEntry entry, SourceFile file, CancellationToken cancellationToken)
    {
        try
        {
            var read = reading.Read(file, entry.Address, cancellationToken);
            var document = read.Document;
            var complete = entry with
            {
                MediaType = document.MediaType,
                Extractor = read.Extractor,
                Fingerprint = fingerprints.Of(entry.HasMembers ? null : read.Extractor),
                ExtractorVersion = read.ExtractorVersion,
                Notes = document.Notes.Count == 0 ? null : document.Notes,
                Title = document.Title,
                Creator = document.Creator,
                Published = document.Published,
                Language = document.Language,
            };
            return new LoadedSource(complete, read);
        }
        catch (ExtractionException e)
        {
            return Failed(entry, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault of an extractor must not stop the run; it is listed with the document that brought it out.
            return Failed(entry, $"unexpected fault while reading ({e.GetType().Name}: {e.Message})");
        }
    }

    private LoadedSource? LoadOne(FoundSource source, CancellationToken cancellationToken)
    {
        var entry = new CatalogueEntry
        {
            Root = source.Root.Name,
            Path = source.Path,
            Hash = "",
            Size = source.Size,
            Modified = freshness.Recordable(source.Modified),
            Written = source.Modified,
            Fingerprint = fingerprints.Of(null),
        };
        try
        {
            if (source.Fault is not null || source.Size is 0 or > MaxSourceBytes)
            {
                return Failed(entry, source.Fault ?? (source.Size == 0 ? "the file is empty" : $"the file has {source.Size} bytes; at most {MaxSourceBytes} are read"));
            }

            var content = Content(source);
            entry = entry with { Hash = SourceFreshness.Hash(content), Size = content.Length };
            return HasChanged(source, content.Length)
                ? new LoadedSource(entry, null) { IsGrowing = true }
                : ReadFile(entry, new SourceFile(entry.Path, content), cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(entry, "the file cannot be read: " + e.Message);
        }
    }

    private byte[] Content(FoundSource source)
    {
        using var stream = store.Open(source);
        using var content = new MemoryStream((int)source.Size);
        stream.CopyTo(content);
        return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }

    private bool HasChanged(FoundSource source, long length) =>
        length != source.Size || (store.Find(source.Root, source.Path) is { } now && (now.Size, now.Modified) != (source.Size, source.Modified));

    private LoadedSource ReadFile(CatalogueEntry entry, SourceFile file, CancellationToken cancellationToken) => reading.Open(file) switch
    {
        null => moved?.Find(entry) ?? Read(entry, file, cancellationToken),
        { MediaType: { } mediaType } archive =>
            new LoadedSource(entry with { IsArchive = true, HasMembers = true, MediaType = mediaType }, null) { Contents = archive },
        var document => Read(entry with { HasMembers = true }, file, cancellationToken) with { Contents = document },
    };

    private static LoadedSource Failed(CatalogueEntry entry, string reason) => new(entry with { Failure = reason }, null);
}
