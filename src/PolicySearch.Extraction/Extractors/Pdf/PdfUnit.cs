using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>The lines of one paragraph, or a table, on the way to becoming blocks.</summary>
internal sealed class PdfUnit
{
    /// <summary>Page on which it begins, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Its lines; for a table those of all cells.</summary>
    public required List<PdfLine> Lines { get; init; }

    /// <summary>Number of its region in the document: a column, or what stands between two of them.</summary>
    public required int Region { get; init; }

    /// <summary>Where it stands on its pages.</summary>
    public required List<PageBox> Boxes { get; init; }

    /// <summary>A table's cells, row by row; null for everything else.</summary>
    public List<PdfCell[]>? Rows { get; init; }

    /// <summary>Where a cell of it stands; null for what is no table.</summary>
    public Func<PdfCell, PageBox>? BoxOfCell { get; init; }

    /// <summary>Where it stands on its page: 0 at the top, 1 at the bottom.</summary>
    public double Height { get; init; }

    /// <summary>What it is; null until a pass has settled it.</summary>
    public BlockKind? Kind { get; set; }

    /// <summary>Level of a heading or list item.</summary>
    public int Level { get; set; }

    /// <summary>Its text as one line.</summary>
    public required string Text { get; set; }

    /// <summary>Font size of most of it.</summary>
    public double Size => Lines.MaxBy(line => line.Text.Length)!.Size;

    /// <summary>Whether all of it is bold.</summary>
    public bool IsBold => Lines.TrueForAll(line => line.IsBold);
}
