using PolicySearch.Extraction;
using PolicySearch.Extraction.Documents;
using PolicySearch.Service.Search;

namespace PolicySearch.Service.Ingestion;

/// <summary>A source after extraction alone.</summary>
/// <param name="Doc">The path below the folder that was named; the file's name for a file.</param>
/// <param name="Document">The document; null where it could not be read.</param>
/// <param name="Reason">Why it could not be read.</param>
public sealed record ExtractionResult(string Doc, ExtractedDocument? Document, string? Reason);

/// <summary>Extraction alone, without an index. Ids are those that ingesting the same folder gives.</summary>
public static class ExtractionRun
{
    /// <summary>Reads files, and folders with their subfolders.</summary>
    public static IEnumerable<ExtractionResult> Extract(
        IEnumerable<string> paths, SourceReading reading, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(reading);
        var store = new FolderStore(null);
        var loader = new SourceLoader(store, reading, new ReadingFingerprints(reading), new SourceFreshness(store, time), new IngestionOptions());
        foreach (var path in paths)
        {
            var (files, unreadable) = Find(store, path, cancellationToken);
            foreach (var (folder, reason) in unreadable)
            {
                yield return new ExtractionResult(folder.Length == 0 ? path : folder, null, reason);
            }

            // An archive that was read is nothing itself.
            foreach (var (entry, document) in loader.Load(files, cancellationToken).Where(source => !source.Entry.IsArchive))
            {
                yield return new ExtractionResult(entry.Path, document, document is null ? entry.Failure ?? SourceLoader.StillGrowing : null);
            }
        }
    }

    private static SourceListing Find(FolderStore store, string path, CancellationToken cancellationToken)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full))
        {
            var found = store.List(new SourceRoot(NameOf(full), full), cancellationToken);
            return found is { Files: [], Unreadable: [] } ? found with { Unreadable = [("", "the folder holds no documents")] } : found;
        }

        var file = new FileInfo(full);
        var root = new SourceRoot(NameOf(file.DirectoryName!), file.DirectoryName!);
        return FolderStore.Source(root, file.Name, file) is { } source
            ? new SourceListing([source], [])
            : new SourceListing([], [("", SpecialFile.Fault(full) ?? (file.Exists ? "the link leads nowhere" : "no such file or folder"))]);
    }

    private static string NameOf(string folder) => Path.GetFileName(folder) is { Length: > 0 } name ? name : "root";
}

/// <summary>A passage as <c>extract --format jsonl</c> writes it; a contract (snake_case).</summary>
public sealed record ExtractedPassageLine(
    string Doc,
    string Id,
    int Ordinal,
    int Start,
    int End,
    IReadOnlyList<string> Heading,
    string Kind,
    int? Page,
    string? Language,
    string Text,
    IReadOnlyList<HitBlock> Blocks,
    IReadOnlyList<HitTag> Tags)
{
    /// <summary>The lines of a document.</summary>
    public static IEnumerable<ExtractedPassageLine> Of(string doc, ExtractedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.Document.Text;
        return document.Passages.Select(tagged => new ExtractedPassageLine(
            doc,
            tagged.Id,
            tagged.Passage.Ordinal,
            tagged.Passage.Span.Start,
            tagged.Passage.Span.End,
            tagged.Passage.Heading,
            Spelling.Of(tagged.Passage.Kind),
            tagged.Passage.Page,
            tagged.Passage.Language,
            tagged.Passage.Span.Of(text).ToString(),
            [.. tagged.Passage.Blocks.Select(HitBlock.Of)],
            [.. tagged.Mentions.Select(mention => HitTag.Of(mention, text, 0))]));
    }
}

/// <summary>A document as <c>extract --format document</c> writes it; a contract (snake_case).</summary>
public sealed record ExtractedDocumentLine(
    string Doc,
    string? Title,
    string? Creator,
    string? Published,
    string? Language,
    string MediaType,
    string? CanonicalAddress,
    string Text,
    IReadOnlyList<ExtractedBlock> Blocks,
    IReadOnlyList<ExtractedLink> Links)
{
    /// <summary>The line of a document.</summary>
    public static ExtractedDocumentLine Of(string doc, Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new ExtractedDocumentLine(
            doc,
            document.Title,
            document.Creator,
            document.Published,
            document.Language,
            document.MediaType,
            document.CanonicalAddress,
            document.Text,
            [.. document.Blocks.Select(ExtractedBlock.Of)],
            [.. document.Links.Select(link => new ExtractedLink(link.Span.Start, link.Span.End, link.Target))]);
    }
}

/// <summary>A link of <see cref="ExtractedDocumentLine"/>: its span in the document's text, and where it leads.</summary>
public sealed record ExtractedLink(int Start, int End, string Target);

/// <summary>A block of <see cref="ExtractedDocumentLine"/>; level and page are null where there is none. The box is where it stands on that page: left, top, right, bottom in points from the upper left corner.</summary>
public sealed record ExtractedBlock(string Kind, int Start, int End, int? Level, int? Page, IReadOnlyList<double>? Box)
{
    /// <summary>A block as the line shows it.</summary>
    public static ExtractedBlock Of(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return new ExtractedBlock(
            Spelling.Of(block.Kind), block.Span.Start, block.Span.End, block.Level == 0 ? null : block.Level, block.Page, block.Boxes is [var box, ..] ? [box.Left, box.Top, box.Right, box.Bottom] : null);
    }
}
