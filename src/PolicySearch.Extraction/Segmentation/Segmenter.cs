using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>Cuts a document's blocks into passages.</summary>
/// <remarks>
/// A passage has about 60 to 200 words (<see cref="WordCount"/>: two characters of Japanese are one word) and never crosses a heading.
/// Contents and boilerplate are in none, every other block is in exactly one, in parts where it is long.
/// Tables with the captions over them, footnotes, references and other captions have passages of their own.
/// </remarks>
public static class Segmenter
{
    /// <summary>Raised whenever the same document would give other passages.</summary>
    public const int Version = 4;

    /// <summary>The passages of <paramref name="document"/>, in order.</summary>
    public static IReadOnlyList<Passage> Segment(Document document) => Segment(document, []);

    /// <summary>The passages of <paramref name="document"/>, in order, none of them cut inside a span of <paramref name="whole"/>.</summary>
    /// <param name="document">The document.</param>
    /// <param name="whole">Spans of the document's text that stay in one block, such as those of names; in any order.</param>
    public static IReadOnlyList<Passage> Segment(Document document, IEnumerable<TextSpan> whole)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(whole);
        var packer = new PassagePacker(document.Text, new BlockCutter(document.Text, whole));
        var passages = new List<Passage>();
        foreach (var section in Section.ReadAll(document))
        {
            foreach (var blocks in packer.Pack(section))
            {
                passages.Add(Create(document, section, blocks, passages.Count));
            }
        }

        return passages;
    }

    private static Passage Create(Document document, Section section, List<Block> blocks, int ordinal) => new()
    {
        Ordinal = ordinal,
        Span = new TextSpan(blocks[0].Span.Start, blocks[^1].Span.End),
        Kind = PassageKinds.OfMost(document.Text, blocks),
        Heading = section.Path,
        Blocks = blocks,
        Page = blocks[0].Page,
        Language = PassageLanguage.Of(document, blocks),
    };
}
