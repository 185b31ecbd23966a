using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>What stays together when passages are packed: a block, a part of a long one, or the cells of a table's row.</summary>
/// <param name="Blocks">The blocks.</param>
/// <param name="Words">Their words.</param>
internal sealed record PassageAtom(IReadOnlyList<Block> Blocks, int Words)
{
    private const int LongestLeadIn = 60;

    private static readonly string[] LeadInEnds = [":", "：", "とおり。", "とおりである。", "通り。", "通りである。", "as follows."];

    /// <summary>Whether it is an item of a list.</summary>
    public bool IsListItem => Blocks[0].Kind == BlockKind.ListItem;

    /// <summary>Whether it leads to a list: "The following five:".</summary>
    public bool IsLeadIn(string text) =>
        Words <= LongestLeadIn && Blocks[^1].Kind == BlockKind.Paragraph && EndsAsLeadIn(Blocks[^1].Span.Of(text));

    private static bool EndsAsLeadIn(ReadOnlySpan<char> text)
    {
        foreach (var end in LeadInEnds)
        {
            if (text.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An atom of one block.</summary>
    public static PassageAtom Of(string text, Block block) => new([block], WordCount.Of(block.Span.Of(text)));

    /// <summary>An atom of several blocks.</summary>
    public static PassageAtom Of(string text, IReadOnlyList<Block> blocks) => new(blocks, blocks.Sum(block => WordCount.Of(block.Span.Of(text))));
}
