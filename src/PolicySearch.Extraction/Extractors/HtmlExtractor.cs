using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Html;
using PolicySearch.Text;
using Document = PolicySearch.Extraction.Documents.Document;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads HTML pages: the main content with its headings, lists, tables and notes. Nothing is fetched or run.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class HtmlExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private const int BlocksForDate = 12;

    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "html";

    /// <inheritdoc/>
    public int Version => 5;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Html;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var html = HtmlEncoding.Decode(source.Content.Span);
        TextContent.Check(html, source.Name);
        using var page = Parse(html, source.Name, cancellationToken);
        if (page.Body is not { } body)
        {
            throw new ExtractionException($"{source.Name} is a page without a body");
        }

        var content = new MainContent(body);
        var reader = new HtmlBlockReader(content, cancellationToken);
        if (content.Root.QuerySelector("h1") is null && page.QuerySelector("h1") is { } heading && !HtmlElements.IsUnseen(heading))
        {
            reader.ReadTitle(heading);
        }

        reader.Read();
        var text = reader.Text;
        TextContent.Check(text, source.Name);
        return Create(page, content.Root, text, reader.Blocks) with { Links = reader.Links, Notes = NotRead(content.Root) };
    }

    private static IReadOnlyList<string> NotRead(IElement root)
    {
        var notes = new ExtractionNotes();
        notes.Count("frame or embedded object in the text was not read", "frames or embedded objects in the text were not read", root.QuerySelectorAll("iframe, frame, object, embed").Length);
        return notes.ToList();
    }

    private IDocument Parse(string html, string name, CancellationToken cancellationToken)
    {
        if (TagNesting.IsDeeperThan(html, _limits.MaxNesting))
        {
            throw new ExtractionException($"{name} nests more than {_limits.MaxNesting} elements in each other; it is hostile or broken");
        }

        var elements = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            MaximumDepth = _limits.MaxDepth,
            OnCreated = (_, _) =>
            {
                elements++;
                if (elements > _limits.MaxElements)
                {
                    throw new ExtractionException($"{name} makes more than {_limits.MaxElements} elements; it is too large or hostile");
                }

                cancellationToken.ThrowIfCancellationRequested();
            },
        });
        return parser.ParseDocument(html);
    }

    private static Document Create(IDocument page, IElement root, string text, List<Block> blocks)
    {
        var title = blocks.Find(block => block.Kind == BlockKind.Title);
        var data = JsonLd.Read(page);
        var published = HtmlMetadata.Published(page, root, data);
        for (var i = 0; published is null && i < Math.Min(blocks.Count, BlocksForDate); i++)
        {
            published = PublicationDates.Find(blocks[i].Span.Of(text));
        }

        return new Document
        {
            Title = title is null ? HtmlMetadata.Title(page) : HtmlMetadata.TitleOf(page, Whitespace.Collapse(title.Span.Of(text))),
            Creator = HtmlMetadata.Creator(page, data),
            CanonicalAddress = HtmlMetadata.CanonicalAddress(page),
            Published = published,
            Language = DocumentLanguage.Of(text) ?? PrimaryLanguage(page.DocumentElement.GetAttribute("lang")),
            MediaType = "text/html",
            Text = text,
            Blocks = blocks,
        };
    }

    private static string? PrimaryLanguage(string? lang)
    {
        var primary = lang?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) ? primary : null;
    }
}
