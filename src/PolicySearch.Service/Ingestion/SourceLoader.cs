using PolicySearch.Extraction;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Service.Ingestion;

/// <summary>A source after an attempt to read it.</summary>
/// <param name="Entry">What the catalogue shall say of it; with the reason where it failed.</param>
/// <param name="Document">The document; null where it failed.</param>
internal sealed record LoadedSource(CatalogueEntry Entry, ExtractedDocument? Document)
{
    /// <summary>Whether it changed while it was being read, so that what was read may be half of it.</summary>
    public bool IsGrowing { get; init; }
}

/// <summary>Reads one source. Whatever goes wrong with it becomes its entry's reason.</summary>
internal sealed class SourceLoader(ISourceStore store, SourceReading reading, string fingerprint, SourceFreshness freshness)
{
    /// <summary>What to say of a source that changed while it was being read, where nobody will come back to it.</summary>
    public const string StillGrowing = "the file changed while it was being read; try again when it is complete";

    private const int MaxSourceBytes = 256 * 1024 * 1024;

    /// <summary>Reads a source; null where it has vanished meanwhile.</summary>
    public LoadedSource? Load(FoundSource source, CancellationToken cancellationToken)
    {
        var entry = new CatalogueEntry
        {
            Root = source.Root.Name,
            Path = source.Path,
            Hash = "",
            Size = source.Size,
            Modified = freshness.Recordable(source.Modified),
            Fingerprint = fingerprint,
        };
        try
        {
            // Length 0 also keeps pipes and devices from being opened.
            if (source.Size is 0 or > MaxSourceBytes)
            {
                return Failed(entry, source.Size == 0 ? "the file is empty" : $"the file has {source.Size} bytes; at most {MaxSourceBytes} are read");
            }

            var content = Content(source);
            entry = entry with { Hash = SourceFreshness.Hash(content), Size = content.Length };
            return HasChanged(source, content.Length) ? new LoadedSource(entry, null) { IsGrowing = true } : Read(entry, content, cancellationToken);
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

    private LoadedSource Read(CatalogueEntry entry, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            var read = reading.Read(new SourceFile(entry.Path, content), entry.Address, cancellationToken);
            var document = read.Document;
            var complete = entry with
            {
                MediaType = document.MediaType,
                Extractor = read.Extractor,
                Title = document.Title,
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

    private static LoadedSource Failed(CatalogueEntry entry, string reason) => new(entry with { Failure = reason }, null);
}
