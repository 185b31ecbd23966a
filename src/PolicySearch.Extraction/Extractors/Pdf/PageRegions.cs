using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Finds the reading order of a page: columns are read one after the other, a table row by row.</summary>
/// <remarks>Goes down the page and keeps a run of lines as long as a gutter stays open between columns; a line across all of them ends it. The columns of a run are read the same way, so that a table inside a column is found.</remarks>
internal static class PageRegions
{
    private const double LeastGutter = 5;
    private const int MostLines = 5000;
    private const int Deepest = 6;

    /// <summary>The regions of a page in reading order.</summary>
    public static List<PageRegion> Read(IReadOnlyList<PdfLine> lines)
    {
        var regions = new List<PageRegion>();
        var sorted = LineParts.Of(lines).OrderBy(line => line.Box.Top).ThenBy(line => line.Box.Left).ToList();
        if (sorted.Count > MostLines)
        {
            return [new PageRegion(sorted, IsTable: false)];
        }

        Read(sorted, regions, 0);
        return regions;
    }

    private static void Read(List<PdfLine> lines, List<PageRegion> regions, int depth)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var gutter = Math.Max(LeastGutter, 0.6 * lines.Select(line => line.Size).Order().ElementAt(lines.Count / 2));
        var run = new LineRun(gutter);
        foreach (var line in lines)
        {
            if (run.HasNeighbours && (run.WouldClose(line) || ((run.WouldJoin(line) || NotesAndCaptions.IsCaption(line.Text)) && StandsAlone(lines, line))))
            {
                run = Close(run, gutter, regions, depth);
            }

            var beside = run.HasNeighbours ? -1 : run.FirstBeside(line);
            if (beside >= 0 && (run.WouldClose(line) || run.Columns.Count == 1))
            {
                run = StartAt(run, beside, line, gutter, regions, depth);
            }

            run.Add(line);
        }

        for (var rest = run; rest.Lines.Count > 0;)
        {
            rest = Close(rest, gutter, regions, depth);
        }
    }

    private static bool StandsAlone(List<PdfLine> lines, PdfLine line) => lines.TrueForAll(other => other == line || !other.Box.SharesHeight(line.Box, 0.2));

    // Columns begin beside a line of the run: what stands above stays a region of its own.
    private static LineRun StartAt(LineRun run, int index, PdfLine line, double gutter, List<PageRegion> regions, int depth)
    {
        var top = run.Lines[index].Box;
        while (index > 0 && run.Lines[index - 1].Box.IsBeside(top))
        {
            index--;
        }

        // The right column may begin higher than the left one.
        var right = Math.Max(line.Box.Left, top.Left);
        while (index > 0 && run.Lines[index - 1].Box.Left >= right - gutter && run.Lines[index].Box.Top - run.Lines[index - 1].Box.Bottom < line.Size)
        {
            index--;
        }

        var above = new LineRun(gutter);
        run.Lines[..index].ForEach(above.Add);
        for (var rest = above; rest.Lines.Count > 0;)
        {
            rest = Close(rest, gutter, regions, depth);
        }

        var below = new LineRun(gutter);
        run.Lines[index..].ForEach(below.Add);
        return below;
    }

    // Gives the run's regions, and a new run with what stands below and does not belong to it.
    private static LineRun Close(LineRun run, double gutter, List<PageRegion> regions, int depth)
    {
        var next = new LineRun(gutter);
        if (!run.HasNeighbours || run.Columns.Count == 1 || depth >= Deepest)
        {
            regions.Add(new PageRegion(run.Lines, IsTable: false));
            return next;
        }

        if (TableShape.IsNoteList(run))
        {
            regions.Add(new PageRegion(run.Lines, IsTable: false));
            return next;
        }

        var isTable = TableShape.Is(run);
        var tail = TableShape.TailOf(run, isTable);
        run.Lines[tail..].ForEach(next.Add);
        var lines = run.Lines[..tail];
        if (isTable)
        {
            regions.Add(new PageRegion(lines, IsTable: true));
            return next;
        }

        var columns = WideText.IsRightToLeft(string.Concat(lines.Select(line => line.Text))) ? run.Columns.AsEnumerable().Reverse() : run.Columns;
        foreach (var (left, right) in columns)
        {
            Read(lines.FindAll(line => line.Box.MiddleX >= left && line.Box.MiddleX <= right), regions, depth + 1);
        }

        return next;
    }
}
