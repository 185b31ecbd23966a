using System.Xml.Linq;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads EPUB books: the chapters in the order of the spine, each as an HTML page.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class EpubExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "epub";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Epub;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        return PackageGuard.Read(source, _limits, "EPUB book", package => Read(package, source.Name, cancellationToken));
    }

    private Document Read(ZipPackage package, string name, CancellationToken cancellationToken)
    {
        if (package.Has("META-INF/rights.xml"))
        {
            throw new ExtractionException($"{name} is protected (DRM); its text cannot be read");
        }

        var path = package.Xml("META-INF/container.xml", cancellationToken)?.All("rootfile").FirstOrDefault()?.Value("full-path");
        var book = path is null ? null : package.Xml(path, cancellationToken);
        if (path is null || book is null)
        {
            throw new ExtractionException($"{name} is an EPUB book without a package document");
        }

        var builder = new BlockTextBuilder();
        var extractor = new HtmlExtractor(_limits);
        var beside = book.Child("spine")?.Children("itemref").Count(entry => entry.Value("linear") == "no") ?? 0;
        builder.Notes.Count("part that stands beside the reading order was left out", "parts that stand beside the reading order were left out", beside);
        foreach (var part in Spine(book, path[..(path.LastIndexOf('/') + 1)]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (package.Bytes(part) is not { Length: > 0 } page)
            {
                builder.Notes.Add($"the part {part} is listed and not in the file");
            }
            else if (Chapter(extractor, name, part, page, cancellationToken) is { } chapter)
            {
                builder.Append(chapter.Text, chapter.Blocks.Select(AsChapter), chapter.Links);
            }
            else
            {
                builder.Notes.Count("part without text", "parts without text");
            }
        }

        var metadata = book.Child("metadata");
        var creator = FileProperties.Creators((metadata?.Children("creator") ?? []).Select(element => element.Value));
        return BuiltDocument.Create(builder, "application/epub+zip", new FileProperties(metadata?.Child("title")?.Value, creator, metadata?.Child("date")?.Value), name);
    }

    private static IEnumerable<string> Spine(XElement book, string folder)
    {
        var items = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var item in book.Child("manifest")?.Children("item") ?? [])
        {
            items.TryAdd(item.Value("id") ?? "", item);
        }

        return (book.Child("spine")?.Children("itemref") ?? [])
            .Where(entry => entry.Value("linear") != "no")
            .Select(entry => items.GetValueOrDefault(entry.Value("idref") ?? ""))
            .Where(item => item?.Value("media-type") is "application/xhtml+xml" or "text/html" && item.Value("properties")?.Contains("nav", StringComparison.Ordinal) != true)
            .Select(item => Relations.Resolve(folder, Uri.UnescapeDataString(item!.Value("href") ?? "")))
            .Distinct(StringComparer.Ordinal);
    }

    // A cover or a plate has no text; that is no fault of the book.
    private static Document? Chapter(HtmlExtractor extractor, string name, string part, byte[] page, CancellationToken cancellationToken)
    {
        try
        {
            return extractor.Extract(new SourceFile($"{name}!/{part}", page), cancellationToken);
        }
        catch (ExtractionException e) when (e.Message.EndsWith(TextContent.NoText, StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static Block AsChapter(Block block) => block.Kind == BlockKind.Title ? block with { Kind = BlockKind.Heading, Level = 1 } : block;
}
