using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Makes blocks of the rows of sheets. An empty row ends a table; the first row of a table is its header; a row of one cell above a table is a paragraph.</summary>
/// <param name="builder">Takes text and blocks.</param>
/// <param name="limits">Says how many cells are too many.</param>
/// <param name="name">Name of the source, for messages.</param>
internal sealed partial class SheetWriter(BlockTextBuilder builder, ExtractionLimits limits, string name)
{
    private TableCells? _table;
    private int _tables;
    private int _cells;
    private int? _page;

    /// <summary>Begins a sheet.</summary>
    /// <param name="page">Its number, from 1; null for a source without sheets.</param>
    /// <param name="title">Its name, or null; one that the program gave it ("Sheet1") is no heading.</param>
    public void BeginSheet(int? page, string? title)
    {
        _page = page;
        _table = null;
        builder.Add(title is null || Numbered().IsMatch(title) ? "" : title, preformatted: false);
        if (builder.End(BlockKind.Heading) is { } block)
        {
            builder.Replace(block with { Level = 1, Page = page });
        }
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">The filled cells with their columns, from 0; none for an empty row.</param>
    /// <exception cref="ExtractionException">There are too many cells.</exception>
    public void AddRow(IReadOnlyList<(int Column, string Text)> cells)
    {
        _cells += cells.Count;
        if (_cells > limits.MaxCells)
        {
            throw new ExtractionException($"{name} has more than {limits.MaxCells} cells; split it or raise the limit");
        }

        if (cells.Count == 0)
        {
            _table = null;
        }
        else if (cells.Count == 1 && _table is null)
        {
            AddText(cells[0].Text);
        }
        else
        {
            AddCells(cells);
        }
    }

    private void AddText(string text)
    {
        builder.Add(text, preformatted: false);
        if (builder.End(BlockKind.Paragraph) is { } block)
        {
            builder.Replace(block with { Page = _page });
        }
    }

    private void AddCells(IReadOnlyList<(int Column, string Text)> cells)
    {
        var isHeader = _table is null;
        _table ??= new TableCells(builder.Blocks, _tables++);
        _table.BeginRow(isHeader);
        foreach (var (column, text) in cells)
        {
            var first = builder.Blocks.Count;
            builder.Add(text, preformatted: true);
            if (builder.End(BlockKind.TableCell) is { } block)
            {
                builder.Replace(block with { Page = _page });
            }

            _table.EndCell(first, column, width: 1);
        }
    }

    [GeneratedRegex(@"^(sheet|table|tabelle|feuil|hoja|foglio|シート) ?\d+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
