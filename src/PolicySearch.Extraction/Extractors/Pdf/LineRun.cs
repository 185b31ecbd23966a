namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Lines from top to bottom, with the columns that they leave between them.</summary>
internal sealed class LineRun(double gutter)
{
    /// <summary>The lines.</summary>
    public List<PdfLine> Lines { get; } = [];

    /// <summary>The stretches of the page's width that lines cover, from left to right.</summary>
    public List<(double Left, double Right)> Columns { get; private set; } = [];

    /// <summary>Whether two lines stand beside each other with a gutter between them.</summary>
    public bool HasNeighbours { get; private set; }

    /// <summary>Whether taking <paramref name="line"/> in would close every gutter there is.</summary>
    public bool WouldClose(PdfLine line) => Columns.Count > 1 && WithLine(line).Count == 1;

    /// <summary>Whether <paramref name="line"/> would make one of three or more columns: what stands over or under a table, across it.</summary>
    public bool WouldJoin(PdfLine line) => Columns.Count > 2 && Columns.Count - WithLine(line).Count >= 2;

    /// <summary>The first line that stands beside <paramref name="line"/>, a gutter apart; -1 where none does.</summary>
    public int FirstBeside(PdfLine line)
    {
        var found = -1;
        for (var i = Lines.Count - 1; i >= 0 && i >= Lines.Count - 40; i--)
        {
            var other = Lines[i].Box;
            if (other.SharesHeight(line.Box, 0.2) && (other.Left - line.Box.Right >= gutter || line.Box.Left - other.Right >= gutter))
            {
                found = i;
            }
        }

        return found;
    }

    /// <summary>Takes a line in.</summary>
    public void Add(PdfLine line)
    {
        HasNeighbours |= FirstBeside(line) >= 0;
        Columns = WithLine(line);
        Lines.Add(line);
    }

    private List<(double Left, double Right)> WithLine(PdfLine line)
    {
        var (left, right) = (line.Box.Left, line.Box.Right);
        var columns = new List<(double, double)>(Columns.Count + 1);
        foreach (var column in Columns)
        {
            if (column.Right + gutter <= left || column.Left >= right + gutter)
            {
                columns.Add(column);
            }
            else
            {
                (left, right) = (Math.Min(left, column.Left), Math.Max(right, column.Right));
            }
        }

        columns.Add((left, right));
        columns.Sort();
        return columns;
    }
}
