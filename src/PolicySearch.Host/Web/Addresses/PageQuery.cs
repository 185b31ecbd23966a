using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Service;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Addresses;

/// <summary>The search that an address of the page asks for. All state of the page is in it, so every view can be kept as a bookmark.</summary>
public sealed record PageQuery
{
    /// <summary>Hits on one page.</summary>
    public const int HitsPerPage = 10;

    /// <summary>The last page that can be asked for: the service answers the first 10,000 hits.</summary>
    public const int LastPage = 10_000 / HitsPerPage;

    /// <summary>Parameter of a document's page: the passage to show.</summary>
    public const string PassageName = "passage";

    /// <summary>Parameter of a document's page: the part to show, from 1.</summary>
    public const string PartName = "part";

    private const string TextName = "q";
    private const string PageName = "page";
    private const string FromName = "from";
    private const string ToName = "to";
    private const string YearName = "year";
    private const string YearRoleName = "year_role";
    private static readonly string ShowsCopiesValue = Spelling.Of(Grouping.None);

    /// <summary>Asks for nothing: all passages.</summary>
    public static PageQuery Empty { get; } = new();

    /// <summary>What stands in the search box.</summary>
    public string Text { get; init; } = "";

    /// <summary>The chosen values, none twice: by filter in the page's order, then in the order of choice, so that one search has one address.</summary>
    public IReadOnlyList<PageFilter> Filters { get; init; } = [];

    /// <summary>The roles that years can be limited to, as addresses spell them.</summary>
    public static IReadOnlyList<string> YearRoles { get; } = [.. Enum.GetValues<YearRole>().Select(Spelling.Of)];

    /// <summary>The role to which years are limited; empty for all but dates of access.</summary>
    public string YearRole { get; init; } = "";

    /// <summary>Whether passages that are copies of one another are shown each by itself.</summary>
    public bool ShowsCopies { get; init; }

    /// <summary>Page of the results, from 1 to <see cref="LastPage"/>.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Text.Length == 0 && Filters.Count == 0;

    /// <summary>Reads the part of an address behind the question mark; names that are no filter's are ignored.</summary>
    /// <param name="address">The parameters.</param>
    public static PageQuery Read(IQueryCollection address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var read = new PageQuery
        {
            Text = First(address[TextName]).Trim(),
            Filters =
            [
                .. FilterNames.All
                    .SelectMany(name => address[name].Select(value => new PageFilter(name, value?.Trim() ?? "")))
                    .Where(filter => filter.Value.Length > 0)
                    .Distinct(),
            ],
            YearRole = YearRoles.FirstOrDefault(role => role == First(address[YearRoleName])) ?? "",
            ShowsCopies = First(address[GroupingNames.Name]) == ShowsCopiesValue,
            Page = Math.Min(Number(address, PageName), LastPage),
        };
        return YearRange.FromForm(address[FromName], address[ToName]) is { } years ? read.Without(YearName).With(YearName, years) : read;
    }

