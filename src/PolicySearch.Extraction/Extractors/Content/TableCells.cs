using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Places the cells of one table: row, column, and the headings of both.</summary>
/// <param name="blocks">Where the cells' blocks are added.</param>
/// <param name="number">Number of the table in the document.</param>
internal sealed class TableCells(List<Block> blocks, int number)
{
    private readonly Dictionary<int, TextSpan> _columnHeadings = [];
    private TextSpan? _rowHeading;
    private bool _isHeader;
    private int _row = -1;

    /// <summary>Begins the next row.</summary>
    /// <param name="isHeader">Whether its cells are the headings of their columns.</param>
    public void BeginRow(bool isHeader)
    {
        _row++;
        _isHeader = isHeader;
        _rowHeading = null;
    }

    /// <summary>Makes cells of the blocks added since there were <paramref name="first"/>.</summary>
    /// <param name="first">Number of blocks before the cell.</param>
    /// <param name="column">Column, from 0.</param>
    /// <param name="width">Columns that it spans; 1 or more.</param>
    public void EndCell(int first, int column, int width)
    {
        if (blocks.Count == first)
        {
            return;
        }

        var isHeading = _isHeader || column == 0;
        var span = blocks[first].Span;
        for (var i = first; i < blocks.Count; i++)
        {
            blocks[i] = blocks[i] with
            {
                Kind = BlockKind.TableCell,
                Level = 0,
                Table = number,
                Row = _row,
                Column = column,
                RowHeading = isHeading ? null : _rowHeading,
                ColumnHeading = isHeading || !_columnHeadings.TryGetValue(column, out var heading) ? null : heading,
            };
        }

        _rowHeading = column == 0 ? span : _rowHeading;
        for (var covered = column; _isHeader && covered < column + width; covered++)
        {
            _columnHeadings[covered] = span;
        }
    }
}
