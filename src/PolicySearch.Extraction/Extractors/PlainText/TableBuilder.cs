using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Makes blocks of a table's cells and tells each its row's and its column's heading.</summary>
/// <remarks>A row with more cells than the first has a group's heading in front of its own ("INSTRUMENTS", "Financial"), and its cells belong to the columns counted from the right. An empty heading cell takes the heading of the row above.</remarks>
internal sealed class TableBuilder
{
    private const int LongestHeading = 20;

    private readonly string _text;
    private readonly int _table;
    private readonly List<List<TextSpan[]>> _rows;
    private readonly bool _hasHeader;
    private readonly int _headerRow;
    private readonly TextSpan?[] _headings = new TextSpan?[2];

    /// <summary>Takes a table's rows, each the spans between its separators.</summary>
    public TableBuilder(string text, int table, List<List<TextSpan>> rows)
    {
        _text = text;
        _table = table;
        _rows = rows.ConvertAll(row => row.ConvertAll(cell => CellParagraphs.Split(text, cell.Start, cell.End).ToArray()));
        _hasHeader = HasHeader();
        _headerRow = _hasHeader && NamesColumns() ? 1 : 0;
    }

    /// <summary>The blocks of a row; to be asked for in order, row by row.</summary>
    public List<Block> Cells(int rowNumber)
    {
        var row = _rows[rowNumber];
        var blocks = new List<Block>();
        var isHeader = rowNumber <= _headerRow && _hasHeader;
        var extra = Math.Clamp(row.Count - _rows[0].Count, 0, 1);
        var headingCells = row.Count > 1 && !isHeader ? 1 + extra : 0;
        TakeHeadings(row, headingCells);
        for (var column = 0; column < row.Count; column++)
        {
            var isHeading = column < headingCells;
            foreach (var span in row[column])
            {
                blocks.Add(new Block(BlockKind.TableCell, span)
                {
                    Table = _table,
                    Row = rowNumber,
                    Column = column,
                    RowGroup = isHeader || (isHeading && column == 0) ? null : Group,
                    RowHeading = isHeader || isHeading ? null : _headings[1] ?? _headings[0],
                    ColumnHeading = isHeader || isHeading || !_hasHeader ? null : Header(column - extra),
                });
            }
        }

        return blocks;
    }

    private void TakeHeadings(List<TextSpan[]> row, int headingCells)
    {
        for (var i = 0; i < headingCells; i++)
        {
            if (row[i].Length > 0)
            {
                _headings[i] = WordCount.Of(row[i][0].Of(_text)) <= LongestHeading ? row[i][0] : null;
                _headings.AsSpan(i + 1).Clear();
            }
        }
    }

    private TextSpan? Group => _headings[1] is null ? null : _headings[0];

    private TextSpan? Header(int column)
    {
        var header = _rows[_headerRow];
        return column >= 0 && column < header.Count && header[column].Length > 0 ? header[column][0] : null;
    }

    // Short cells without figures over cells of another kind; of two columns only, an empty corner or figures below must show it.
    private bool HasHeader()
    {
        if (_rows.Count < 2 || _rows[0].Count < 2)
        {
            return false;
        }

        var first = _rows[0];

        for (var i = 1; i < first.Count; i++)
        {
            if (first[i].Length != 1 || !IsHeaderCell(first[i][0].Of(_text)))
            {
                return false;
            }
        }

        return first.Count > 2 || first[0].Length == 0
            || HasFiguresBelow(0) || HasFiguresBelow(1);
    }

    // "Type: | National | Regional" over "Name: | … | …": the second row says better what the columns are.
    private bool NamesColumns() =>
        _rows.Count > 2 && _rows[1].Count == _rows[0].Count && _rows[1].TrueForAll(cell => cell.Length == 1) && _rows[0][0].Length == 1
        && EndsWithName(_rows[1][0][0].Of(_text)) && !EndsWithName(_rows[0][0][0].Of(_text));

    private static bool EndsWithName(ReadOnlySpan<char> cell)
    {
        var label = cell.TrimEnd(":： ");
        return label.EndsWith("name", StringComparison.OrdinalIgnoreCase) || label.EndsWith("title", StringComparison.OrdinalIgnoreCase)
            || label.EndsWith("名称", StringComparison.Ordinal);
    }

    private bool HasFiguresBelow(int column) =>
        !StartsWithDigit(_rows[0][column]) && _rows.Skip(1).All(row => row.Count <= column || row[column].Length == 0 || StartsWithDigit(row[column]));

    private bool StartsWithDigit(TextSpan[] cell) => cell.Length > 0 && char.IsDigit(_text[cell[0].Start]);

    private static bool IsHeaderCell(ReadOnlySpan<char> cell) =>
        WordCount.Of(cell) <= 12 && cell[^1] is not ('.' or '。') && (!char.IsDigit(cell[0]) || IsYear(cell));

    private static bool IsYear(ReadOnlySpan<char> cell) => cell.Length is >= 4 and <= 9 && cell[0] is '1' or '2' && !cell.ContainsAny('.', ',');
}
