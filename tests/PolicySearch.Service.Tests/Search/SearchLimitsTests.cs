using PolicySearch.Service.Search;

namespace PolicySearch.Service.Tests.Search;

public sealed class SearchLimitsTests
{
    public static TheoryData<string, SearchRequest> Wrong => new()
    {
        { "limit", new SearchRequest { Limit = 0 } },
        { "limit", new SearchRequest { Limit = -1 } },
        { "limit", new SearchRequest { Limit = 1001 } },
        { "offset", new SearchRequest { Offset = -1 } },
        { "offset", new SearchRequest { Offset = 9991 } },
        { "offset", new SearchRequest { Offset = int.MaxValue } },
        { "q", new SearchRequest { Query = new string('a', 4001) } },
        { "colour", With("colour", "blue") },
        { "year", With("year", " ") },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_outside_is_refused_by_its_name(string parameter, SearchRequest request) =>
        Assert.Equal(parameter, Assert.Throws<SearchRequestException>(() => SearchLimits.Check(request)).Parameter);

    [Fact]
    public void The_limits_themselves_are_allowed()
    {
        SearchLimits.Check(new SearchRequest { Limit = 1000, Offset = 9000 });
        SearchLimits.Check(new SearchRequest { Limit = 1, Offset = 9999 });
    }

    private static SearchRequest With(string filter, string value) =>
        new() { Filters = new Dictionary<string, IReadOnlyList<string>> { [filter] = [value] } };
}
