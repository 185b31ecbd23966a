using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>How the coordinates in which a page is read lie on its paper: scans are read upright and at another scale, vertical Japanese as lines.</summary>
/// <param name="Turns">Quarter turns to the left that the page was given before reading.</param>
/// <param name="Width">Width of the page before them, in the units of reading.</param>
/// <param name="Height">Its height.</param>
/// <param name="Scale">Points to one such unit.</param>
internal readonly record struct PageFrame(int Turns, double Width, double Height, double Scale)
{
    /// <summary>The frame of a page that is given another quarter turn to the left.</summary>
    public PageFrame Turn() => this with { Turns = Turns + 1 };

    /// <summary>Where a box stands on the paper.</summary>
    public PageBox On(int page, Box box)
    {
        var upright = (Turns & 3) switch
        {
            0 => box,
            1 => new Box(Width - box.Bottom, box.Left, Width - box.Top, box.Right),
            2 => new Box(Width - box.Right, Height - box.Bottom, Width - box.Left, Height - box.Top),
            _ => new Box(box.Top, Height - box.Right, box.Bottom, Height - box.Left),
        };
        return new PageBox(page, Points(upright.Left), Points(upright.Top), Points(upright.Right), Points(upright.Bottom));
    }

    private double Points(double value) => Math.Round(value * Scale, 1);
}
