namespace PolicySearch.Extraction.Documents;

/// <summary>A rectangle on a page of the source, in points (1/72 inch) from the page's upper left corner, to a tenth.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
public readonly record struct PageBox(int Page, double Left, double Top, double Right, double Bottom)
{
    /// <summary>One box for each page: the smallest around all boxes on it; by page.</summary>
    public static IReadOnlyList<PageBox> Around(IEnumerable<PageBox> boxes) =>
    [
        .. boxes.GroupBy(box => box.Page).OrderBy(page => page.Key).Select(page => new PageBox(
            page.Key, page.Min(box => box.Left), page.Min(box => box.Top), page.Max(box => box.Right), page.Max(box => box.Bottom))),
    ];
}
