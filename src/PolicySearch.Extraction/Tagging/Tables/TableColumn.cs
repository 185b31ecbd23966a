using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging.Tables;

/// <summary>The cells of one column of a table, and where its heading stands.</summary>
internal sealed class TableColumn
{
    /// <summary>Its cells below the heading, in the order of the rows.</summary>
    public List<TextBlock> Cells { get; } = [];

    /// <summary>Its heading; null where it has none.</summary>
    public TextSpan? Heading { get; private set; }

    /// <summary>The columns of all tables of a document.</summary>
    public static IEnumerable<TableColumn> Of(IReadOnlyList<TextBlock> blocks)
    {
        var columns = new Dictionary<(int Table, int Column), TableColumn>();
        var headed = new HashSet<int>();
        foreach (var block in blocks)
        {
            if (block is { Table: { } table, Column: { } column })
            {
                if (!columns.TryGetValue((table, column), out var found))
                {
                    columns[(table, column)] = found = new TableColumn();
                }

                found.Cells.Add(block);
                found.Heading ??= block.ColumnHeading;
                if (block.ColumnHeading is not null)
                {
                    headed.Add(table);
                }
            }
        }

        foreach (var ((table, _), column) in columns)
        {
            if (headed.Contains(table))
            {
                column.TakeHeading();
            }
        }

        return columns.Values;
    }

    // The first column's cells head their rows and name no heading; it stands in the first row all the same.
    private void TakeHeading()
    {
        if (Heading is null && Cells[0].Row == 0)
        {
            Heading = Cells[0].Span;
        }

        Cells.RemoveAll(cell => cell.Span.Start <= Heading?.Start);
    }
}
