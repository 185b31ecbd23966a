namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Joins the parts of a column's lines that stand beside each other.</summary>
internal static class TextRows
{
    /// <summary>The lines of a column from top to bottom.</summary>
    public static List<PdfLine> Of(IEnumerable<PdfLine> lines)
    {
        var rows = new List<List<PdfLine>>();
        foreach (var line in lines.OrderBy(line => line.Box.Top))
        {
            // Superscripts stand a little higher than their line, which is then the second of the two.
            if (rows.Count > 0 && rows[^1].TrueForAll(other => other.Box.IsBeside(line.Box) && (other.Box.Right <= line.Box.Left + 1 || line.Box.Right <= other.Box.Left + 1)))
            {
                rows[^1].Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        return rows.ConvertAll(Join);
    }

    private static PdfLine Join(List<PdfLine> row)
    {
        if (row.Count == 1)
        {
            return row[0];
        }

        var isRightToLeft = WideText.IsRightToLeft(string.Concat(row.Select(line => line.Text)));
        var ordered = isRightToLeft ? row.OrderByDescending(line => line.Box.Left) : row.OrderBy(line => line.Box.Left);
        var widest = row.MaxBy(line => line.Box.Width)!;
        return PdfLine.Of([.. ordered.SelectMany(line => line.Words)], widest.Size, row.TrueForAll(line => line.IsBold));
    }
}
