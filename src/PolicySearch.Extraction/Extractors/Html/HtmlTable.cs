using System.Globalization;
using AngleSharp.Dom;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>Reads a table's cells with the headings of their rows and columns.</summary>
internal sealed class HtmlTable
{
    private const int MostSpan = 1000;

    private readonly HtmlBlockReader _reader;
    private readonly HtmlContext _context;
    private readonly int _number;
    private readonly Dictionary<int, TextSpan> _columnHeadings = [];

    // For a column: up to which row a cell from above reaches into it, and the heading it holds.
    private readonly Dictionary<int, (int EndRow, TextSpan? Heading)> _reaching = [];

    private HtmlTable(HtmlBlockReader reader, HtmlContext context, int number)
    {
        _reader = reader;
        _context = context;
        _number = number;
    }

    /// <summary>Whether the table holds data; others only lay out the page.</summary>
    public static bool IsData(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector("table, h1, h2, article, main") is not null)
        {
            return false;
        }

        if (table.QuerySelector("th, caption") is not null)
        {
            return true;
        }

        var rows = table.GetElementsByTagName("tr");
        return rows.Length >= 2 && rows.Count(row => row.ChildElementCount >= 2) * 2 > rows.Length;
    }

    /// <summary>Reads <paramref name="table"/> through <paramref name="reader"/>.</summary>
    public static void Read(IElement table, HtmlBlockReader reader, MainContent content, HtmlContext context, int number)
    {
        var self = new HtmlTable(reader, context, number);
        var row = 0;
        foreach (var part in table.Children)
        {
            if (part.LocalName == "caption")
            {
                self.ReadCaption(part);
            }
            else if (part.LocalName == "tr")
            {
                self.ReadRow(part, row++, content);
            }
            else if (part.LocalName is "thead" or "tbody" or "tfoot")
            {
                foreach (var line in part.Children.Where(child => child.LocalName == "tr"))
                {
                    self.ReadRow(line, row++, content);
                }
            }
        }
    }

    private void ReadCaption(IElement caption)
    {
        var first = _reader.Blocks.Count;
        _reader.ReadCell(caption, _context);
        for (var i = first; i < _reader.Blocks.Count; i++)
        {
            _reader.Blocks[i] = _reader.Blocks[i] with { Kind = BlockKind.Caption };
        }
    }

    private void ReadRow(IElement row, int number, MainContent content)
    {
        var cells = row.Children.Where(cell => cell.LocalName is "td" or "th" && !content.IsLeftOut(cell)).ToList();
        var isHeader = row.ParentElement?.LocalName == "thead" || (cells.Count > 1 && cells.TrueForAll(cell => cell.LocalName == "th"));
        var headings = new List<TextSpan>();
        var column = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            column = Free(column, number, headings);
            var first = _reader.Blocks.Count;
            _reader.ReadCell(cells[i], _context);
            TextSpan? span = _reader.Blocks.Count > first ? _reader.Blocks[first].Span : null;
            var isHeading = !isHeader && cells.Count > 1 && (cells[i].LocalName == "th" || (i == 0 && headings.Count == 0));
            Place(first, number, column, isHeader || isHeading, headings);
            var width = Span(cells[i], "colspan");
            var height = Span(cells[i], "rowspan");
            for (var covered = column; covered < column + width; covered++)
            {
                Cover(covered, number, height, span, isHeader, isHeading && covered == column);
            }

            if (isHeading && span is { } heading)
            {
                headings.Add(heading);
            }

            column += width;
        }
    }

    private void Place(int first, int row, int column, bool isHeading, List<TextSpan> headings)
    {
        for (var i = first; i < _reader.Blocks.Count; i++)
        {
            _reader.Blocks[i] = _reader.Blocks[i] with
            {
                Table = _number,
                Row = row,
                Column = column,
                RowHeading = isHeading || headings.Count == 0 ? null : headings[^1],
                RowGroup = headings.Count > (isHeading ? 0 : 1) ? headings[0] : null,
                ColumnHeading = isHeading ? null : _columnHeadings.TryGetValue(column, out var heading) ? heading : null,
            };
        }
    }

    private void Cover(int column, int row, int height, TextSpan? span, bool isHeader, bool isHeading)
    {
        if (height > 1)
        {
            _reaching[column] = (row + height, isHeading ? span : null);
        }

        if (isHeader && span is { } heading)
        {
            _columnHeadings[column] = heading;
        }
    }

    // The next column that no cell from above reaches into; headings passed on the way hold for this row too.
    private int Free(int column, int row, List<TextSpan> headings)
    {
        while (_reaching.TryGetValue(column, out var above) && above.EndRow > row)
        {
            if (above.Heading is { } heading)
            {
                headings.Add(heading);
            }

            column++;
        }

        return column;
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, MostSpan) : 1;
}
