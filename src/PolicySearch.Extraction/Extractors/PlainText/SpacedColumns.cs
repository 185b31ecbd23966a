using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Gives the cells of a table set with spaces their columns, by where they stand in the line: a row may leave cells empty.</summary>
internal static class SpacedColumns
{
    private const int MostRows = 2000;

    /// <summary>The rows with an empty span for each cell that is missing; other tables are given back as they are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="units">The rows.</param>
    /// <param name="rows">Their cells from left to right.</param>
    public static List<List<TextSpan>> Align(string text, List<TextUnit> units, List<List<TextSpan>> rows)
    {
        var widest = rows.MaxBy(row => row.Count)!;
        var isSpaced = units.TrueForAll(unit => !unit.Raw.Of(text).ContainsAny('\t', '|'));
        if (!isSpaced || rows.Count > MostRows || rows.TrueForAll(row => row.Count == widest.Count))
        {
            return rows;
        }

        var columns = EdgesOf(text, units[rows.IndexOf(widest)], widest);
        return [.. rows.Select((row, i) => row.Count == widest.Count ? row : Spread(row, EdgesOf(text, units[i], row), columns))];
    }

    private static List<TextSpan> Spread(List<TextSpan> row, List<TextSpan> edges, List<TextSpan> columns)
    {
        var spread = columns.ConvertAll(_ => new TextSpan(row[0].Start, row[0].Start));
        var column = 0;
        for (var i = 0; i < row.Count; i++)
        {
            // Each cell still to come needs a column of its own.
            var last = columns.Count - (row.Count - i);
            var best = column;
            for (var next = column; next <= last; next++)
            {
                best = Distance(edges[i], columns[next]) < Distance(edges[i], columns[best]) ? next : best;
            }

            spread[best] = row[i];
            column = best + 1;
        }

        return spread;
    }

    // Figures stand under each other's right edges, words under each other's left ones.
    private static int Distance(TextSpan cell, TextSpan column) => Math.Min(Math.Abs(cell.Start - column.Start), Math.Abs(cell.End - column.End));

    // Columns of the line, a wide character as two.
    private static List<TextSpan> EdgesOf(string text, TextUnit unit, List<TextSpan> cells)
    {
        var edges = new List<TextSpan>(cells.Count);
        var (at, x) = (unit.Raw.Start, 0);
        foreach (var cell in cells)
        {
            x += LineWidths.Width(text.AsSpan(at, cell.Start - at), int.MaxValue);
            var start = x;
            x += LineWidths.Width(cell.Of(text), int.MaxValue);
            edges.Add(new TextSpan(start, x));
            at = cell.End;
        }

        return edges;
    }
}
