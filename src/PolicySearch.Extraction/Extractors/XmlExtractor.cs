using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Html;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads XML of any kind, feeds among them: titles and headings by the elements' names, each other element with text a paragraph, HTML inside as HTML.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class XmlExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private static readonly string[] Dates = ["published", "pubDate", "issued", "date", "updated", "lastBuildDate", "modified"];

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789-:.,+TZ");

    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "xml";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Xml;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var text = HtmlEncoding.Decode(source.Content.Span);
        TextContent.Check(text, source.Name);
        var builder = new BlockTextBuilder();
        var root = Load(text, source.Name, cancellationToken);
        Read(root, builder, source.Name, 0, cancellationToken);
        return BuiltDocument.Create(builder, "application/xml", new FileProperties(Creator: Creator(root), Published: Published(root)), source.Name);
    }

    private XElement Load(string text, string name, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new StringReader(text);
            return XmlTree.Load(reader, name, _limits, cancellationToken);
        }
        catch (XmlException e) when (text.Contains("<!DOCTYPE", StringComparison.Ordinal) && e.Message.Contains("entity", StringComparison.Ordinal))
        {
            throw new ExtractionException(
                $"{name} uses an entity that its document type defines, and those are not read, for they may name other files or grow without end; save it with its entities resolved ({e.Message})", e);
        }
        catch (XmlException e)
        {
            throw new ExtractionException($"{name} is broken XML: {e.Message}", e);
        }
    }

    private static string? Published(XElement root)
    {
        foreach (var name in Dates)
        {
            if (root.All(name).FirstOrDefault()?.Value.Trim() is { Length: > 0 and < 100 } value)
            {
                return value;
            }
        }

        return null;
    }

    // Of an Atom feed the author's name, not the address beside it.
    private static string? Creator(XElement root) =>
        FileProperties.Creators(root.All("creator").Concat(root.All("author")).Select(element => (element.Child("name") ?? element).Value));

    private void Read(XElement element, BlockTextBuilder builder, string name, int depth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
        {
            foreach (var child in element.Elements())
            {
                Read(child, builder, name, depth + 1, cancellationToken);
            }

            return;
        }

        var value = element.Value;
        if (IsAddress(value))
        {
            builder.Notes.Count("value that is an address, a number or a date alone was left out", "values that are an address, a number or a date alone were left out");
            return;
        }

        if (IsMarkup(value))
        {
            AppendHtml(value, builder, name, cancellationToken);
            return;
        }

        var isHeading = element.Name.LocalName.ToLowerInvariant() is "title" or "heading" or "head" or "headline" or "subtitle";
        builder.Add(value, preformatted: false);
        if (builder.End(isHeading ? BlockKind.Heading : BlockKind.Paragraph) is { } block && isHeading)
        {
            builder.Replace(block with { Level = Math.Clamp(depth - 1, 1, 6) });
        }
    }

    // Links, dates of machines and identifiers name nothing that anyone would search for.
    private static bool IsAddress(string value)
    {
        var trimmed = value.AsSpan().Trim();
        return !trimmed.ContainsAny(" \u3000\n") && (trimmed.Contains("://", StringComparison.Ordinal) || !trimmed.ContainsAnyExcept(OfNumbers));
    }

    private static bool IsMarkup(string value) =>
        value.Contains("</", StringComparison.Ordinal) || value.Contains("<p>", StringComparison.OrdinalIgnoreCase) || value.Contains("<br", StringComparison.OrdinalIgnoreCase);

    private void AppendHtml(string html, BlockTextBuilder builder, string name, CancellationToken cancellationToken)
    {
        try
        {
            var page = new HtmlExtractor(_limits).Extract(new SourceFile(name, Encoding.UTF8.GetBytes(html)), cancellationToken);
            builder.Append(page.Text, page.Blocks.Select(block => block.Kind == BlockKind.Title ? block with { Kind = BlockKind.Heading, Level = 3 } : block), page.Links);
        }
        catch (ExtractionException e) when (e.Message.EndsWith(TextContent.NoText, StringComparison.Ordinal))
        {
            // Pictures and empty paragraphs.
        }
    }
}
