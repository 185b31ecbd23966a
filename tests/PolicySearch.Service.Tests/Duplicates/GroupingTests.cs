using PolicySearch.Service.Search;
using PolicySearch.Service.Tests.Ingestion;

namespace PolicySearch.Service.Tests.Duplicates;

public sealed class GroupingTests : IDisposable
{
    private const string Passage =
        "the knowledge cluster initiative of MEXT brought universities and firms of eighteen regions together in research projects that were to give new products within five years " +
        "while a second line of grants paid for the people who looked after the patents and found the firms that might want to use them";

    private const string Edited =
        "The knowledge cluster initiative of MEXT brought universites and firms of eighteen regions together, in research projects that were to give products within five years; " +
        "while a second line of grants paid for the people who looked after the patents and found the firms that might want to use them.";

    private readonly Workspace _work = new();

    [Fact]
    public void Copies_are_shown_once_with_the_others_listed_by_source_while_totals_and_facets_count_all()
    {
        _work.Write("b/copy.txt", Passage);
        _work.Write("a.txt", Passage + "\nsomething else of the knowledge cluster");
        _work.Write("c.txt", "THE KNOWLEDGE  cluster, " + Passage[22..]);
        _work.Ingest();
        var answer = Search(new SearchRequest { Query = "knowledge", Facets = ["document"] });

        Assert.Equal((4L, 2), (answer.Total, answer.Hits.Count));
        Assert.Equal(3, answer.Facets["document"].Count);
        Assert.Equal(["docs/b/copy.txt", "docs/c.txt"], Sources(answer.Hits.Single(hit => hit.Text == Passage)));
        Assert.Empty(answer.Hits.Single(hit => hit.Text != Passage).Duplicates!);
        Assert.Equal(4, Search(new SearchRequest { Query = "knowledge", Group = Grouping.None }).Hits.Count);
        Assert.All(Search(new SearchRequest { Query = "knowledge", Group = Grouping.None }).Hits, hit => Assert.Null(hit.Duplicates));
    }

    [Fact]
    public void A_word_left_out_or_misspelled_leaves_a_copy_and_another_number_name_or_word_does_not()
    {
        _work.Write("a.txt", Passage);
        _work.Write("edited.txt", Edited);
        _work.Write("word.txt", Passage.Replace("patents", "budgets", StringComparison.Ordinal));
        _work.Write("number.txt", Passage.Replace("five years", "5 years", StringComparison.Ordinal));
        _work.Write("name.txt", Passage.Replace("MEXT", "METI", StringComparison.Ordinal));
        _work.Ingest();
        var answer = Search(new SearchRequest { Query = "knowledge" });

        Assert.Equal((5L, 4), (answer.Total, answer.Hits.Count));
        Assert.Equal(["docs/a.txt", "docs/edited.txt"], answer.Hits.SelectMany(hit => Sources(hit).Append(hit.Document.Source)).Except(["docs/number.txt", "docs/name.txt", "docs/word.txt"]).Order());
        Assert.Single(answer.Hits, hit => hit.Duplicates!.Count == 1);
    }

    [Fact]
    public void The_copy_comes_forward_when_what_was_shown_is_removed()
    {
        _work.Write("a.txt", Passage);
        _work.Write("b.txt", Passage);
        _work.Ingest();
        var before = Assert.Single(Search(new SearchRequest { Query = "initiative" }).Hits);
        File.Delete(Path.Combine(_work.Docs, before.Document.Source["docs/".Length..]));
        _work.Ingest();
        var after = Assert.Single(Search(new SearchRequest { Query = "initiative" }).Hits);

        Assert.Equal(after.Document.Source, Assert.Single(before.Duplicates!).Document.Source);
        Assert.Equal(after.Id, before.Duplicates![0].Id);
        Assert.Empty(after.Duplicates!);
    }

    [Fact]
    public void Only_hits_are_listed_and_a_passage_alone_lists_all_its_copies()
    {
        _work.Write("a.txt", Passage + " ALPHA");
        _work.Write("b.txt", Passage + " ALPHA");
        _work.Ingest();
        var filtered = new SearchRequest
        {
            Query = "initiative",
            Filters = new Dictionary<string, IReadOnlyList<string>> { ["document"] = ["docs/b.txt"] },
        };
        var hit = Assert.Single(Search(filtered).Hits);

        Assert.Empty(hit.Duplicates!);
        using var search = new PassageSearch(_work.Index, new Taggers());
        Assert.Equal("docs/a.txt", Assert.Single(search.FindPassage(hit.Id)!.Duplicates!).Document.Source);
    }

    [Theory]
    [InlineData("")]
    [InlineData("initiative")]
    public void Offset_and_limit_count_what_is_shown_and_pages_cover_every_hit_once(string query)
    {
        for (var i = 0; i < 60; i++)
        {
            _work.Write($"{i:00}.txt", $"{i % 7:00} {Passage} {new string((char)('a' + (i % 7)), 5)}");
        }

        _work.Ingest();
        var seen = new List<string>();
        var shown = 0;
        for (var offset = 0; ; offset += 3)
        {
            var page = Search(new SearchRequest { Query = query, Offset = offset, Limit = 3 });
            Assert.Equal(60, page.Total);
            seen.AddRange(page.Hits.SelectMany(hit => hit.Duplicates!.Select(copy => copy.Id).Append(hit.Id)));
            shown += page.Hits.Count;
            if (page.Hits.Count < 3)
            {
                break;
            }
        }

        Assert.Equal(7, shown);
        Assert.Equal(60, seen.Distinct().Count());
        Assert.Equal(60, seen.Count);
    }

    [Fact]
    public void Short_texts_are_equal_without_being_copies()
    {
        _work.Write("a.txt", "References");
        _work.Write("b.txt", "References");
        _work.Ingest();

        Assert.Equal(2, Search(new SearchRequest { Query = "references" }).Hits.Count);
    }

    [Fact]
    public void A_group_that_is_unknown_is_refused()
    {
        Assert.Equal(Grouping.None, GroupingNames.Parse("none"));
        Assert.Equal(Grouping.Duplicates, GroupingNames.Parse(null));
        Assert.Equal("group", Assert.Throws<SearchRequestException>(() => GroupingNames.Parse("document")).Parameter);
    }

    public void Dispose() => _work.Dispose();

    private SearchResponse Search(SearchRequest request)
    {
        using var search = new PassageSearch(_work.Index, new Taggers());
        return search.Search(request);
    }

    private static IEnumerable<string> Sources(SearchHit hit) => hit.Duplicates!.Select(copy => copy.Document.Source);
}
