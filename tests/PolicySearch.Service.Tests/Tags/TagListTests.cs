using PolicySearch.Service.Search;
using PolicySearch.Service.Tags;
using PolicySearch.Service.Tests.Ingestion;

namespace PolicySearch.Service.Tests.Tags;

public sealed class TagListTests : IDisposable
{
    private readonly Workspace _work = new();

    public TagListTests()
    {
        _work.Write("a.txt", "METI and METI 2001\nMETI MEXT 2001\nplain 2016");
        _work.Write("b.txt", "QQQX 2016 and 2030:target\nMEXT 2016:accessed");
    }

    [Fact]
    public void Tags_are_counted_in_passages_and_documents_most_frequent_first()
    {
        _work.Ingest();

        var answer = Count(new TagRequest());

        // Of equally frequent ones the first by id comes first.
        Assert.Equal([new("ministry", "METI", 2, 1), new("ministry", "MEXT", 2, 2), new TagCount("ministry", "QQQX", 1, 1)], answer.Tags);
        Assert.Equal(3, answer.Total);
    }

    [Fact]
    public void Years_of_every_role_are_listed_when_asked_for()
    {
        _work.Ingest();

        Assert.Equal(
            [new("year", "2016", 3, 2), new("year", "2001", 2, 1), new TagCount("year", "2030", 1, 1)],
            Count(new TagRequest { Types = ["year"] }).Tags);
        var listed = Tags(new TagRequest { Types = ["Year"], Text = "201" });
        Assert.Equal(["2016"], listed.Tags.Select(tag => tag.Id));
        Assert.Equal(["2016", "2016:accessed"], listed.Tags[0].Variants.Select(variant => variant.Text));
    }

    [Theory]
    [InlineData("QQQX", 1, 50, 1, "qqx")]
    [InlineData("METI", 1, 50, 1, "経済産業省")]
    [InlineData("METI MEXT", 2, 50, 2, "")]
    [InlineData("METI", 1, 1, 3, "")]
    [InlineData("", 1, 50, 0, "zzz")]
    public void Text_least_number_and_limit_choose_among_them(string ids, int min, int limit, int total, string text)
    {
        _work.Ingest();
        var answer = Count(new TagRequest { Min = min, Limit = limit, Text = text, Types = ["agency,ministry"] });

        Assert.Equal(ids, string.Join(' ', answer.Tags.Select(tag => tag.Id)));
        Assert.Equal(total, answer.Total);
    }

    [Fact]
    public void What_was_taken_out_is_not_counted()
    {
        _work.Ingest();
        File.Delete(Path.Combine(_work.Docs, "b.txt"));
        _work.Ingest();

        Assert.Equal([new("ministry", "METI", 2, 1), new TagCount("ministry", "MEXT", 1, 1)], Count(new TagRequest()).Tags);
    }

    [Fact]
    public void Each_form_has_its_mentions_and_its_first_example()
    {
        _work.Ingest();
        var meti = Tags(new TagRequest { Text = "METI" }).Tags[0];
        var form = Assert.Single(meti.Variants);

        Assert.Equal(("METI", 3, false), (form.Text, form.Mentions, form.Local));
        Assert.Equal(("docs/a.txt", "METI and METI 2001"), (form.Example.Source, form.Example.Text));
        using var search = new PassageSearch(_work.Index, new Taggers());
        Assert.Equal("METI and METI 2001", search.FindPassage(form.Example.Passage)?.Text);
    }

    [Fact]
    public void Before_anything_is_committed_there_are_none()
    {
        Assert.Equal((0, 0), (Count(new TagRequest()).Total, Tags(new TagRequest()).Tags.Count));
    }

    [Theory]
    [InlineData("type", "colour", 1, 1)]
    [InlineData("type", "ministry,colour", 1, 1)]
    [InlineData("type", ",", 1, 1)]
    [InlineData("min", "ministry", 0, 1)]
    [InlineData("limit", "ministry", 1, 0)]
    [InlineData("limit", "ministry", 1, 10_001)]
    public void A_wrong_request_is_refused_by_the_name_of_what_is_wrong(string parameter, string type, int min, int limit) =>
        Assert.Equal(parameter, Assert.Throws<SearchRequestException>(() => Tags(new TagRequest { Types = [type], Min = min, Limit = limit })).Parameter);

    [Fact]
    public void Counts_and_forms_are_those_of_the_passages_read_one_by_one()
    {
        const int Seed = 11;
        var random = new Random(Seed);
        string[] words = ["METI", "MEXT", "AAA", "BBB", "CCC", "plain", "2001", "2002:target", "2002"];
        for (var file = 0; file < 12; file++)
        {
            _work.Write($"r{file}.txt", string.Join('\n', Enumerable.Range(0, 8).Select(line => $"line {file} {line} " + string.Join(' ', random.GetItems(words, 4)))));
            if (file % 5 == 0)
            {
                _work.Ingest();
            }
        }

        _work.Ingest();
        using var search = new PassageSearch(_work.Index, new Taggers());
        var documents = search.Documents().Documents.Select(document => search.FindDocument(document.Id)!).ToList();
        foreach (var tag in search.Tags(new TagRequest { Types = ["ministry,year"] }).Tags)
        {
            var passages = documents.Select(document => document.Passages.Where(p => p.Tags.Any(t => t.Type == tag.Type && t.Id == tag.Id)).ToList()).ToList();
            var forms = passages.SelectMany(p => p).SelectMany(p => p.Tags).Where(t => t.Type == tag.Type && t.Id == tag.Id).CountBy(t => t.Text);

            Assert.True(passages.Sum(p => p.Count) == tag.Passages, $"{tag.Id}, seed {Seed}");
            Assert.Equal(passages.Count(p => p.Count > 0), tag.Documents);
            Assert.Equal(forms.OrderBy(f => f.Key, StringComparer.Ordinal), tag.Variants.Select(v => KeyValuePair.Create(v.Text, v.Mentions)).OrderBy(f => f.Key, StringComparer.Ordinal));
        }
    }

    public void Dispose() => _work.Dispose();

    private TagCountList Count(TagRequest request)
    {
        using var search = new PassageSearch(_work.Index, new Taggers());
        return search.CountTags(request);
    }

    private TagList Tags(TagRequest request)
    {
        using var search = new PassageSearch(_work.Index, new Taggers());
        return search.Tags(request);
    }
}
