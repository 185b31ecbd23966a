using PolicySearch.Extraction;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Service.Ingestion;

/// <summary>A source after an attempt to read it.</summary>
/// <param name="Entry">What the catalogue shall say of it; with the reason where it failed.</param>
/// <param name="Document">The document; null where it failed.</param>
internal sealed record LoadedSource(CatalogueEntry Entry, ExtractedDocument? Document);

/// <summary>Reads sources, several at a time, and gives them in order. Whatever goes wrong with one becomes its entry's reason.</summary>
internal sealed class SourceLoader(SourceReading reading, string fingerprint, SourceFreshness freshness)
{
    private const int MaxSourceBytes = 256 * 1024 * 1024;
    private const int Workers = 2;

    /// <summary>Reads <paramref name="sources"/>; those that vanish meanwhile are left out.</summary>
    public IEnumerable<LoadedSource> Load(IEnumerable<FoundSource> sources, CancellationToken cancellationToken)
    {
        // A short queue keeps the workers busy and memory bounded; order makes runs repeatable.
        var ahead = new Queue<Task<LoadedSource?>>();
        try
        {
            foreach (var source in sources)
            {
                while (ahead.Count >= Workers)
                {
                    if (ahead.Dequeue().GetAwaiter().GetResult() is { } loaded)
                    {
                        yield return loaded;
                    }
                }

                cancellationToken.ThrowIfCancellationRequested();
                ahead.Enqueue(Task.Run(() => LoadOne(source, cancellationToken), CancellationToken.None));
            }

            while (ahead.TryDequeue(out var task))
            {
                if (task.GetAwaiter().GetResult() is { } loaded)
                {
                    yield return loaded;
                }
            }
        }
        finally
        {
            Task.WhenAll(ahead).ContinueWith(static _ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
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
            Fingerprint = fingerprint,
        };
        try
        {
            // Length 0 also keeps pipes and devices from being opened.
            if (source.Size is 0 or > MaxSourceBytes)
            {
                return Failed(entry, source.Size == 0 ? "the file is empty" : $"the file has {source.Size} bytes; at most {MaxSourceBytes} are read");
            }

            var content = File.ReadAllBytes(source.FullName);
            entry = entry with { Hash = SourceFreshness.Hash(content), Size = content.Length };
            return Read(entry, content, cancellationToken);
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

    private static LoadedSource Failed(CatalogueEntry entry, string reason) => new(entry with { Failure = reason }, null);
}
