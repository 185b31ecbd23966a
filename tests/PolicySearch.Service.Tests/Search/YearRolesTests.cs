using PolicySearch.Service.Search;
using PolicySearch.Service.Tests.Ingestion;

namespace PolicySearch.Service.Tests.Search;

public sealed class YearRolesTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly PassageSearch _search;

    public YearRolesTests()
    {
        _work.Write("a.txt", "plain 2001 and 2030:target\nseen 2020:accessed and 2001:published\nboth 2030 and 2031:target");
        _work.Ingest();
        _search = new PassageSearch(_work.Index, new Taggers());
    }

    [Theory]
    [InlineData("2001", 2)]
    [InlineData("2001", 1, "mentioned")]
    [InlineData("2001", 1, "published")]
    [InlineData("2001", 2, "mentioned,published")]
    [InlineData("2001", 2, "mentioned", "Published")]
    [InlineData("2001", 0, "target")]
    [InlineData("2030", 2)]
    [InlineData("2030", 1, "target")]
    [InlineData("2020", 0)]
    [InlineData("2020", 1, "accessed")]
    [InlineData("2020", 0, "published", "target", "mentioned")]
    [InlineData("1..", 2, "target")]
    public void A_year_selects_mentions_of_the_roles_asked_for(string years, int total, params string[] roles) =>
        Assert.Equal(total, _search.Search(Request(roles) with { Filters = Years(years), Facets = [] }).Total);

    [Theory]
    [InlineData("2001:2 2030:2 2031:1")]
    [InlineData("2030:1 2031:1", "target")]
    [InlineData("2020:1", "accessed")]
    [InlineData("2001:2 2030:1", "mentioned,published")]
    public void The_facet_counts_under_the_same_limits(string counts, params string[] roles)
    {
        var answer = _search.Search(Request(roles));

        Assert.Equal(counts, string.Join(' ', answer.Facets["year"].Select(value => $"{value.Value}:{value.Count}")));
        Assert.Equal(3, answer.Total);
    }

    [Fact]
    public void A_facet_beside_its_own_filter_keeps_the_limits()
    {
        var answer = _search.Search(Request("target") with { Filters = Years("2031") });

        Assert.Equal(["2030", "2031"], answer.Facets["year"].Select(value => value.Value));
        Assert.Equal(1, answer.Total);
    }

    [Theory]
    [InlineData("wish")]
    [InlineData("mentioned,wish")]
    [InlineData(",")]
    [InlineData("")]
    public void An_unknown_role_is_refused(string role) =>
        Assert.Equal("year_role", Assert.Throws<SearchRequestException>(() => _search.Search(Request(role))).Parameter);

    [Fact]
    public void A_role_without_year_or_facet_is_refused_for_it_would_do_nothing()
    {
        var refusal = Assert.Throws<SearchRequestException>(() => _search.Search(new SearchRequest { YearRoles = ["target"], Facets = ["kind"] }));

        Assert.Equal("year_role", refusal.Parameter);
        Assert.Contains("facet year", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _search.Dispose();
        _work.Dispose();
    }

    private static SearchRequest Request(params string[] roles) => new() { YearRoles = roles, Facets = ["year"] };

    private static Dictionary<string, IReadOnlyList<string>> Years(string years) => new(StringComparer.Ordinal) { ["year"] = [years] };
}
