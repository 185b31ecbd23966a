using Markdig;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Markup;
using PolicySearch.Extraction.Extractors.PlainText;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads Markdown. The document's text is the decoded file; blocks leave the marks of headings, quotations and tables out.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class MarkdownExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private const int BlocksForDate = 8;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UsePipeTables().UseGridTables().UseFootnotes().UseYamlFrontMatter().UseDefinitionLists().UseFigures().Build();

    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "markdown";

    /// <inheritdoc/>
    public int Version => 5;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Markdown;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var text = TextEncodings.Decode(source.Content.Span);
        TextContent.Check(text, source.Name, source.Content.Span);
        var reader = new MarkdownBlockReader(text, cancellationToken);
        try
        {
            reader.Read(Markdig.Markdown.Parse(text, Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig's answer to nesting beyond its limit: what nobody wrote as Markdown is read as the text that it is.
            return TextStructure.Read(text, cancellationToken);
        }

        var blocks = reader.Blocks;
        var title = blocks.Find(block => block.Kind == BlockKind.Title);
        var published = reader.FrontMatter.Published;
        for (var i = 0; published is null && i < Math.Min(blocks.Count, BlocksForDate); i++)
        {
            published = PublicationDates.Find(blocks[i].Span.Of(text));
        }

        return new Document
        {
            Title = reader.FrontMatter.Title ?? (title is null ? null : Whitespace.Collapse(title.Span.Of(text))),
            Creator = reader.FrontMatter.Creator,
            Published = published,
            Language = DocumentLanguage.Of(text),
            MediaType = "text/markdown",
            Text = text,
            Blocks = blocks,
        };
    }
}
