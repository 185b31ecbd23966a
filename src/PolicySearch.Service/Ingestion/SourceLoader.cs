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
    public IEnumerable<SourceMember>? Members { get; init; }

    /// <summary>Whether it is a member that the index has as it is.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Whether a file was read to its end, so that members of it that were not seen are gone.</summary>
    public bool IsComplete { get; init; }
}

/// <summary>Reads sources, several at a time, and gives them in order. Whatever goes wrong with one becomes its entry's reason.</summary>
/// <param name="reading">Reads a source's bytes.</param>
/// <param name="fingerprint">What the catalogue says of what read it.</param>
/// <param name="freshness">Says which times can be trusted.</param>
/// <param name="known">What is known of members; null for nothing.</param>
internal sealed class SourceLoader(SourceReading reading, string fingerprint, SourceFreshness freshness, KnownMembers? known = null)
{
    private const int MaxSourceBytes = 256 * 1024 * 1024;

    /// <summary>Reads <paramref name="sources"/>; those that vanish meanwhile are left out. Members of archives and messages come before what they lie in.</summary>
    public IEnumerable<LoadedSource> Load(IEnumerable<FoundSource> sources, CancellationToken cancellationToken)
    {
        var members = new MemberLoader(this, known ?? KnownMembers.None);
        return LookAhead.Select(sources, source => LoadOne(source, cancellationToken), cancellationToken)
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
            return ReadFile(entry, new SourceFile(entry.Path, content), cancellationToken);
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

    private LoadedSource ReadFile(CatalogueEntry entry, SourceFile file, CancellationToken cancellationToken)
    {
        var contents = reading.Open(file);
        var loaded = contents is { MediaType: { } mediaType }
            ? new LoadedSource(entry with { IsArchive = true, MediaType = mediaType }, null)
            : Read(entry, file, cancellationToken);
        return loaded with { Members = contents?.Members };
    }

    private static LoadedSource Failed(CatalogueEntry entry, string reason) => new(entry with { Failure = reason }, null);
}
