using PolicySearch.Host.Web.Addresses;

namespace PolicySearch.Host.Web.Results;

/// <summary>A page to go to.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Address">The search on that page.</param>
/// <param name="Current">Whether it is the one shown.</param>
/// <param name="AfterGap">Whether pages were left out before it.</param>
public sealed record PageLink(int Number, string Address, bool Current, bool AfterGap);

/// <summary>The way to the other pages of a result.</summary>
/// <param name="Pages">The first, the last and those around the current one; empty for a single page.</param>
/// <param name="Previous">Address of the page before, or null.</param>
/// <param name="Next">Address of the page after, or null.</param>
public sealed record PagerModel(IReadOnlyList<PageLink> Pages, string? Previous, string? Next)
{
    private const int Around = 2;

    /// <summary>The pager of a search.</summary>
    /// <param name="query">The search.</param>
    /// <param name="total">Matching passages; those past the last page that can be asked for get no link.</param>
    public static PagerModel Of(PageQuery query, long total)
    {
        ArgumentNullException.ThrowIfNull(query);
        var last = (int)Math.Min(PageQuery.LastPage, (total + PageQuery.HitsPerPage - 1) / PageQuery.HitsPerPage);
        if (last <= 1 && query.Page == 1)
        {
            return new PagerModel([], Previous: null, Next: null);
        }

        var numbers = Enumerable.Range(query.Page - Around, (2 * Around) + 1)
            .Append(1)
            .Append(last)
            .Where(number => number >= 1 && number <= last)
            .Distinct()
            .Order()
            .ToList();
        var pages = numbers.Select((number, i) => new PageLink(
            number,
            On(query, number),
            number == query.Page,
            i > 0 && numbers[i - 1] < number - 1));
        return new PagerModel(
            [.. pages],
            query.Page > 1 ? On(query, Math.Min(query.Page - 1, Math.Max(1, last))) : null,
            query.Page < last ? On(query, query.Page + 1) : null);
    }

    private static string On(PageQuery query, int page) => (query with { Page = page }).Address();
}
