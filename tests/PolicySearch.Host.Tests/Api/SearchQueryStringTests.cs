using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PolicySearch.Host.Api;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Tests.Api;

public sealed class SearchQueryStringTests
{
    [Fact]
    public void All_parameters_are_read()
    {
        var request = Read("?q=knowledge+cluster&ministry=METI&ministry=MEXT,MIC&year=2001..2005&facet=year,ministry&facet=kind&year_role=target,published&limit=20&offset=40");

        Assert.Equal("knowledge cluster", request.Query);
        Assert.Equal(["METI", "MEXT,MIC"], request.Filters["ministry"]);
        Assert.Equal(["2001..2005"], request.Filters["year"]);
        Assert.Equal(2, request.Filters.Count);
        Assert.Equal(["year,ministry", "kind"], request.Facets);
        Assert.Equal(["target,published"], request.YearRoles);
        Assert.Equal((20, 40), (request.Limit, request.Offset));
    }

    [Fact]
    public void Nothing_given_is_a_search_for_all_with_the_defaults()
    {
        var request = Read("");

        Assert.Equal(("", 10, 0), (request.Query, request.Limit, request.Offset));
        Assert.Empty(request.Filters);
        Assert.Empty(request.Facets);
    }

    [Theory]
    [InlineData("?colour=blue", "colour")]
    [InlineData("?limit=ten", "limit")]
    [InlineData("?limit=", "limit")]
    [InlineData("?limit=1&limit=2", "limit")]
    [InlineData("?offset=1.5", "offset")]
    [InlineData("?limit=99999999999", "limit")]
    [InlineData("?q=a&q=b", "q")]
    public void What_cannot_be_read_is_refused_by_its_name(string address, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<SearchRequestException>(() => Read(address)).Parameter);

    private static SearchRequest Read(string address) =>
        SearchQueryString.Read(new QueryCollection(QueryHelpers.ParseQuery(address)));
}
