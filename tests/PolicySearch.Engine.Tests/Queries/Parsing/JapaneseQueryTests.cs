using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Tests.Queries.Parsing;

public sealed class JapaneseQueryTests
{
    private static readonly string[] Texts =
    [
        "経済産業省は2001年に設置された。",
        "文部科学省、総務省",
        "広島県",
        "取り組みは第3期の計画による。",
        "The Ministry of Economy was set up in 2001.",
        "産業と経済",
    ];

    [Theory]
    [InlineData("経済", "text:経済")]
    [InlineData("経済産業省", "text:\"経済 済産 産業 業省\"")]
    [InlineData("経済 産業", "text:経済 text:産業")]
    [InlineData("\"経済　産業\"", "text:\"経済 産業\"")]
    [InlineData("経済産*", "text:\"経済 済産\"")]
    [InlineData("経済*", "text:経済*")]
    [InlineData("経*", "text:経*")]
    [InlineData("省", "ConstantScore(text:省* text:*省)")]
    [InlineData("2001年", "+text:2001 +ConstantScore(text:年* text:*年)")]
    [InlineData("ＭＥＴＩ", "text:meti")]
    [InlineData("（経済　ＯＲ　産業）　ＮＯＴ　省庁", "(text:経済 text:産業) -text:省庁")]
    public void A_compound_is_a_phrase_of_its_pairs(string text, string expected) => Assert.Equal(expected, Parsers.Multilingual.Parse(text).ToString());

    [Theory]
    [InlineData("経済産業省", new[] { 0 })]
    [InlineData("産業", new[] { 0, 5 })]
    [InlineData("省", new[] { 0, 1 })]
    [InlineData("県", new[] { 2 })]
    [InlineData("2001年", new[] { 0 })]
    [InlineData("第3期", new[] { 3 })]
    [InlineData("文部科*", new[] { 1 })]
    [InlineData("取り組み", new[] { 3 })]
    [InlineData("２００１", new[] { 0, 4 })]
    public void Words_are_found_wherever_they_stand_in_a_run(string text, int[] expected)
    {
        var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, Parsers.Schema))
        {
            writer.Replace(new RecordBlock("all", [.. Texts.Select(t => new IndexDocument().Add("text", t))]));
            writer.Commit();
        }

        using var reader = IndexReader.Open(directory);
        var hits = new IndexSearcher(reader).Search(new SearchOptions { Query = Parsers.Multilingual.Parse(text) }).Hits;
        Assert.Equal(expected, hits.Select(hit => hit.Doc).Order());
    }
}
