using System.Text.Json;

namespace PolicySearch.EndToEnd.Tests.Questions;

/// <summary>Questions that a researcher would ask of the seeds, in the words that come to mind, each with a passage that answers it among the first three.</summary>
public sealed class ResearchersQuestionsTests(SeedsServerFixture seeds) : IClassFixture<SeedsServerFixture>
{
    [Theory]
    [InlineData("when was METI created and from which ministry", "In 2001, the Ministry of Economy, Trade and Industry (METI) was created, following the merger")]
    [InlineData("Industrial Cluster Policy first term launch period", "First Term(2001-2005)")]
    [InlineData("Industrial Cluster Policy second term development period", "Second Term(2006-2010)")]
    [InlineData("Industrial Cluster Policy third term autonomous growth period", "Third Term(2011-2020)")]
    [InlineData("act of 2007 on regional industrial clusters", "In 2007, the Diet enacted the Act on Formation and Development of Regional Industrial Clusters")]
    [InlineData("who ran the Knowledge Cluster Initiative and when", "The Knowledge Cluster Initiative (2002-2011) was launched by the Ministry of Education")]
    [InlineData("what changed in 2016 under Abe cabinet reshuffle", "After the cabinet reshuffle in 2016")]
    [InlineData("the 2016 budget of the Regional Core Business programme", "EUR 16.7 million")]
    [InlineData("Keidanren policy recommendations 2011", "In 2011, the Keidanren published a growth strategy")]
    [InlineData("Top Runner programme products", "energy efficiency goals for 26 products")]
    [InlineData("how much has INCJ invested", "It has invested over 360 bn yen")]
    [InlineData("study by Nishimura and Okamuro", "Nishimura and Hiroyuki Okamuro")]
    [InlineData("Japan score policy scope", "Policy scope\t2\t2")]
    [InlineData("startup cities selected 2020", "In 2020, it selected several “startup cities”")]
    public async Task A_question_finds_its_passage_in_the_first_three(string question, string expected)
    {
        var answer = await seeds.Server.SearchAsync($"q={Uri.EscapeDataString(question)}&limit=3");

        Assert.Contains(Texts(answer), text => text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ministry_is_selected_by_any_of_its_names()
    {
        var shortForm = await seeds.Server.SearchAsync("ministry=METI&limit=1000");
        var japanese = await seeds.Server.SearchAsync("ministry=%E7%B5%8C%E6%B8%88%E7%94%A3%E6%A5%AD%E7%9C%81&limit=1000");
        var lower = await seeds.Server.SearchAsync("ministry=meti&limit=1000");

        Assert.NotEmpty(Ids(shortForm));
        Assert.Equal(Ids(shortForm), Ids(japanese));
        Assert.Equal(Ids(shortForm), Ids(lower));
    }

    [Fact]
    public async Task Two_ministries_give_the_union()
    {
        var meti = await seeds.Server.SearchAsync("ministry=METI&limit=1000");
        var mext = await seeds.Server.SearchAsync("ministry=MEXT&limit=1000");
        var both = await seeds.Server.SearchAsync("ministry=METI&ministry=MEXT&limit=1000");
        var listed = await seeds.Server.SearchAsync("ministry=METI,MEXT&limit=1000");

        Assert.NotEmpty(Ids(mext).Except(Ids(meti)));
        Assert.Equal(Ids(meti).Union(Ids(mext)).Order(), Ids(both).Order());
        Assert.Equal(Ids(both), Ids(listed));
    }

    [Theory]
    [InlineData(2001, 2005)]
    [InlineData(2016, 2021)]
    public async Task A_range_of_years_selects_the_passages_that_mention_an_overlapping_one(int from, int to)
    {
        var all = await seeds.Server.SearchAsync("limit=1000");
        var selected = await seeds.Server.SearchAsync($"year={from}..{to}&limit=1000");

        var expected = all.GetProperty("hits").EnumerateArray().Where(hit => hit.GetProperty("tags").EnumerateArray().Any(tag =>
            tag.GetProperty("type").GetString() == "year" && tag.GetProperty("role").GetString() != "accessed"
            && tag.GetProperty("from").GetInt32() <= to && tag.GetProperty("to").GetInt32() >= from)).Select(Id);

        Assert.NotEmpty(Ids(selected));
        Assert.Equal(expected.Order(), Ids(selected).Order());
        Assert.Equal(Ids(selected).Count, selected.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_periods_of_Koizumi_and_of_late_Abe_give_different_passages()
    {
        var early = Ids(await seeds.Server.SearchAsync("year=2001..2005&limit=1000"));
        var late = Ids(await seeds.Server.SearchAsync("year=2016..2021&limit=1000"));

        Assert.NotEmpty(early.Except(late));
        Assert.NotEmpty(late.Except(early));
    }

    [Fact]
    public async Task The_issue_s_own_request_answers_with_two_documents_and_both_facets()
    {
        var answer = await seeds.Server.SearchAsync("q=knowledge+cluster&ministry=MEXT&facet=year,ministry");

        var documents = answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("document").GetProperty("id").GetString()).Distinct();
        Assert.True(documents.Count() >= 2);
        Assert.Equal(["ministry", "year"], answer.GetProperty("facets").EnumerateObject().Select(facet => facet.Name).Order());
        Assert.Contains(answer.GetProperty("facets").GetProperty("ministry").EnumerateArray(), value => value.GetProperty("value").GetString() == "METI");
        Assert.Contains(answer.GetProperty("facets").GetProperty("year").EnumerateArray(), value => value.GetProperty("value").GetString() == "2002");
    }

    [Fact]
    public async Task A_passage_and_its_document_are_found_by_the_ids_that_hits_give()
    {
        var hit = (await seeds.Server.SearchAsync("q=startup+cities&limit=1")).GetProperty("hits")[0];

        var passage = JsonSerializer.Deserialize<JsonElement>(await seeds.Server.Client.GetStringAsync($"/api/passages/{Id(hit)}"));
        var document = JsonSerializer.Deserialize<JsonElement>(
            await seeds.Server.Client.GetStringAsync($"/api/documents/{hit.GetProperty("document").GetProperty("id").GetString()}"));

        Assert.Equal(hit.GetProperty("text").GetString(), passage.GetProperty("text").GetString());
        var text = document.GetProperty("text").GetString()!;
        Assert.Equal(hit.GetProperty("text").GetString(), text[hit.GetProperty("start").GetInt32()..hit.GetProperty("end").GetInt32()]);
    }

    private static List<string> Ids(JsonElement answer) => [.. answer.GetProperty("hits").EnumerateArray().Select(Id)];

    private static string Id(JsonElement hit) => hit.GetProperty("id").GetString()!;

    private static IEnumerable<string> Texts(JsonElement answer) =>
        answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("text").GetString()!);
}
