using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>What skips blocks, windows and positions finds what scoring everything does: hits, scores, totals and facets, on every vector path.</summary>
public sealed class PrunedSearchTests
{
    [Fact]
    public void Pruned_search_gives_what_the_naive_searcher_does()
    {
        var indexes = LongRun.Rounds(10, 100);
        for (var seed = 1; seed <= indexes; seed++)
        {
            using var index = new LargeIndex(seed, 300 + (seed * 397 % 1700));
            for (var i = 0; i < LongRun.Rounds(50, 100); i++)
            {
                var options = Options(index);
                index.Path = (VectorPath)(i % 3);
                var what = $"seed {seed}, search {i}, path {i % 3}: {options.Query}, filters {string.Join("; ", options.Filters)}, limit {options.Limit}";
                var expected = index.Naive.Search(options);
                var actual = index.Searcher.Search(options);
                Same.Hits(expected, actual, what);
                Same.Facets(expected, actual, what);
                Assert.True(expected.Total == index.Searcher.Count(Whole(options)), $"{what}: count");
            }
        }
    }

    [Fact]
    public void Pruned_search_gives_what_scoring_everything_does_in_long_lists()
    {
        var found = 0;
        for (var seed = 1001; seed <= 1000 + LongRun.Rounds(4, 40); seed++)
        {
            using var index = new LargeIndex(seed, 20_000);
            for (var i = 0; i < 500; i++)
            {
                var options = Options(index);
                index.Path = (VectorPath)(i % 3);
                var what = $"seed {seed}, search {i}, path {i % 3}: {options.Query}, filters {string.Join("; ", options.Filters)}, limit {options.Limit}";
                var expected = index.Plain.Search(options);
                var actual = index.Searcher.Search(options);
                Same.Hits(expected, actual, what);
                Same.Facets(expected, actual, what);
                Assert.True(expected.Total == index.Searcher.Count(Whole(options)), $"{what}: count");

                // Without a total nothing but the best is looked at.
                actual = index.Searcher.Search(options with { CountTotal = false, Facets = [] });
                Same.Hits(expected with { Total = -1 }, actual, what);
                found += actual.Hits.Count;
                Compare(index.Together, expected, options, what);
            }
        }

        Assert.True(found > 1000, $"only {found} hits in all: the test shows nothing");
    }

    /// <summary>Segments at the same time and kept filters give the same; a filter is kept when it comes again.</summary>
    private static void Compare(IndexSearcher together, TopDocs expected, SearchOptions options, string what)
    {
        for (var time = 1; time <= (options.Filters.Count > 0 ? 3 : 1); time++)
        {
            var actual = together.Search(options);
            Same.Hits(expected, actual, $"{what}, together, time {time}");
            Same.Facets(expected, actual, $"{what}, together, time {time}");
            Assert.Equal(expected.Total, together.Count(Whole(options)));
        }

        Same.Hits(expected with { Total = -1 }, together.Search(options with { CountTotal = false, Facets = [] }), $"{what}, together");
    }

    private static Query Whole(SearchOptions options) =>
        new BooleanQuery([new(Occur.Must, options.Query), .. options.Filters.Select(f => new BooleanClause(Occur.Filter, f.Query))]);

    private static SearchOptions Options(LargeIndex index)
    {
        var random = index.Random;
        NamedFilter[] filters =
        [
            .. random.Next(3) == 0 ? new[] { new NamedFilter("size", new NumberRangeQuery("size", random.Next(-25, 10), random.Next(-10, 25))) } : [],
            .. random.Next(4) == 0 ? new[] { new NamedFilter("day", new NumberRangeQuery("day", random.Next(-5, 60), random.Next(20, 65))) } : [],
            .. random.Next(4) == 0 ? new[] { new NamedFilter("source", new TermQuery("source", $"s{random.Next(31)}")) } : [],
            .. random.Next(4) == 0 ? new[] { new NamedFilter("tag", RandomQueries.Of("keyword", random)) } : [],
            .. random.Next(8) == 0 ? new[] { new NamedFilter("year", RandomQueries.Of("interval", random)) } : [],
        ];
        return new SearchOptions
        {
            Query = random.Next(5) == 0 ? RandomQueries.Any(random) : Query(index),
            Filters = filters,
            Limit = random.Next(4) == 0 ? random.Next(200) : random.Next(1, 12),
            Facets = random.Next(2) == 0 ? [] :
            [
                new KeywordFacetRequest("tag", "tag", 100, random.Next(2) == 0 ? "tag" : null),
                new KeywordFacetRequest("source", "source", random.Next(40), random.Next(2) == 0 ? "source" : null),
                new NumberFacetRequest("day", "day", random.Next(2) == 0 ? "day" : null),
                new NumberFacetRequest("size", "size", random.Next(2) == 0 ? "size" : null),
                new IntervalFacetRequest("year", ["year"], 5, random.Next(2) == 0 ? "year" : null),
            ],
        };
    }

    private static Query Query(LargeIndex index)
    {
        var random = index.Random;
        return random.Next(10) switch
        {
            0 => Term(index),
            1 => Of(index, random.Next(2, 4), Occur.Must),
            2 => Of(index, random.Next(2, 7), Occur.Should),
            3 => Of(index, random.Next(2, 16), Occur.Should),
            4 => new BooleanQuery([.. Of(index, random.Next(1, 3), Occur.Must).Clauses, .. Of(index, random.Next(1, 4), Occur.Should).Clauses], random.Next(2)),
            5 => new BooleanQuery([.. Of(index, random.Next(1, 4), Occur.Should).Clauses, new(Occur.MustNot, Term(index)), new(Occur.Filter, Term(index))], random.Next(2)),
            6 or 7 => new PhraseQuery("body", [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => "w" + random.Next(4))]),
            8 => new BooleanQuery([.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => new BooleanClause(Occur.Should, new TermQuery("body", "w" + random.Next(100, 300))))]),
            _ => new PrefixQuery("body", "w" + random.Next(30)),
        };
    }

    private static BooleanQuery Of(LargeIndex index, int count, Occur occur) =>
        new([.. Enumerable.Range(0, count).Select(_ => new BooleanClause(occur, Term(index)))]);

    private static Query Term(LargeIndex index)
    {
        var term = new TermQuery(index.Random.Next(8) == 0 ? "title" : "body", index.Word());
        return index.Random.Next(10) == 0 ? new BoostQuery(term, index.Random.Next(4) * 0.8f) : term;
    }
}
