using PolicySearch.Extraction.Documents;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Makes a document of text and blocks, with what the file says of itself where the text does not say it.</summary>
internal static class BuiltDocument
{
    private const int BlocksForDate = 12;

    /// <summary>The document.</summary>
    /// <param name="builder">Text and blocks.</param>
    /// <param name="mediaType">Media type of the source.</param>
    /// <param name="properties">What the file says of itself.</param>
    /// <param name="name">Name of the source, for messages.</param>
    /// <exception cref="ExtractionException">There is no text.</exception>
    public static Document Create(BlockTextBuilder builder, string mediaType, FileProperties properties, string name)
    {
        var text = builder.ToString();
        TextContent.Check(text, name);
        var blocks = builder.Blocks;
        MarkTitle(blocks);
        string? found = null;
        for (var i = 0; found is null && i < Math.Min(blocks.Count, BlocksForDate); i++)
        {
            found = PublicationDates.Find(blocks[i].Span.Of(text));
        }

        var published = properties.Published;
        var marked = blocks.Find(block => block.Kind == BlockKind.Title);
        return new Document
        {
            Title = marked is not null ? Whitespace.Collapse(marked.Span.Of(text)) : properties.GivenTitle,
            Creator = FileProperties.Creators([properties.Creator]),
            Published = found ?? (published is null ? null : PublicationDates.FromIso(published.Trim()) ?? PublicationDates.Find(published)),
            Language = DocumentLanguage.Of(text),
            MediaType = mediaType,
            Text = text,
            Blocks = blocks,
            Links = builder.Links,
            Notes = builder.Notes.ToList(),
        };
    }

    // The only heading of the highest level, at the top, is the title.
    private static void MarkTitle(List<Block> blocks)
    {
        var first = blocks.FindIndex(block => block.Kind is not (BlockKind.Boilerplate or BlockKind.Contents));
        if (first >= 0 && blocks[first] is { Kind: BlockKind.Heading, Level: 1 } && !blocks.Exists(block => block.Kind == BlockKind.Title)
            && blocks.Count(block => block is { Kind: BlockKind.Heading, Level: 1 }) == 1)
        {
            blocks[first] = blocks[first] with { Kind = BlockKind.Title, Level = 0 };
        }
    }
}
