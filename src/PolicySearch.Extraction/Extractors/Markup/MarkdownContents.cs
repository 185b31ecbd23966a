using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Markup;

/// <summary>Marks the heading over a table of contents, and entries that come again as headings.</summary>
internal static class MarkdownContents
{
    /// <summary>Changes the kinds of <paramref name="blocks"/>, which are in order.</summary>
    public static void Mark(string text, List<Block> blocks)
    {
        var headings = new Dictionary<string, int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading)
            {
                headings[KeyOf(blocks[i].Span.Of(text))] = i;
            }
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind is not (BlockKind.Heading or BlockKind.Paragraph) || !ContentsPages.IsHeading(blocks[i].Span.Of(text)))
            {
                continue;
            }

            var end = i + 1;
            while (end < blocks.Count && IsEntry(text, blocks[end], end, headings))
            {
                end++;
            }

            for (var entry = i; end > i + 1 && entry < end; entry++)
            {
                blocks[entry] = blocks[entry] with { Kind = BlockKind.Contents, Level = 0 };
            }

            i = end - 1;
        }
    }

    private static bool IsEntry(string text, Block block, int index, Dictionary<string, int> headings) =>
        block.Kind == BlockKind.Contents || (block.Kind == BlockKind.ListItem && headings.GetValueOrDefault(KeyOf(block.Span.Of(text))) > index);

    private static string KeyOf(ReadOnlySpan<char> words)
    {
        words = words[ListMarker.Read(words).Length..];
        return TextKeys.Of(MarkdownLinks.Plain(words) ?? words);
    }
}
