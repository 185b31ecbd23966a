using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>The kind of a passage: that of most of its words, headings left out.</summary>
internal static class PassageKinds
{
    public static PassageKind OfMost(string text, List<Block> blocks)
    {
        Span<int> words = stackalloc int[Enum.GetValues<PassageKind>().Length];
        words.Clear();
        foreach (var block in blocks)
        {
            if (block.Kind is not (BlockKind.Title or BlockKind.Heading))
            {
                words[(int)Of(block.Kind)] += WordCount.Of(block.Span.Of(text));
            }
        }

        var most = PassageKind.Text;
        for (var kind = 0; kind < words.Length; kind++)
        {
            most = words[kind] > words[(int)most] ? (PassageKind)kind : most;
        }

        return most;
    }

    private static PassageKind Of(BlockKind kind) => kind switch
    {
        BlockKind.ListItem => PassageKind.List,
        BlockKind.TableCell => PassageKind.Table,
        BlockKind.Footnote => PassageKind.Footnote,
        BlockKind.Reference => PassageKind.Reference,
        BlockKind.Caption => PassageKind.Caption,
        _ => PassageKind.Text,
    };
}
