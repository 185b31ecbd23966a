using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>The engine against the naive searcher: many segments, replaced and deleted blocks, merged or not.</summary>
public sealed class RandomSearchTests
{
    private static readonly int Indexes = LongRun.Rounds(6, 60);
    private const int QueriesEach = 150;

    public static TheoryData<string> Kinds => [.. RandomQueries.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_query_finds_and_scores_what_the_naive_searcher_does(string kind)
    {
        var found = 0L;
        for (var seed = 1; seed <= Indexes; seed++)
        {
            using var index = new RandomIndex(seed, merge: seed % 3 == 0);
            for (var i = 0; i < QueriesEach; i++)
            {
                var options = new SearchOptions { Query = RandomQueries.Of(kind, index.Random), Limit = 1000 };
                var what = $"seed {seed}, query {i}: {options.Query}";
                var expected = index.Naive.Search(options);
                Same.Hits(expected, index.Searcher.Search(options), what);
                Assert.True(expected.Total == index.Searcher.Count(options.Query), $"{what}: count is {index.Searcher.Count(options.Query)}");
                found += expected.Total;
            }
        }

        Assert.True(kind == "none" || found > 100, $"only {found} documents were found in all: the test shows nothing");
    }

    [Fact]
    public void Nested_queries_find_and_score_what_the_naive_searcher_does()
    {
        for (var seed = 101; seed <= 100 + Indexes; seed++)
        {
            using var index = new RandomIndex(seed, merge: seed % 3 == 0);
            for (var i = 0; i < 4 * QueriesEach; i++)
            {
                var options = new SearchOptions { Query = RandomQueries.Any(index.Random, depth: 4), Limit = index.Random.Next(40) };
                Same.Hits(index.Naive.Search(options), index.Searcher.Search(options), $"seed {seed}, query {i}: {options.Query}");
            }
        }
    }

    [Fact]
    public void Pages_by_search_after_join_up_to_the_whole()
    {
        for (var seed = 201; seed <= 200 + Indexes; seed++)
        {
            using var index = new RandomIndex(seed, merge: seed % 3 == 0);
            for (var i = 0; i < 20; i++)
            {
                var options = new SearchOptions { Query = RandomQueries.Any(index.Random), Limit = 1000 };
                var whole = index.Searcher.Search(options);
                var size = index.Random.Next(1, 7);
                List<ScoreDoc> joined = [];
                for (var page = index.Searcher.Search(options with { Limit = size }); page.Hits.Count > 0;
                    page = index.Searcher.Search(options with { Limit = size, After = page.Hits[^1] }))
                {
                    Assert.Equal(whole.Total, page.Total);
                    joined.AddRange(page.Hits);
                }

                Assert.True(whole.Hits.SequenceEqual(joined), $"seed {seed}, pages of {size}: {options.Query}");
            }
        }
    }

    [Fact]
    public void An_explanation_gives_the_score()
    {
        for (var seed = 301; seed <= 300 + Indexes; seed++)
        {
            using var index = new RandomIndex(seed, merge: seed % 3 == 0);
            for (var i = 0; i < 100; i++)
            {
                var query = RandomQueries.Any(index.Random);
                var hits = index.Searcher.Search(new SearchOptions { Query = query, Limit = 1000 }).Hits.ToDictionary(hit => (hit.Segment, hit.Doc), hit => hit.Score);
                for (var segment = 0; segment < index.Reader.Segments.Count; segment++)
                {
                    for (var doc = 0; doc < index.Reader.Segments[segment].MaxDoc; doc++)
                    {
                        var explanation = index.Searcher.Explain(query, new ScoreDoc(segment, doc, 0));
                        var isHit = hits.TryGetValue((segment, doc), out var score);
                        Assert.True(
                            explanation.IsMatch == isHit && explanation.Value == score,
                            $"seed {seed}, document {segment}/{doc}, score {score}: {query}\n{explanation}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Live_documents_are_those_last_written()
    {
        for (var seed = 401; seed <= 400 + Indexes; seed++)
        {
            using var index = new RandomIndex(seed, merge: seed % 3 == 0);
            var hits = index.Searcher.Search(new SearchOptions { Query = new MatchAllQuery(), Limit = 10_000 }).Hits;
            var ids = hits.Select(hit => RandomIndex.Id(index.Reader.Segments[hit.Segment], hit.Doc));
            Assert.Equal(index.ExpectedLive.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        }
    }
}
