namespace PolicySearch.Extraction.Documents;

/// <summary>A heading, paragraph, list item, table cell, footnote or reference, with its span in the document's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in <see cref="Document.Text"/>, without white space at its ends.</param>
public sealed record Block(BlockKind Kind, TextSpan Span)
{
    /// <summary>For a heading 1 (highest) to 6, for a list item its depth from 1; else 0.</summary>
    public int Level { get; init; }

    /// <summary>Page, from 1; null where the source has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Where it stands on its pages, one box a page (two for a paragraph that goes on overleaf); empty where the source has no pages. A part of a block has the boxes of the whole.</summary>
    public IReadOnlyList<PageBox> Boxes { get; init; } = [];

    /// <summary>The source's own name of this place (an HTML id), or null.</summary>
    public string? Anchor { get; init; }

    /// <summary>For a table cell, and in a passage for the caption over it: number of the table in the document, from 0; else null.</summary>
    public int? Table { get; init; }

    /// <summary>For a table cell: its row in the table, from 0; else null.</summary>
    public int? Row { get; init; }

    /// <summary>For a table cell: its column, from 0; else null.</summary>
    public int? Column { get; init; }

    /// <summary>For a table cell: where its row's heading stands, or null.</summary>
    public TextSpan? RowHeading { get; init; }

    /// <summary>For a table cell: where the heading stands that spans its row and its neighbours ("INSTRUMENTS" over "Financial" and "Technical"), or null.</summary>
    public TextSpan? RowGroup { get; init; }

    /// <summary>For the first list item of a passage: where the sentence stands that leads to its list, if that is in another passage; else null.</summary>
    public TextSpan? LeadIn { get; init; }

    /// <summary>For a table cell: where its column's heading stands, or null.</summary>
    public TextSpan? ColumnHeading { get; init; }
}
