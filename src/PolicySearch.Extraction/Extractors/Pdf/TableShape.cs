using System.Text.RegularExpressions;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Tells a table from columns of running text.</summary>
internal static partial class TableShape
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

    /// <summary>Whether the first of two columns holds nothing but the numbers of the notes in the second.</summary>
    public static bool IsNoteList(LineRun run)
    {
        if (run.Columns.Count != 2)
        {
            return false;
        }

        var labels = run.Lines.FindAll(line => ColumnOf(run, line) == 0);
        var notes = run.Lines.FindAll(line => ColumnOf(run, line) == 1);
        return labels.TrueForAll(line => line.Words.Count == 1 && NoteLabel().IsMatch(line.Text))
            && notes.Count >= labels.Count && notes.Average(line => PlainText.TextKeys.Words(line.Text)) >= 4;
    }

    // Measured in characters: axes of charts and formulas have many lines, and little in them.
    private static bool IsProse(LineRun run)
    {
        var (prose, columns) = (0, 0);
        foreach (var lines in run.Lines.GroupBy(line => ColumnOf(run, line)))
        {
            var (left, right) = run.Columns[lines.Key];
            var full = lines.Where(line => line.Box.Width >= FullLine * (right - left) && PlainText.TextKeys.Words(line.Text) >= 3).ToList();
            var isProse = full.Count >= LeastProse && Length(full) * 2 >= Length(lines);
            prose += isProse ? Length(lines) : 0;
            columns += isProse ? 1 : 0;
        }

        return columns > 1 && prose * 5 >= Length(run.Lines) * 3;
    }

    private static int Length(IEnumerable<PdfLine> lines) => lines.Sum(line => line.Text.Length);

    // Rows whose cells begin at one height, some of them with several lines, parted by more space than those lines. Columns of text on one grid have single lines only.
    private static bool HasCommonRows(LineRun run)
    {
        var rows = TableRows.Of(run.Lines, run.Columns);
        if (rows.Count < 3 || !TableRows.HasWideGaps(run.Lines) || run.Lines.Count > rows.Count * run.Columns.Count * 6)
        {
            return false;
        }

        var cells = rows.ConvertAll(row => row.GroupBy(line => ColumnOf(run, line)).ToList());
        var common = cells.Count(row => row.Count == run.Columns.Count && BeginTogether(row));
        var wrapped = cells.Count(row => row.Exists(cell => cell.Count() > 1));
        var goesOn = cells.Skip(1).SelectMany(row => row).Count(cell => char.IsLower(cell.First().Text[0]));
        return common * 4 >= rows.Count * 3 && wrapped * 3 >= rows.Count && goesOn * 4 < cells.Sum(row => row.Count);
    }

    private static bool BeginTogether(List<IGrouping<int, PdfLine>> row)
    {
        var tops = row.ConvertAll(cell => cell.Min(line => line.Box.Top));
        return tops.Max() - tops.Min() < 0.5 * row[0].First().Size;
    }

    // A page with a few words here and there, as slides and forms have, is no table.
    private static bool IsSparse(LineRun run) => run.Lines.Max(line => line.Box.Bottom) - run.Lines.Min(line => line.Box.Top) > run.Lines.Sum(line => line.Box.Height) * 3;

    [GeneratedRegex(@"^[\[(]?(\d{1,3}|[*†‡§])[\]).]?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NoteLabel();
}
