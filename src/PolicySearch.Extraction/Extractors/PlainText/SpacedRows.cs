using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Finds tables whose columns are set with spaces, as <c>pdftotext -layout</c> prints them.</summary>
internal static class SpacedRows
{
    private const int FewestRows = 3;
    private const int FewestCells = 3;
    private const int LongestCell = 60;
    private const int MostCells = 40;

    /// <summary>For each line whether it is a row of such a table: three rows or more, with as many cells each.</summary>
    public static bool[] Find(string text, List<TextLine> lines)
    {
        var rows = new bool[lines.Count];
        var start = 0;
        var cells = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            var count = i < lines.Count ? CountCells(text, lines[i].Trimmed) : 0;
            if (count == cells && i < lines.Count)
            {
                continue;
            }

            if (cells >= FewestCells && i - start >= FewestRows)
            {
                rows.AsSpan(start, i - start).Fill(true);
            }

            start = i;
            cells = count;
        }

        return rows;
    }

    /// <summary>The cells of a row.</summary>
    public static List<TextSpan> Cells(string text, TextSpan row)
    {
        var cells = new List<TextSpan>();
        for (var from = row.Start; ;)
        {
            var gap = GapIn(text.AsSpan(from, row.End - from));
            if (gap < 0)
            {
                cells.Add(new TextSpan(from, row.End));
                return cells;
            }

            cells.Add(new TextSpan(from, from + gap));
            from += gap;
            while (IsBlank(text[from]))
            {
                from++;
            }
        }
    }

    private static int GapIn(ReadOnlySpan<char> words)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (IsBlank(words[i]) && IsBlank(words[i + 1]))
            {
                return i;
            }
        }

        return -1;
    }

    // Japanese tables are set with ideographic blanks.
    private static bool IsBlank(char unit) => unit is ' ' or '\u3000';

    // No cells for a line that is a sentence, has tabs, or sets one cell as wide as a column of running text.
    private static int CountCells(string text, TextSpan line)
    {
        var words = line.Of(text);
        if (words.IsEmpty || words.Length > LongestCell * MostCells || GapIn(words) < 0 || words.Contains('\t') || ListMarker.Read(words).Form == UnitForm.Bullet)
        {
            return 0;
        }

        var cells = Cells(text, line);
        return cells.Count <= MostCells && cells.TrueForAll(cell => cell.Length <= LongestCell) ? cells.Count : 0;
    }
}
