using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Finds running headers, running footers and page numbers: lines at the edge of the page that come again at the same height on other pages.</summary>
internal static class RunningLines
{
    private const double Edge = 0.14;
    private const int MostRows = 4;
    private const double SameHeight = 6;

    private readonly record struct EdgeRow(int Page, bool IsTop, int Depth, string Key, string Text, double Y, List<PdfLine> Lines);

    /// <summary>The running lines of all pages.</summary>
    public static HashSet<PdfLine> Find(IReadOnlyList<PdfPage> pages)
    {
        var rows = pages.SelectMany(Rows).ToList();
        var least = pages.Count <= 8 ? 2 : 3;
        var running = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var alike in rows.Where(row => row.Key.Any(char.IsLetterOrDigit)).GroupBy(row => (row.IsTop, row.Key)))
        {
            foreach (var row in alike)
            {
                var pagesAlike = alike.Where(other => Math.Abs(other.Y - row.Y) <= SameHeight).Select(other => other.Page).Distinct().Count();
                if (pagesAlike >= least && row.Key.Any(char.IsLetter))
                {
                    running.UnionWith(row.Lines);
                }
            }
        }

        MarkPrinted(rows, pages.Count, running);
        MarkPageNumbers(rows, running);
        return running;
    }

    // What a browser prints above and below a page is known on a single page too.
    private static void MarkPrinted(List<EdgeRow> rows, int pages, HashSet<PdfLine> running)
    {
        foreach (var outermost in rows.Where(row => row.Depth == 0).GroupBy(row => row.Page))
        {
            if (outermost.ToArray() is [var top, var bottom] && BrowserMargins.Are(top.Text, bottom.Text, top.Page, pages))
            {
                running.UnionWith(top.Lines);
                running.UnionWith(bottom.Lines);
            }
        }
    }

    // Only what is running may stand between a page number and the edge.
    private static void MarkPageNumbers(List<EdgeRow> rows, HashSet<PdfLine> running)
    {
        foreach (var side in rows.GroupBy(row => (row.Page, row.IsTop)))
        {
            foreach (var row in side.OrderBy(row => row.Depth))
            {
                if (PageNumbers.Is(row.Text))
                {
                    running.UnionWith(row.Lines);
                }

                if (!row.Lines.TrueForAll(running.Contains))
                {
                    break;
                }
            }
        }
    }

    private static IEnumerable<EdgeRow> Rows(PdfPage page)
    {
        var edge = Edge * page.Height;
        var top = page.Lines.Where(line => line.Box.MiddleY < edge).OrderBy(line => line.Box.MiddleY);
        var bottom = page.Lines.Where(line => line.Box.MiddleY > page.Height - edge).OrderByDescending(line => line.Box.MiddleY);
        return Rows(page, top, isTop: true).Concat(Rows(page, bottom, isTop: false));
    }

    private static IEnumerable<EdgeRow> Rows(PdfPage page, IEnumerable<PdfLine> lines, bool isTop)
    {
        var rows = new List<List<PdfLine>>();
        foreach (var line in lines)
        {
            if (rows.Count > 0 && rows[^1][0].Box.IsBeside(line.Box))
            {
                rows[^1].Add(line);
            }
            else if (rows.Count < MostRows)
            {
                rows.Add([line]);
            }
            else
            {
                break;
            }
        }

        return rows.Select((row, depth) =>
        {
            var text = string.Join(' ', row.OrderBy(line => line.Box.Left).Select(line => line.Text));
            return new EdgeRow(page.Number, isTop, depth, TextKeys.Of(text, anyNumber: true), text, row[0].Box.MiddleY, row);
        });
    }
}
