namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Gathers a table's lines to rows, and rows to cells.</summary>
internal static class TableRows
{
    private const double WideGap = 0.35;
    private const int LeastColumns = 4;

    /// <summary>Lines that share height, from top to bottom: a row of one-line cells, or one line of a row.</summary>
    public static List<List<PdfLine>> Bands(IEnumerable<PdfLine> lines)
    {
        var bands = new List<List<PdfLine>>();
        var bottom = double.MinValue;
        foreach (var line in lines.OrderBy(line => line.Box.Top))
        {
            // Ascenders and descenders of neighbouring lines may touch.
            if (bands.Count == 0 || line.Box.Top > bottom - (0.25 * line.Size))
            {
                bands.Add([]);
                bottom = line.Box.Bottom;
            }

            bands[^1].Add(line);
            bottom = Math.Max(bottom, line.Box.Bottom);
        }

        return bands;
    }

    /// <summary>Whether some bands are parted by more than the space between lines.</summary>
    public static bool HasWideGaps(IEnumerable<PdfLine> lines)
    {
        var bands = Bands(lines);
        return Enumerable.Range(1, Math.Max(0, bands.Count - 1)).Any(i => IsWide(bands[i - 1], bands[i]));
    }

    /// <summary>The rows.</summary>
    /// <param name="lines">The table's lines.</param>
    /// <param name="columns">The stretches that its columns cover.</param>
    public static List<List<PdfLine>> Of(IReadOnlyList<PdfLine> lines, IReadOnlyList<(double Left, double Right)> columns)
    {
        var bands = Bands(lines);
        var byGap = HasWideGaps(lines);
        var rows = new List<List<PdfLine>>();
        foreach (var band in bands)
        {
            // Where the rows are set as tight as lines, a row begins with its first cell.
            var begins = rows.Count == 0 || (byGap ? IsWide(rows[^1], band) : band.Exists(line => line.Box.Left < columns[0].Right));
            if (begins)
            {
                rows.Add([]);
            }

            rows[^1].AddRange(band);
        }

        return byGap ? [.. rows.SelectMany(row => Split(row, columns))] : rows;
    }

    // Where space parts only some rows, the others begin with a cell in the first column beside cells of numbers, which no cell wraps to a second line.
    private static List<List<PdfLine>> Split(List<PdfLine> row, IReadOnlyList<(double Left, double Right)> columns)
    {
        var bands = columns.Count >= LeastColumns ? Bands(row) : [];
        var numbers = bands.ConvertAll(band => band.Where(line => char.IsAsciiDigit(line.Text[0])).Select(line => TableShape.ColumnOf(columns, line)).Where(column => column > 0).ToHashSet());
        var begins = bands.ConvertAll(band => band.Exists(line => TableShape.ColumnOf(columns, line) == 0));
        var common = Enumerable.Range(0, columns.Count).Where(column => numbers.Where((found, i) => begins[i] && found.Contains(column)).Count() > 1).ToList();
        if (common.Count == 0)
        {
            return [row];
        }

        var rows = new List<List<PdfLine>>();
        for (var i = 0; i < bands.Count; i++)
        {
            if (rows.Count == 0 || (begins[i] && common.Exists(numbers[i].Contains)))
            {
                rows.Add([]);
            }

            rows[^1].AddRange(bands[i]);
        }

        return rows;
    }

    /// <summary>The cells' texts, row by row; empty ones as empty texts.</summary>
    public static List<PdfCell[]> Cells(PageRegion table, Func<string, bool> isCompound)
    {
        var run = new LineRun(2);
        table.Lines.ForEach(run.Add);
        var columns = run.Columns;
        var rows = Of(table.Lines, columns);
        JoinHeaders(columns, rows);
        return rows.ConvertAll(row =>
        {
            var cells = new List<PdfLine>[columns.Count];
            foreach (var line in row)
            {
                (cells[TableShape.ColumnOf(columns, line)] ??= []).Add(line);
            }

            return Array.ConvertAll(cells, cell => cell is null ? new PdfCell(string.Empty, []) : new PdfCell(LineText.Join(TextRows.Of(cell).Select(line => line.Text), isCompound), cell));
        });
    }

    // A heading set to the left over figures set to the right covers none of them: two columns of which no row has both are one.
    private static void JoinHeaders(List<(double Left, double Right)> columns, List<List<PdfLine>> rows)
    {
        for (var column = columns.Count - 2; column >= 0; column--)
        {
            var left = rows.Select(row => row.Exists(line => TableShape.ColumnOf(columns, line) == column)).ToList();
            var right = rows.Select(row => row.Exists(line => TableShape.ColumnOf(columns, line) == column + 1)).ToList();
            var isHeader = (left[0] && !left.Skip(1).Contains(true)) || (right[0] && !right.Skip(1).Contains(true));
            if (isHeader && !left.Zip(right, (first, second) => first && second).Contains(true))
            {
                columns[column] = (columns[column].Left, columns[column + 1].Right);
                columns.RemoveAt(column + 1);
            }
        }
    }

    private static bool IsWide(List<PdfLine> above, List<PdfLine> below) =>
        below.Min(line => line.Box.Top) - above.Max(line => line.Box.Bottom) > WideGap * below.Min(line => line.Size);
}
