using PolicySearch.Host.Web.Addresses;
using PolicySearch.Host.Web.Reading;
using PolicySearch.Host.Web.Results;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Tests.Web;

public sealed class ResultsTests
{
    private static readonly PageQuery Query = new() { Text = "cluster" };

    [Fact]
    public void Chosen_values_of_a_facet_are_never_folded_away()
    {
        var values = Enumerable.Range(0, 20).Select(i => new FacetValue($"M{i}", $"Ministry {i}", 20 - i)).ToList();
        var facet = FacetModel.Of("ministry", values, Query.With("ministry", "m17").With("ministry", "Unheard of"));
        Assert.Equal(["Unheard of", "Ministry 17", "Ministry 0"], facet.First.Take(3).Select(choice => choice.Label));
        Assert.Equal([null, 3, 20], facet.First.Take(3).Select(choice => choice.Count));
        Assert.Equal([true, true, false], facet.First.Take(3).Select(choice => choice.Chosen));
        Assert.Equal(21, facet.First.Count + facet.Rest.Count);
        Assert.Equal("/?q=cluster&ministry=Unheard+of", facet.First[1].Address);
    }

    [Theory]
    [InlineData(6, 6, 0)]
    [InlineData(7, 7, 0)]
    [InlineData(8, 6, 2)]
    public void One_value_alone_is_not_folded_away(int all, int first, int rest)
    {
        var values = Enumerable.Range(0, all).Select(i => new FacetValue($"M{i}", $"M{i}", 1)).ToList();
        var facet = FacetModel.Of("ministry", values, Query);
        Assert.Equal((first, rest), (facet.First.Count, facet.Rest.Count));
    }

    [Theory]
    [InlineData(1, 10, "")]
    [InlineData(1, 11, "[1] 2")]
    [InlineData(6, 200, "1 … 4 5 [6] 7 8 … 20")]
    [InlineData(1000, 1_000_000, "1 … 998 999 [1000]")]
    public void The_pager_shows_the_first_the_last_and_those_around(int page, long total, string expected)
    {
        var pager = PagerModel.Of(Query with { Page = page }, total);
        Assert.Equal(expected, string.Join(' ', pager.Pages.Select(link => (link.AfterGap ? "… " : "") + (link.Current ? $"[{link.Number}]" : link.Number))));
        Assert.Equal(page > 1, pager.Previous is not null);
    }

    [Theory]
    [InlineData(1, 3, "")]
    [InlineData(3, 3, "1 2 [3]")]
    [InlineData(5, 0, "1 … 3 4")]
    [InlineData(2, 10, "1 [2] 3 4 … 6")]
    public void A_page_that_copies_leave_unfilled_is_the_last(int page, int shown, string expected)
    {
        var pager = PagerModel.Of(Query with { Page = page }, 60, shown);
        Assert.Equal(expected, string.Join(' ', pager.Pages.Select(link => (link.AfterGap ? "… " : "") + (link.Current ? $"[{link.Number}]" : link.Number))));
        Assert.Equal(shown == 10, pager.Next is not null);
    }

    [Fact]
    public void Copies_are_listed_with_their_place_and_keep_the_search()
    {
        var hit = Passages.Hit("Text", [], ("paragraph", 0, 4)) with
        {
            Duplicates = [new DuplicatePassage("c1", Passages.Document with { Id = "d1", Title = null }, 3)],
        };
        var copy = Assert.Single(HitModel.Of(hit, 1, Query).Copies);

        Assert.Equal(("seeds/a.txt", "seeds/a.txt, page 3", "/documents/d1?q=cluster&passage=c1#c1"), (copy.Label, copy.Detail, copy.Address));
        Assert.Equal("/?q=cluster&group=none", (Query with { ShowsCopies = true }).Address());
    }

    [Theory]
    [InlineData("a \"b", 2, "a ", "\"", "b")]
    [InlineData("a (b", 4, "a (b", "", "")]
    [InlineData("a \U00020000", 2, "a ", "\U00020000", "")]
    [InlineData("a", 99, "a", "", "")]
    public void A_fault_is_marked_at_its_place(string query, int position, string before, string at, string after)
    {
        var fault = QueryFault.Of(query, new SearchRequestException("q", "wrong") { Position = position });
        Assert.Equal((before, at, after), (fault.Before, fault.At, fault.After));
    }

    [Fact]
    public void A_passage_shows_only_its_blocks_and_says_its_heading_once()
    {
        const string Text = "Budget</p> <p>For 2016";
        var hit = Passages.Hit(Text, ["Policy", "Budget"], ("heading", 0, 6), ("paragraph", 14, 22)) with { Highlights = [[0, 6], [18, 22]] };
        var model = HitModel.Of(hit, 7, Query);
        Assert.Equal(["Policy", "*Budget*"], model.Path.Select(Passages.Show));
        Assert.Equal("For *2016*", Passages.Show(Assert.IsType<ReadingText>(Assert.Single(model.Blocks)).Pieces));
        Assert.Equal("/documents/doc?q=cluster&passage=pas#pas", model.Address);
    }

    [Fact]
    public void A_tag_is_shown_once_and_a_date_of_access_never()
    {
        var hit = Passages.Hit("METI 2001 2020", [], ("paragraph", 0, 14)) with
        {
            Tags =
            [
                new("year", "2001", "2001", 5, 9, 2001, 2001, "calendar", "mentioned"),
                new("year", "2020", "2020", 10, 14, 2020, 2020, "calendar", "accessed"),
                new("ministry", "METI", "METI", 0, 4, null, null, null, null),
                new("ministry", "METI", "METI", 0, 4, null, null, null, null),
            ],
        };
        var tags = HitModel.Of(hit, 1, Query).FirstTags;
        Assert.Equal(["METI", "2001"], tags.Select(tag => tag.Label));
        Assert.Equal("/?q=cluster&year=2001", tags[1].Address);
    }
}
