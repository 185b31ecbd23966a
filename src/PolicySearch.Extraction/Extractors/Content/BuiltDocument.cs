using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Makes a document of text and blocks, with what the file says of itself where the text does not say it.</summary>
internal static partial class BuiltDocument
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

        var (title, creator, published) = properties;
        var marked = blocks.Find(block => block.Kind == BlockKind.Title);
        return new Document
        {
            Title = marked is not null ? Whitespace.Collapse(marked.Span.Of(text)) : IsGenerated(title) ? null : Whitespace.Collapse(title),
            Creator = FileProperties.Creators([creator]),
            Published = found ?? (published is null ? null : PublicationDates.FromIso(published.Trim()) ?? PublicationDates.Find(published)),
            Language = DocumentLanguage.Of(text),
            MediaType = mediaType,
            Text = text,
            Blocks = blocks,
            Links = builder.Links,
            Notes = builder.Notes.ToList(),
        };
    }

    // What programs write where nobody gave a title, and what is left of letters that a program did not know.
    private static bool IsGenerated(string? title) => string.IsNullOrWhiteSpace(title) || Generated().IsMatch(title);

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

    [GeneratedRegex(@"^\s*(slide ?\d+|powerpoint[ -]presentation|microsoft \w+ - .*|untitled.*|document ?\d*|presentation ?\d*|\?+)\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Generated();
}
