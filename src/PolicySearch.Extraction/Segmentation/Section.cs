using PolicySearch.Extraction.Documents;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>What stands under one heading: the headings right above it, its blocks, and the path.</summary>
/// <param name="Heads">Title and headings, in order, without text between them.</param>
/// <param name="Body">The other blocks.</param>
/// <param name="Path">The headings above the body, outermost first, white space collapsed.</param>
internal sealed record Section(List<Block> Heads, List<Block> Body, IReadOnlyList<string> Path)
{
    /// <summary>The sections of a document; contents and boilerplate are left out, every other block is in one.</summary>
    public static List<Section> ReadAll(Document document)
    {
        var sections = new List<Section>();
        var path = new List<(int Level, string Text)>();
        var heads = new List<Block>();
        var body = new List<Block>();
        foreach (var block in document.Blocks)
        {
            if (block.Kind is BlockKind.Contents or BlockKind.Boilerplate || block.Span.Length == 0)
            {
                continue;
            }

            if (block.Kind is not (BlockKind.Title or BlockKind.Heading))
            {
                body.Add(block);
                continue;
            }

            if (body.Count > 0)
            {
                Close();
            }

            heads.Add(block);
            if (block.Kind == BlockKind.Heading)
            {
                path.RemoveAll(above => above.Level >= block.Level);
                path.Add((block.Level, Whitespace.Collapse(block.Span.Of(document.Text))));
            }
        }

        if (heads.Count + body.Count > 0)
        {
            Close();
        }

        return sections;

        void Close()
        {
            sections.Add(new Section(heads, body, path.ConvertAll(above => above.Text)));
            heads = [];
            body = [];
        }
    }
}
