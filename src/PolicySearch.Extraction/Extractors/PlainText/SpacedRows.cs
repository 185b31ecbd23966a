using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Finds tables whose columns are set with spaces, as <c>pdftotext -layout</c> prints them.</summary>
/// <remarks>
/// Lines that stand together are a table when two thirds of them have three cells or more whose edges stand under each other;
/// the others are cells that were broken over two lines. Inside a text, three lines with as many cells each are one too.
/// </remarks>
internal static class SpacedRows
{
    private const int FewestRows = 3;
    private const int FewestCells = 3;
    private const int LongestCell = 60;
    private const int MostCells = 40;

    /// <summary>For each line whether it is a row of such a table.</summary>
    public static bool[] Find(string text, List<TextLine> lines)
    {
        var rows = new bool[lines.Count];
        var start = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i == lines.Count || lines[i].IsBlank)
            {
                FindIn(text, lines, start, i, rows);
                start = i + 1;
            }
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

    private static void FindIn(string text, List<TextLine> lines, int start, int end, bool[] rows)
    {
        while (start < end && NotesAndCaptions.IsCaption(lines[start].Trimmed.Of(text)))
        {
            start++;
        }

        if (end - start < 2)
        {
            return;
        }

        var cells = new List<List<TextSpan>>();
        for (var i = start; i < end; i++)
        {
            cells.Add(CellsOf(text, lines[i].Trimmed));
        }

        if (IsTable(lines, start, cells))
        {
            rows.AsSpan(start, end - start).Fill(true);
            return;
        }

        var first = 0;
        for (var i = 1; i <= cells.Count; i++)
        {
            if (i < cells.Count && cells[i].Count == cells[first].Count)
            {
                continue;
            }

            if (cells[first].Count >= FewestCells && i - first >= FewestRows)
            {
                // The column of the rows' names has often no heading.
                var header = first > 0 && cells[first - 1].Count == cells[first].Count - 1 && cells[first - 1].Count > 1 ? 1 : 0;
                rows.AsSpan(start + first - header, i - first + header).Fill(true);
            }

            first = i;
        }
    }

    // No line that cannot be a row, two thirds with cells enough, and half of those cells' edges under others.
    private static bool IsTable(List<TextLine> lines, int start, List<List<TextSpan>> cells)
    {
        var wide = cells.Count(row => row.Count >= FewestCells);
        if (wide < 2 || wide * 3 < cells.Count * 2 || cells.Exists(row => row.Count == 0))
        {
            return false;
        }

        var edges = new Dictionary<int, int>();
        var all = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            for (var cell = 1; cell < cells[i].Count && cells[i].Count >= FewestCells; cell++)
            {
                var (from, to) = cells[i][cell];
                edges[from - lines[start + i].Raw.Start] = edges.GetValueOrDefault(from - lines[start + i].Raw.Start) + 1;
                edges[-(to - lines[start + i].Raw.Start)] = edges.GetValueOrDefault(-(to - lines[start + i].Raw.Start)) + 1;
                all++;
            }
        }

        // A cell has two edges of which one is enough.
        return edges.Values.Where(count => count > 1).Sum() * 2 >= all;
    }

    // None for a line that is a sentence, has tabs or a bullet, or sets one cell as wide as a column of running text; a line without gaps is one cell.
    private static List<TextSpan> CellsOf(string text, TextSpan line)
    {
        var words = line.Of(text);
        if (words.Length > LongestCell * MostCells || words.Contains('\t') || ContentsPages.IsEntry(words) || ListMarker.Read(words).Form == UnitForm.Bullet)
        {
            return [];
        }

        var cells = Cells(text, line);
        return cells.Count <= MostCells && cells.TrueForAll(cell => cell.Length <= LongestCell) ? cells : [];
    }

    // Two blanks or more; behind a full stop typists set two.
    private static int GapIn(ReadOnlySpan<char> words)
    {
        for (var i = 1; i + 1 < words.Length; i++)
        {
            if (IsBlank(words[i]) && IsBlank(words[i + 1]) && !(words[i - 1] is '.' or '!' or '?' && i + 2 < words.Length && !IsBlank(words[i + 2])))
            {
                return i;
            }
        }

        return -1;
    }

    // Japanese tables are set with ideographic blanks.
    private static bool IsBlank(char unit) => unit is ' ' or '\u3000';
}
