using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>The unit of search: one or a few neighbouring blocks under one heading.</summary>
public sealed record Passage
{
    /// <summary>Number of the passage in its document, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Where it stands in the document's text; from the first block's start to the last one's end.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What it consists of.</summary>
    public required PassageKind Kind { get; init; }

    /// <summary>The headings above it, outermost first, white space collapsed; the title is not among them.</summary>
    public required IReadOnlyList<string> Heading { get; init; }

    /// <summary>The blocks, or parts of long blocks, that are analysed, tagged and shown; their spans rise and do not overlap.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Page of its first block, from 1; null where the source has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>BCP 47 tag, or null where unknown.</summary>
    public string? Language { get; init; }
}
