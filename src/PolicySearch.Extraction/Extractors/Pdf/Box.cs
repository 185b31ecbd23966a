namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>A rectangle on a page, in points from its upper left corner.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double MiddleX => (Left + Right) / 2;

    public double MiddleY => (Top + Bottom) / 2;

    /// <summary>The smallest box around both.</summary>
    public Box With(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The box on a page of another scale.</summary>
    public Box Times(double scale) => new(Left * scale, Top * scale, Right * scale, Bottom * scale);

    /// <summary>Whether the middle of <paramref name="other"/> stands in it.</summary>
    public bool Holds(Box other) => other.MiddleX >= Left && other.MiddleX <= Right && other.MiddleY >= Top && other.MiddleY <= Bottom;

    /// <summary>Whether the two stand on one line: they share half the height of the lower one.</summary>
    public bool IsBeside(Box other) => SharesHeight(other, 0.5);

    /// <summary>Whether the two share this part of the height of the lower one; lines of two columns need not stand on one line.</summary>
    public bool SharesHeight(Box other, double part) =>
        Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > part * Math.Min(Height, other.Height);
}
