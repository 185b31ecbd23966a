using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Tests.Search;

namespace PolicySearch.Engine.Tests.Facets;

public sealed class FacetTests
{
    [Fact]
    public void An_interval_counts_for_each_of_its_numbers_and_a_long_one_for_its_ends() => Assert.Equal(
        ["2001 3", "2002 1", "2003 1", "2016 1"],
        Counts(
            new IntervalFacetRequest("f", ["year"], MaxSpan: 15),
            Years((2001, 2003)),
            Years((2001, 2016)),
            Years((2001, 2001))));

    [Fact]
    public void A_document_counts_once_for_a_number_that_stands_in_two_intervals() => Assert.Equal(
        ["2001 1", "2002 1", "2003 1"],
        Counts(new IntervalFacetRequest("f", ["year", "target"], MaxSpan: 15), Years((2001, 2002), (2002, 2002)).Add("target", new Interval(2002, 2003))));

    [Fact]
    public void The_longest_interval_there_is_counts_for_its_ends() => Assert.Equal(
        [$"{long.MinValue} 1", $"{long.MaxValue} 1"],
        Counts(new IntervalFacetRequest("f", ["year"], MaxSpan: int.MaxValue), Years((long.MinValue, long.MaxValue))));

    [Fact]
    public void Keywords_come_by_count_then_value_up_to_the_limit() => Assert.Equal(
        ["b 2", "a 1"],
        Counts(
            new KeywordFacetRequest("f", "tag", Limit: 2),
            new IndexDocument().Add("tag", "b").Add("tag", "c"),
            new IndexDocument().Add("tag", "b").Add("tag", "a").Add("tag", "b")));

    [Fact]
    public void Numbers_come_ascending() => Assert.Equal(
        ["-3 1", "20 2"],
        Counts(new NumberFacetRequest("f", "size"), new IndexDocument().Add("size", 20), new IndexDocument().Add("size", -3), new IndexDocument().Add("size", 20)));

    [Fact]
    public void A_facet_that_leaves_its_filter_out_counts_the_other_values_too()
    {
        using var index = new TinyIndex(new IndexDocument().Add("tag", "a"), new IndexDocument().Add("tag", "b"), new IndexDocument().Add("tag", "a"));
        var answer = index.Searcher.Search(new SearchOptions
        {
            Query = new MatchAllQuery(),
            Filters = [new NamedFilter("tag", new TermQuery("tag", "b"))],
            Facets = [new KeywordFacetRequest("open", "tag", WithoutFilter: "tag"), new KeywordFacetRequest("closed", "tag")],
        });
        Assert.Equal(1, answer.Total);
        Assert.Equal([new FacetCount("a", 2), new FacetCount("b", 1)], answer.Facets["open"]);
        Assert.Equal([new FacetCount("b", 1)], answer.Facets["closed"]);
    }

    [Fact]
    public void Limits_and_spans_below_their_least_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeywordFacetRequest("f", "tag", Limit: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntervalFacetRequest("f", ["year"], MaxSpan: 0));
    }

    private static IndexDocument Years(params (long From, long To)[] intervals) =>
        intervals.Aggregate(new IndexDocument(), (document, i) => document.Add("year", new Interval(i.From, i.To)));

    private static string[] Counts(FacetRequest request, params IndexDocument[] documents)
    {
        using var index = new TinyIndex(documents);
        var answer = index.Searcher.Search(new SearchOptions { Query = new MatchAllQuery(), Facets = [request] });
        return [.. answer.Facets["f"].Select(count => $"{count.Value} {count.Count}")];
    }
}
