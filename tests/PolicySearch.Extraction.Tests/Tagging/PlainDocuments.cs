using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Makes documents for the tagger's tests without extraction.</summary>
internal static class PlainDocuments
{
    /// <summary>A document in which every line that holds anything is one paragraph.</summary>
    public static Document OfLines(string text)
    {
        var blocks = new List<Block>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start);
            var from = start + line.Length - line.TrimStart().Length;
            var length = line.Trim().Length;
            if (length > 0)
            {
                blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(from, from + length)));
            }

            start = end + 1;
        }

        return Of(text, blocks);
    }

    /// <summary>A document that is one block, line breaks and all.</summary>
    public static Document OfOneBlock(string text, BlockKind kind = BlockKind.Paragraph) =>
        Of(text, [new Block(kind, new TextSpan(0, text.Length))]);

    private static Document Of(string text, IReadOnlyList<Block> blocks) =>
        new() { MediaType = "text/plain", Text = text, Blocks = blocks };
}