    /// <summary>The page or part that an address asks for, from 1; 1 where it names none.</summary>
    public static int Number(IQueryCollection address, string name = PageName)
    {
        ArgumentNullException.ThrowIfNull(address);
        return int.TryParse(First(address[name]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;
    }

    /// <summary>Whether an address has the years as the form's two boxes give them; <see cref="Address"/> then is the address to go on to.</summary>
    public static bool HasYearBoxes(IQueryCollection address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.ContainsKey(FromName) || address.ContainsKey(ToName);
    }

    /// <summary>Whether this value is chosen.</summary>
    public bool Has(string name, string value) => Filters.Any(filter => Same(filter, name, value));

    /// <summary>With one value more, from the first page.</summary>
    public PageQuery With(string name, string value) =>
        this with { Filters = Has(name, value) ? Filters : [.. Filters.Append(new PageFilter(name, value)).OrderBy(Order)], Page = 1 };

    /// <summary>Without this value, from the first page.</summary>
    public PageQuery Without(string name, string value) =>
        this with { Filters = [.. Filters.Where(filter => !Same(filter, name, value))], Page = 1 };

    /// <summary>Without any value of this filter, from the first page.</summary>
    public PageQuery Without(string name) =>
        this with { Filters = [.. Filters.Where(filter => filter.Name != name)], Page = 1 };

    /// <summary>With every value as facets spell it, so that a name chosen in one language shows as chosen in all.</summary>
    /// <param name="canonical">Gives the value that a filter's name and value stand for, or null where it knows none.</param>
    public PageQuery Canonical(Func<string, string, string?> canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        return this with { Filters = [.. Filters.Select(filter => filter with { Value = canonical(filter.Name, filter.Value) ?? filter.Value }).Distinct()] };
    }

    /// <summary>With years of this role alone, or of all, from the first page.</summary>
    public PageQuery WithYearRole(string role) => this with { YearRole = role, Page = 1 };

    /// <summary>What the service is asked.</summary>
    /// <param name="facets">Names of the facets to count.</param>
    public SearchRequest ToRequest(IReadOnlyList<string> facets) => new()
    {
        Query = Text,
        Filters = Filters
            .GroupBy(filter => filter.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(filter => filter.Value)], StringComparer.Ordinal),
        Facets = facets,

        // Without a year to filter or count by the service would refuse it.
        YearRoles = YearRole.Length > 0 && (facets.Contains(YearName) || Filters.Any(filter => filter.Name == YearName)) ? [YearRole] : [],
        Group = ShowsCopies ? Grouping.None : Grouping.Duplicates,
        Limit = HitsPerPage,
        Offset = (Page - 1) * HitsPerPage,
    };

    /// <summary>The address of this search under a path.</summary>
    /// <param name="path">Path below the site's root, with a leading slash.</param>
    public string Address(string path = "/")
    {
        var address = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in Parameters())
        {
            address.Append(separator).Append(name).Append('=').Append(Escape(value));
            separator = '&';
        }

        return address.ToString();
    }

    /// <summary>The address of a passage in its document; the search is kept, to be marked there and led back to.</summary>
    /// <remarks>The parameter tells the server which part of a long document to give, which a fragment does not.</remarks>
    public string PassageAddress(string documentId, string passageId) =>
        DocumentAddress(documentId, PassageName, passageId) + "#" + Uri.EscapeDataString(passageId);

    /// <summary>The address of a part of a document, from 1; the search is kept.</summary>
    public string PartAddress(string documentId, int part) => DocumentAddress(documentId, PartName, part.ToString(CultureInfo.InvariantCulture));

    /// <summary>Name and value of everything that differs from an empty search.</summary>
    private IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Text.Length > 0)
        {
            yield return (TextName, Text);
        }

        foreach (var filter in Filters)
        {
            yield return (filter.Name, filter.Value);
        }

        if (YearRole.Length > 0)
        {
            yield return (YearRoleName, YearRole);
        }

        if (ShowsCopies)
        {
            yield return (GroupingNames.Name, ShowsCopiesValue);
        }

        if (Page > 1)
        {
            yield return (PageName, Page.ToString(CultureInfo.InvariantCulture));
        }
    }

    private string DocumentAddress(string documentId, string name, string value)
    {
        var address = Address("/documents/" + Uri.EscapeDataString(documentId));
        return address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + name + "=" + Escape(value);
    }

    private static int Order(PageFilter filter) => FilterNames.All.TakeWhile(name => name != filter.Name).Count();

    private static bool Same(PageFilter filter, string name, string value) =>
        filter.Name == name && string.Equals(filter.Value, value, StringComparison.OrdinalIgnoreCase);

    private static string First(StringValues values) => values.Count > 0 ? values[0] ?? "" : "";

    /// <summary>A form writes a space as a plus; so do the links, so that one search has one address.</summary>
    private static string Escape(string value) => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);
}
