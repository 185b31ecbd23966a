using PolicySearch.Host.Web.Addresses;

namespace PolicySearch.Host.Web.Results;

/// <summary>A page to go to.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Address">Its address.</param>
/// <param name="Current">Whether it is the one shown.</param>
/// <param name="AfterGap">Whether pages were left out before it.</param>
public sealed record PageLink(int Number, string Address, bool Current, bool AfterGap);

/// <summary>The way to the other pages of a list.</summary>
/// <param name="Pages">The first, the last and those around the current one; empty for a single page.</param>
/// <param name="Previous">Address of the page before, or null.</param>
/// <param name="Next">Address of the page after, or null.</param>
public sealed record PagerModel(IReadOnlyList<PageLink> Pages, string? Previous, string? Next)
{
    private const int Around = 2;

    /// <summary>The pager of a search.</summary>
    /// <param name="query">The search.</param>
    /// <param name="total">Matching passages; those past the last page that can be asked for get no link.</param>
    /// <param name="shown">Passages on this page; null for as many as there may be. Copies are counted and not shown, so a page that is not full is the last.</param>
    public static PagerModel Of(PageQuery query, long total, int? shown = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var last = (int)Math.Min(PageQuery.LastPage, PageCount(total, PageQuery.HitsPerPage));
        last = shown < PageQuery.HitsPerPage ? Math.Min(last, shown == 0 ? query.Page - 1 : query.Page) : last;
        return Of(query.Page, last, page => (query with { Page = page }).Address());
    }

    /// <summary>The pager of any list.</summary>
    /// <param name="current">The page shown, from 1.</param>
    /// <param name="last">The last page.</param>
    /// <param name="address">Gives a page's address.</param>
    public static PagerModel Of(int current, int last, Func<int, string> address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (last <= 1 && current == 1)
        {
            return new PagerModel([], Previous: null, Next: null);
        }

        var numbers = Enumerable.Range(current - Around, (2 * Around) + 1)
            .Append(1)
            .Append(last)
            .Where(number => number >= 1 && number <= last)
            .Distinct()
            .Order()
            .ToList();
        var pages = numbers.Select((number, i) => new PageLink(number, address(number), number == current, i > 0 && numbers[i - 1] < number - 1));
        return new PagerModel(
            [.. pages],
            current > 1 ? address(Math.Min(current - 1, Math.Max(1, last))) : null,
            current < last ? address(current + 1) : null);
    }

    /// <summary>Pages that a list fills.</summary>
    public static long PageCount(long total, int perPage) => (total + perPage - 1) / perPage;
}
