using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PolicySearch.Host.Web.Addresses;

namespace PolicySearch.Host.Tests.Web;

public sealed class PageQueryTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?q=knowledge+cluster")]
    [InlineData("/?q=%22a+b%22~3+%2Bc+-d%26e%3Df%23g")]
    [InlineData("/?q=cluster&year=2001..2005&ministry=METI&ministry=MEXT&document=abc&page=3")]
    [InlineData("/?q=cluster&year=2030&year_role=target&page=2")]
    [InlineData("/?agency=Agency+for+Trade%2C+Industry")]
    [InlineData("/?ministry=%E7%B5%8C%E6%B8%88%E7%94%A3%E6%A5%AD%E7%9C%81")]
    public void An_address_that_is_read_is_written_alike(string address) => Assert.Equal(address, Read(address).Address());

    [Theory]
    [InlineData("/?ministry=METI&q=a&year=2001&utm=x&page=1", "/?q=a&year=2001&ministry=METI")]
    [InlineData("/?q=&ministry=&ministry=METI&ministry=METI", "/?ministry=METI")]
    [InlineData("/?page=0", "/")]
    [InlineData("/?year_role=wish", "/")]
    [InlineData("/?year_role=", "/")]
    [InlineData("/?q=a&from=2001&to=&year_role=published", "/?q=a&year=2001..&year_role=published")]
    [InlineData("/?page=-4", "/")]
    [InlineData("/?page=next", "/")]
    [InlineData("/?page=99999", "/?page=1000")]
    [InlineData("/?q=a&from=2001&to=2005&year=1999", "/?q=a&year=2001..2005")]
    [InlineData("/?from=2001&to=", "/?year=2001..")]
    [InlineData("/?from=&to=+2005+", "/?year=..2005")]
    [InlineData("/?from=2001&to=2001", "/?year=2001")]
    [InlineData("/?from=&to=&ministry=METI", "/?ministry=METI")]
    public void One_search_has_one_address(string given, string written) => Assert.Equal(written, Read(given).Address());

    [Fact]
    public void A_value_chosen_and_taken_away_leaves_the_search_as_it_was_and_goes_to_the_first_page()
    {
        var query = Read("/?q=a&ministry=METI&page=4");
        var more = query.With("year", "2001");
        Assert.Equal("/?q=a&year=2001&ministry=METI", more.Address());
        Assert.Equal((query with { Page = 1 }).Address(), more.Without("year", "2001").Address());
        Assert.Equal("/?q=a", query.Without("ministry", "meti").Address());
        Assert.Equal(query.Without("ministry").With("ministry", "METI"), query.With("ministry", "meti"), Comparer);
    }

    [Fact]
    public void Names_of_one_body_become_one_value()
    {
        var query = Read("/?ministry=経済産業省&ministry=METI&place=METI").Canonical((name, value) => (name, value) is ("ministry", "経済産業省") ? "METI" : null);
        Assert.Equal("/?ministry=METI&place=METI", query.Address());
    }

    [Fact]
    public void The_service_is_asked_for_what_the_address_says()
    {
        var request = Read("/?q=a&ministry=METI&ministry=MEXT&year=2001..&page=3").ToRequest(["year"]);
        Assert.Equal("a", request.Query);
        Assert.Equal(["METI", "MEXT"], request.Filters["ministry"]);
        Assert.Equal(["2001.."], request.Filters["year"]);
        Assert.Equal(2, request.Filters.Count);
        Assert.Equal((10, 20), (request.Limit, request.Offset));
        Assert.Equal(["year"], request.Facets);
    }

    [Fact]
    public void A_role_of_years_is_asked_for_where_years_are()
    {
        var query = Read("/?q=a&year_role=target&page=3");
        Assert.Equal(["target"], query.ToRequest(["year"]).YearRoles);
        Assert.Equal(["target"], query.With("year", "2030").ToRequest([]).YearRoles);
        Assert.Empty(query.ToRequest(["ministry"]).YearRoles);
        Assert.Equal("/?q=a&year_role=published", query.WithYearRole("published").Address());
        Assert.Equal("/?q=a", query.WithYearRole("").Address());
    }

    [Fact]
    public void The_last_page_stays_within_the_services_limits()
    {
        var request = Read("/?page=1000").ToRequest([]);
        Assert.Equal(10_000, request.Offset + request.Limit);
    }

    private static IEqualityComparer<PageQuery> Comparer { get; } = EqualityComparer<PageQuery>.Create((a, b) => a!.Address() == b!.Address());

    private static PageQuery Read(string address) =>
        PageQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..].TrimStart('/'))));
}
