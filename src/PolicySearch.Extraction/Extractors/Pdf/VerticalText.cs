namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Turns Japanese that is set in columns from right to left, so that it reads as lines from top to bottom.</summary>
internal static class VerticalText
{
    private const int LeastPairs = 10;
    private const int MostVotes = 300;

    /// <summary>The page, turned where most of its text is vertical. Lines that are set across (a page number) are left out and given apart.</summary>
    /// <param name="page">The page without running lines.</param>
    /// <param name="across">The lines that are set across a vertical page.</param>
    public static PdfPage Turn(PdfPage page, out IReadOnlyList<PdfLine> across)
    {
        across = [];
        if (!Is(page))
        {
            return page;
        }

        across = page.Lines.Where(line => line.Words.Any(word => word.Text.Length > 1 && word.Box.Width > 1.5 * word.Box.Height)).ToList();
        var apart = across;
        var words = page.Lines.Where(line => !apart.Contains(line)).SelectMany(line => line.Words);
        return page with { Width = page.Height, Height = page.Width, Frame = page.Frame.Turn(), Lines = Lines([.. words.Select(word => Turn(word, page.Width))]) };
    }

    // Characters stand closer to the one below than to the one beside them.
    private static bool Is(PdfPage page)
    {
        var words = page.Lines.SelectMany(line => line.Words).Where(word => word.Text.Any(WideText.Is)).ToList();
        var single = words.FindAll(word => word.Text.Length == 1);
        var down = words.Where(word => word.Text.Length > 1 && word.Box.Height > 1.5 * word.Box.Width).Sum(word => word.Text.Length);
        var across = words.Where(word => word.Text.Length > 1 && word.Box.Height <= 1.5 * word.Box.Width).Sum(word => word.Text.Length);
        foreach (var word in single.Take(MostVotes))
        {
            down += Nearest(single, word, isDown: true) < Nearest(single, word, isDown: false) ? 1 : 0;
        }

        return down >= LeastPairs && down > across + (Math.Min(single.Count, MostVotes) / 2);
    }

    // The distance to the next character below or to the right; infinite where none is near.
    private static double Nearest(List<PdfWord> words, PdfWord word, bool isDown)
    {
        var size = word.Box.Width;
        var nearest = double.PositiveInfinity;
        foreach (var (_, box) in words)
        {
            var (x, y) = (box.Left - word.Box.Left, box.Top - word.Box.Top);
            var (along, aside) = isDown ? (y, x) : (x, y);
            nearest = along > 0.3 * size && along < 2 * size && Math.Abs(aside) < 0.35 * size ? Math.Min(nearest, along) : nearest;
        }

        return nearest;
    }

    // What is right on the page is read first. A character of a vertical font says its width better than its height.
    private static PdfWord Turn(PdfWord word, double width)
    {
        var size = word.Box.Width;
        var length = word.Text.Length == 1 ? size : Math.Max(word.Box.Height, size);
        return word with { Box = new Box(word.Box.Top, width - word.Box.Right, word.Box.Top + length, width - word.Box.Left) };
    }

    private static List<PdfLine> Lines(List<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(word => word.Box.MiddleY).ThenBy(word => word.Box.Left))
        {
            if (lines.Count > 0 && lines[^1][0].Box.IsBeside(word.Box))
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return [.. lines.SelectMany(Parts)];
    }

    private static IEnumerable<PdfLine> Parts(List<PdfWord> line)
    {
        var size = line.Max(word => word.Box.Height);
        var ordered = line.OrderBy(word => word.Box.Left).ToList();
        var start = 0;
        for (var i = 1; i <= ordered.Count; i++)
        {
            if (i == ordered.Count || ordered[i].Box.Left - ordered[i - 1].Box.Right > 1.5 * size)
            {
                yield return PdfLine.Of(ordered[start..i], size);
                start = i;
            }
        }
    }
}
