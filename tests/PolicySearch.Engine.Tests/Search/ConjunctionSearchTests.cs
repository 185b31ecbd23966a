using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>Conjunctions and phrases over lists of many blocks, page after page, give what scoring everything does, on every vector path; a hit's explanation gives its score.</summary>
public sealed class ConjunctionSearchTests
{
    private const int PageSize = 7;

    [Fact]
    public void Terms_that_all_have_to_match_are_found_whatever_their_fields_and_boosts() => Compare(2001, Conjunction);

    [Fact]
    public void Phrases_with_gaps_and_with_terms_at_one_position_are_found() => Compare(2101, Phrase);

    [Fact]
    public void Hundreds_of_terms_that_all_have_to_match_are_found()
    {
        using var index = new LargeIndex(2201, 3_000);
        foreach (var count in (int[])[64, 65, 400])
        {
            BooleanClause[] clauses = [.. Enumerable.Range(0, count).Select(i => new BooleanClause(Occur.Must, new TermQuery("body", i % 50 == 49 ? "w1" : "w0")))];
            Assert.Equal(3 * PageSize, ComparePages(index, new SearchOptions { Query = new BooleanQuery(clauses), Limit = PageSize }, $"{count} terms"));
        }
    }

    [Theory]
    [InlineData(Occur.Must)]
    [InlineData(Occur.Should)]
    public void Boosts_without_end_give_finite_scores(Occur occur)
    {
        using var index = new LargeIndex(2301, 3_000);
        var query = new BooleanQuery(
        [
            new(occur, new BoostQuery(new BoostQuery(new TermQuery("body", "w0"), float.MaxValue), float.MaxValue)),
            new(occur, new BoostQuery(new TermQuery("body", "w1"), float.MaxValue)),
            new(Occur.Should, new BoostQuery(new BoostQuery(new TermQuery("body", "w2"), 0), float.MaxValue)),
            new(Occur.Should, new BoostQuery(new BoostQuery(new ConstantScoreQuery(new TermQuery("body", "w3")), float.MaxValue), float.MaxValue)),
        ]);
        var options = new SearchOptions { Query = query, Limit = PageSize };
        Assert.Equal(3 * PageSize, ComparePages(index, options, $"{query}"));
        Assert.All(index.Searcher.Search(options).Hits, hit => Assert.True(float.IsFinite(hit.Score) && hit.Score > 0, $"{hit}"));
    }

    private static void Compare(int firstSeed, Func<LargeIndex, Query> query)
    {
        var found = 0;
        for (var seed = firstSeed; seed < firstSeed + LongRun.Rounds(3, 30); seed++)
        {
            using var index = new LargeIndex(seed, 12_000);
            for (var i = 0; i < 200; i++)
            {
                index.Path = (VectorPath)(i % 3);
                var options = new SearchOptions { Query = query(index), Limit = PageSize, CountTotal = i % 2 == 0 };
                found += ComparePages(index, options, $"seed {seed}, search {i}, path {i % 3}: {options.Query}");
            }
        }

        Assert.True(found > 500, $"only {found} hits in all: the test shows nothing");
    }

    /// <summary>Compares the first pages, and the explanations of their hits.</summary>
    private static int ComparePages(LargeIndex index, SearchOptions options, string what)
    {
        var found = 0;
        for (var page = 0; page < 3; page++)
        {
            var actual = index.Searcher.Search(options);
            Same.Hits(index.Plain.Search(options), actual, $"{what}, page {page}");
            Same.Hits(actual, index.Together.Search(options), $"{what}, page {page}, together");
            found += actual.Hits.Count;
            if (actual.Hits.Count < PageSize)
            {
                break;
            }

            var explained = index.Searcher.Explain(options.Query, actual.Hits[0]).Value;
            Assert.True(explained == actual.Hits[0].Score, $"{what}: {actual.Hits[0]} is explained as {explained}");
            options = options with { After = actual.Hits[^1] };
        }

        return found;
    }

    /// <summary>Dense and sparse terms of fields with and without lengths, some of them twice.</summary>
    private static BooleanQuery Conjunction(LargeIndex index)
    {
        var terms = Enumerable.Range(0, index.Random.Next(2, 6)).Select(_ => Term(index)).ToList();
        if (index.Random.Next(6) == 0)
        {
            terms.Add(terms[0]);
        }

        return new BooleanQuery([.. terms.Select(term => new BooleanClause(Occur.Must, term))], index.Random.Next(8) == 0 ? 1 : 0);
    }

    private static Query Term(LargeIndex index)
    {
        var random = index.Random;
        Query term = random.Next(8) switch
        {
            0 => new TermQuery("title", "w" + random.Next(4)),
            1 => new TermQuery("tag", RandomCorpus.Pick(random, RandomCorpus.Tags)),
            2 => new TermQuery("source", $"s{random.Next(1, 4)}"),
            3 => new TermQuery("body", index.Word()),
            _ => new TermQuery("body", "w" + random.Next(6)),
        };
        return random.Next(8) switch
        {
            0 => new BoostQuery(term, 0),
            1 => new BoostQuery(term, 1e30f),
            2 => new BoostQuery(term, 1e-30f),
            _ => term,
        };
    }

    private static PhraseQuery Phrase(LargeIndex index)
    {
        var random = index.Random;
        string[] terms = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => "w" + random.Next(3))];
        var position = random.Next(3);
        int[] positions = [.. terms.Select((_, i) => position += i == 0 ? 0 : random.Next(8) switch { 0 => 0, 1 => 2, 2 => 5, _ => 1 })];
        return new PhraseQuery(random.Next(6) == 0 ? "title" : "body", terms, positions);
    }
}
