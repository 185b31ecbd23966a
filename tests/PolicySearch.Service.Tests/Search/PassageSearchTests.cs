using PolicySearch.Engine;
using PolicySearch.Extraction;
using PolicySearch.Service.Search;
using PolicySearch.Service.Tests.Ingestion;

namespace PolicySearch.Service.Tests.Search;

public sealed class PassageSearchTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly PassageSearch _search;

    public PassageSearchTests()
    {
        _search = new PassageSearch(_work.Index, new Taggers());
        _work.Write("a.txt", "cluster METI 2001\ncluster METI MEXT 2003\nplain 2016");
        _work.Write("b.txt", "cluster QQQX 2016");
    }

    [Fact]
    public void Before_anything_is_committed_an_index_answers_as_an_empty_one()
    {
        var response = _search.Search(new SearchRequest { Query = "x", Facets = ["year", "ministry"] });

        Assert.False(_search.HasIndex);
        Assert.Equal(0, response.Total);
        Assert.Equal(["year", "ministry"], response.Facets.Keys);
        Assert.Equal(0, _search.Documents().Total);
        Assert.Null(_search.FindPassage("x"));
        Assert.Null(_search.FindDocument("x"));
        Assert.Throws<IndexNotFoundException>(() => PassageSearch.Open(_work.Folder["index"]));
    }

    [Theory]
    [InlineData("METI")]
    [InlineData("meti")]
    [InlineData("経済産業省")]
    [InlineData("Ministry of Economy, Trade and Industry")]
    public void A_ministry_is_selected_by_any_of_its_names(string name)
    {
        _work.Ingest();

        Assert.Equal(2, Total(("ministry", [name])));
    }

    [Fact]
    public void An_id_that_no_authority_file_knows_is_selected_without_regard_to_case()
    {
        _work.Ingest();

        Assert.Equal(1, Total(("ministry", ["qqqx"])));
        Assert.Equal(0, Total(("ministry", ["qqq"])));
    }

    [Fact]
    public void Values_that_no_passage_has_are_told_with_what_is_spelled_nearly_so()
    {
        _work.Ingest();
        var unmatched = _search.Unmatched(new SearchRequest
        {
            Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["ministry"] = ["経済産業省,METY", "Ministry of Economy, Trade and Industry", "MAFF", "qqqx"],
                ["document"] = ["nowhere.txt"],
                ["year"] = ["1066"],
            },
        });

        Assert.Equal(["ministry METY (METI)", "ministry MAFF ()", "document nowhere.txt ()"], unmatched.Select(value => $"{value.Filter} {value.Value} ({string.Join(", ", value.Nearest)})"));
    }

    [Fact]
    public void Without_an_index_no_value_is_unmatched() =>
        Assert.Empty(_search.Unmatched(new SearchRequest { Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["ministry"] = ["METY"] } }));

    [Fact]
    public void An_id_in_the_index_selects_itself_though_it_is_a_name_of_another_thing()
    {
        _work.Write("c.txt", "cluster MOCT 2002");
        _work.Ingest();

        Assert.Equal(1, Total(("ministry", ["moct"])));
        Assert.Equal(0, Total(("ministry", ["Ministry of Construction and Transportation"])));
    }

    [Fact]
    public void Values_of_one_filter_are_or_ed_and_filters_and_ed()
    {
        _work.Ingest();

        Assert.Equal(3, Total(("ministry", ["METI,QQQX"])));
        Assert.Equal(3, Total(("ministry", ["METI", "QQQX"])));
        Assert.Equal(1, Total(("ministry", ["METI", "QQQX"]), ("year", ["2016"])));
        Assert.Equal(2, Total(("year", ["2001..2005"])));
        Assert.Equal(2, Total(("year", ["2010.."])));
        Assert.Equal(1, Total(("document", ["docs/b.txt"])));
        Assert.Equal(1, Total(("document", [PassageIds.ForDocument("docs/b.txt")])));
        Assert.Equal(4, Total(("published", ["2015"])));
        Assert.Equal(0, Total(("published", ["2016"])));
        Assert.Equal(4, Total(("kind", ["TEXT"])));
        Assert.Equal(4, Total(("language", ["EN"])));
        Assert.Equal(0, Total(("language", ["ja"])));
    }

    [Fact]
    public void A_facet_that_is_filtered_on_still_counts_its_other_values()
    {
        _work.Ingest();
        var response = _search.Search(Request(("ministry", ["MEXT"])) with { Facets = ["ministry,year", "document"] });

        Assert.Equal(["ministry", "year", "document"], response.Facets.Keys);
        Assert.Equal([("METI", 2L), ("MEXT", 1), ("QQQX", 1)], response.Facets["ministry"].Select(v => (v.Value, v.Count)));
        Assert.Equal([("2003", 1L)], response.Facets["year"].Select(v => (v.Value, v.Count)));
        Assert.Equal([(PassageIds.ForDocument("docs/a.txt"), "A title")], response.Facets["document"].Select(v => (v.Value, v.Label)));
    }

    [Fact]
    public void A_hit_is_found_again_by_its_id_and_in_its_document()
    {
        _work.Ingest();
        var hit = Assert.Single(_search.Search(new SearchRequest { Query = "plain" }).Hits);
        var document = _search.FindDocument(hit.Document.Id)!;

        Assert.Equal("plain 2016", hit.Text);
        Assert.Equal("plain 2016", document.Text[hit.Start..hit.End]);
        Assert.Equal(hit.Id, _search.FindPassage(hit.Id)!.Id);
        Assert.Equal(document.Passages.Select(p => p.Text), document.Text.Split('\n'));
        Assert.Equal(["docs/a.txt", "docs/b.txt"], _search.Documents().Documents.Select(d => d.Source));
        Assert.Equal(document.Document, _search.FindDocument("docs/a.txt")!.Document);
    }

    [Fact]
    public void References_rank_below_text_that_says_the_same_and_keep_their_place_where_asked_for()
    {
        _work.Write("b.txt", "ref zebra stripes\nzebra stripes and a good deal more to tell of it");
        _work.Ingest();

        var both = _search.Search(new SearchRequest { Query = "zebra" });
        var references = _search.Search(new SearchRequest { Query = "zebra", Filters = Request(("kind", ["reference"])).Filters });

        Assert.Equal((2, "text", "reference"), (both.Total, both.Hits[0].Kind, both.Hits[1].Kind));
        Assert.Equal(both.Hits[1].Score * 2, Assert.Single(references.Hits).Score, 1e-4f);
    }

    [Fact]
    public void Highlights_are_places_in_the_text_of_the_hit()
    {
        _work.Ingest();
        var hit = _search.Search(new SearchRequest { Query = "clusters", Filters = Request(("ministry", ["MEXT"])).Filters }).Hits[0];

        Assert.Equal(["cluster"], hit.Highlights.Select(mark => hit.Text[mark[0]..mark[1]]));
    }

    [Theory]
    [InlineData("kind", "poem")]
    [InlineData("language", "english please")]
    [InlineData("year", "soon")]
    [InlineData("published", "soon")]
    public void A_wrong_value_is_refused_by_its_filter_s_name_also_without_an_index(string filter, string value)
    {
        Assert.Equal(filter, Assert.Throws<SearchRequestException>(() => Total((filter, [value]))).Parameter);
        _work.Ingest();
        Assert.Equal(filter, Assert.Throws<SearchRequestException>(() => Total((filter, [value]))).Parameter);
    }

    [Fact]
    public void An_unknown_facet_and_a_query_that_cannot_be_read_are_refused()
    {
        Assert.Equal("facet", Assert.Throws<SearchRequestException>(() => _search.Search(new SearchRequest { Facets = ["colour"] })).Parameter);
        var fault = Assert.Throws<SearchRequestException>(() => _search.Search(new SearchRequest { Query = "a \"open" }));
        Assert.Equal(("q", 2), (fault.Parameter, fault.Position));
    }

    [Fact]
    public void Pages_follow_one_another_without_gap_or_overlap()
    {
        _work.Ingest();
        var all = _search.Search(new SearchRequest { Limit = 4 }).Hits.Select(hit => hit.Id).ToList();
        var paged = Enumerable.Range(0, 4).Select(offset => Assert.Single(_search.Search(new SearchRequest { Limit = 1, Offset = offset }).Hits).Id);

        Assert.Equal(all, paged);
        Assert.Empty(_search.Search(new SearchRequest { Offset = 4 }).Hits);
        Assert.Equal(4, _search.Search(new SearchRequest { Offset = 4 }).Total);
    }

    public void Dispose()
    {
        _search.Dispose();
        _work.Dispose();
    }

    private long Total(params (string Filter, string[] Values)[] filters)
    {
        // A search of its own: the shared one may look for a new commit only from time to time.
        using var search = new PassageSearch(_work.Index, new Taggers());
        return search.Search(Request(filters)).Total;
    }

    private static SearchRequest Request(params (string Filter, string[] Values)[] filters) => new()
    {
        Filters = filters.ToDictionary(f => f.Filter, f => (IReadOnlyList<string>)f.Values, StringComparer.Ordinal),
    };
}
