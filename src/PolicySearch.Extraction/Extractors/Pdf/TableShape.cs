namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Tells a table from columns of running text.</summary>
internal static class TableShape
{
    private const double FullLine = 0.75;
    private const int LeastProse = 4;

    /// <summary>Whether the run's columns are a table's.</summary>
    /// <remarks>In running text the lines fill their column, and there are several words on each. In a table rows are parted by more space than the lines of a cell, in all columns at once, or the cells are short.</remarks>
    public static bool Is(LineRun run)
    {
        var rows = TableRows.Bands(run.Lines).Count(band => band.Count > 1 && band.Select(line => ColumnOf(run, line)).Distinct().Count() > 1);
        return rows >= 2 && (!IsProse(run) || HasCommonRows(run)) && !IsSparse(run);
    }

    /// <summary>Number of the first line that stands below the run and does not belong to it; their count where all do.</summary>
    /// <param name="run">Lines from top to bottom.</param>
    /// <param name="isTable">Whether they are a table's.</param>
    public static int TailOf(LineRun run, bool isTable)
    {
        var tail = run.Lines.Count;
        for (var i = run.Lines.Count - 1; i > 0; i--)
        {
            var line = run.Lines[i];
            var above = run.Lines.Take(i).Max(other => other.Box.Bottom);
            var isAlone = run.Lines.Where(other => other != line).All(other => !other.Box.IsBeside(line.Box));
            if (!isAlone || ColumnOf(run, line) != 0)
            {
                break;
            }

            if (line.Box.Top - above > (isTable ? 0.9 : 1.5) * line.Size)
            {
                tail = i;
            }
        }

        return tail;
    }

    /// <summary>Number of the column that a line begins in.</summary>
    public static int ColumnOf(LineRun run, PdfLine line)
    {
        return ColumnOf(run.Columns, line);
    }

    /// <summary>Number of the column, of those given, that a line's middle stands in.</summary>
    public static int ColumnOf(IReadOnlyList<(double Left, double Right)> columns, PdfLine line)
    {
        for (var column = columns.Count - 1; column > 0; column--)
        {
            if (columns[column].Left <= line.Box.MiddleX)
            {
                return column;
            }
        }

        return 0;
    }

    private static bool IsProse(LineRun run)
    {
        var prose = 0;
        foreach (var lines in run.Lines.GroupBy(line => ColumnOf(run, line)))
        {
            var (left, right) = run.Columns[lines.Key];
            var full = lines.Count(line => line.Box.Width >= FullLine * (right - left));
            var words = lines.Average(line => PlainText.TextKeys.Words(line.Text));
            prose += lines.Count() >= LeastProse && full * 2 >= lines.Count() && words >= 3 ? lines.Count() : 0;
        }

        return prose * 5 >= run.Lines.Count * 3;
    }

    // Gaps over the whole width, wider than those between a cell's lines, with short stretches between them.
    private static bool HasCommonRows(LineRun run)
    {
        var bands = TableRows.Of(run.Lines, run.Columns);
        if (bands.Count < 3 || !TableRows.HasWideGaps(run.Lines))
        {
            return false;
        }

        var inAll = bands.Count(band => band.Select(line => ColumnOf(run, line)).Distinct().Count() == run.Columns.Count);
        return inAll * 4 >= bands.Count * 3 && run.Lines.Count <= bands.Count * run.Columns.Count * 6;
    }

    // A page with a few words here and there, as slides and forms have, is no table.
    private static bool IsSparse(LineRun run) => run.Lines.Max(line => line.Box.Bottom) - run.Lines.Min(line => line.Box.Top) > run.Lines.Sum(line => line.Box.Height) * 3;
}
