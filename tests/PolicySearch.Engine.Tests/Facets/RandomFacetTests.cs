using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Tests.Search;

namespace PolicySearch.Engine.Tests.Facets;

/// <summary>Facets and named filters against the naive searcher.</summary>
public sealed class RandomFacetTests
{
    [Fact]
    public void Facets_and_filters_count_what_the_naive_searcher_does()
    {
        for (var seed = 501; seed <= 506; seed++)
        {
            using var index = new RandomIndex(seed, merge: seed % 3 == 0);
            for (var i = 0; i < 100; i++)
            {
                var options = Options(index.Random);
                var what = $"seed {seed}, search {i}: {options.Query}, filters {string.Join("; ", options.Filters)}";
                var expected = index.Naive.Search(options);
                var actual = index.Searcher.Search(options);
                Same.Hits(expected, actual, what);
                Same.Facets(expected, actual, what);
            }
        }
    }

    [Fact]
    public void Facets_alone_need_no_hits()
    {
        using var index = new RandomIndex(seed: 511);
        var options = Options(index.Random) with { Query = new MatchAllQuery(), Filters = [], Limit = 0 };
        var answer = index.Searcher.Search(options);
        Assert.Empty(answer.Hits);
        Assert.Equal(index.Reader.NumDocs, answer.Total);
        Same.Facets(index.Naive.Search(options), answer, "all documents");
        Assert.NotEmpty(answer.Facets["tag"]);
    }

    [Fact]
    public void Two_facets_of_one_name_are_refused()
    {
        using var index = new RandomIndex(seed: 512, changes: 1);
        var options = new SearchOptions { Query = new MatchAllQuery(), Facets = [new KeywordFacetRequest("a", "tag"), new KeywordFacetRequest("a", "tag")] };
        Assert.Contains("two facets are named 'a'", Assert.Throws<ArgumentException>(() => index.Searcher.Search(options)).Message, StringComparison.Ordinal);
    }

    private static SearchOptions Options(Random random)
    {
        NamedFilter[] filters =
        [
            .. random.Next(2) == 0 ? new[] { new NamedFilter("tag", RandomQueries.Of("keyword", random)) } : [],
            .. random.Next(2) == 0 ? new[] { new NamedFilter("year", RandomQueries.Of("interval", random)) } : [],
            .. random.Next(4) == 0 ? new[] { new NamedFilter("other", RandomQueries.Any(random, depth: 1)) } : [],
        ];
        return new SearchOptions
        {
            Query = RandomQueries.Any(random, depth: 2),
            Filters = filters,
            Limit = random.Next(20),
            Facets =
            [
                new KeywordFacetRequest("tag", "tag", random.Next(2) == 0 ? 100 : random.Next(4), random.Next(2) == 0 ? "tag" : null),
                new IntervalFacetRequest("year", random.Next(2) == 0 ? ["year"] : ["year", "target"], random.Next(1, 20), random.Next(2) == 0 ? "year" : null),
                new NumberFacetRequest("size", "size", random.Next(2) == 0 ? "other" : null),
                new KeywordFacetRequest("nothing", "no_such_field"),
                new KeywordFacetRequest("again", "tag", WithoutFilter: "no_such_filter"),
            ],
        };
    }
}
