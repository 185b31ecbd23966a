using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging;

/// <summary>A block as the finders see it.</summary>
/// <param name="Number">Its number among the blocks that are tagged.</param>
/// <param name="Kind">What it is in its document.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Words">Its words.</param>
internal sealed record TextBlock(int Number, BlockKind Kind, TextSpan Span, IReadOnlyList<Word> Words)
{
    /// <summary>For a table cell: where its column's heading stands, or null.</summary>
    public TextSpan? ColumnHeading { get; init; }

    /// <summary>For a table cell: number of the table in the document; else null.</summary>
    public int? Table { get; init; }

    /// <summary>For a table cell: its row, from 0; else null.</summary>
    public int? Row { get; init; }

    /// <summary>For a table cell: its column, from 0; else null.</summary>
    public int? Column { get; init; }
}
