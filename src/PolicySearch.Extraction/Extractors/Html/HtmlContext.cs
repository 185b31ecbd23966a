using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>What the elements around a text make of it.</summary>
/// <param name="Kind">Kind of the blocks.</param>
internal readonly record struct HtmlContext(BlockKind Kind)
{
    /// <summary>Level of a heading; depth of lists.</summary>
    public int Level { get; init; }

    /// <summary>Whether line breaks count.</summary>
    public bool IsPreformatted { get; init; }

    /// <summary>The nearest id.</summary>
    public string? Anchor { get; init; }

    /// <summary>Whether the kind is settled, whatever elements stand inside: in a cell, a note, a reference.</summary>
    public bool IsSettled => Kind is BlockKind.TableCell or BlockKind.Footnote or BlockKind.Reference or BlockKind.Caption or BlockKind.Heading or BlockKind.Title;
}
