using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;

namespace PolicySearch.Engine.Tests.Search;

public sealed class BooleanSearchTests : IDisposable
{
    private readonly TinyIndex _index = TinyIndex.Of("red", "red green", "red green blue", "blue");

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Clauses_that_only_forbid_find_nothing() => Assert.Empty(Docs(0, (Occur.MustNot, "red")));

    [Fact]
    public void No_clause_finds_nothing() => Assert.Empty(Docs(0));

    [Fact]
    public void Without_a_required_clause_one_optional_has_to_match() => Assert.Equal([1, 2, 3], Docs(0, (Occur.Should, "green"), (Occur.Should, "blue")));

    [Fact]
    public void With_a_required_clause_optional_ones_only_add_to_the_score()
    {
        Assert.Equal([0, 1, 2], Docs(0, (Occur.Must, "red"), (Occur.Should, "blue")));
        Assert.Equal([0, 1, 2], Docs(0, (Occur.Filter, "red"), (Occur.Should, "blue")));
        Assert.Equal(2, Search(0, (Occur.Must, "red"), (Occur.Should, "blue")).Hits[0].Doc);
    }

    [Fact]
    public void The_minimum_counts_optional_clauses_beside_required_ones()
    {
        Assert.Equal([2], Docs(1, (Occur.Must, "red"), (Occur.Should, "blue")));
        Assert.Equal([1, 2], Docs(2, (Occur.Should, "red"), (Occur.Should, "green"), (Occur.Should, "missing")));
        Assert.Empty(Docs(3, (Occur.Should, "red"), (Occur.Should, "green")));
    }

    [Fact]
    public void Filters_alone_score_0()
    {
        var answer = Search(0, (Occur.Filter, "red"));
        Assert.Equal(3, answer.Total);
        Assert.All(answer.Hits, hit => Assert.Equal(0, hit.Score));
    }

    [Fact]
    public void A_filter_does_not_change_scores() =>
        Assert.Equal(
            Search(0, (Occur.Must, "green")).Hits.Select(hit => hit.Score),
            Search(0, (Occur.Must, "green"), (Occur.Filter, "red")).Hits.Select(hit => hit.Score));

    [Fact]
    public void Equal_scores_come_in_document_order() => Assert.Equal([0, 1, 2, 3], Docs(new MatchAllQuery()));

    private int[] Docs(Query query) => [.. _index.Searcher.Search(new SearchOptions { Query = query }).Hits.Select(hit => hit.Doc)];

    private IEnumerable<int> Docs(int minimum, params (Occur Occur, string Word)[] clauses) => Search(minimum, clauses).Hits.Select(hit => hit.Doc).Order();

    private TopDocs Search(int minimum, params (Occur Occur, string Word)[] clauses) => _index.Searcher.Search(new SearchOptions
    {
        Query = new BooleanQuery([.. clauses.Select(c => new BooleanClause(c.Occur, new TermQuery("body", c.Word)))], minimum),
    });
}
