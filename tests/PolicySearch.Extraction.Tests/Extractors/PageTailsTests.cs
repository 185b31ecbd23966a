using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tests.Extractors;

/// <summary>What follows an article on its page is left out, and nothing else is.</summary>
public class PageTailsTests
{
    private const string First = "The first paragraph tells at some length what the ministry wanted to reach with its regional programmes, in which years, with what money, and why it thought so.";
    private const string Second = "The second paragraph says what came of it: forty regions took part, and half of them kept their offices for many years afterwards.";
    private const string Other = "Another story, about something else entirely, with a sentence that is long enough to be taken for a paragraph.";

    [Theory]
    [InlineData("<h2>Related articles</h2><div><a href='/x'>X</a><p>{0}</p></div>")]
    [InlineData("<h3>Top Rated Comments</h3><div class='c1'><p>{0}</p><p>{0}</p></div>")]
    [InlineData("<div><p><b>Don’t miss</b></p></div><div>{0}</div>")]
    [InlineData("<div class='title'><h2>関連記事</h2></div><div>{0}</div>")]
    [InlineData("<h3>Você pode gostar...</h3><article><p>{0}</p><p>{0}</p><p>{0}</p></article>")]
    [InlineData("<div class='photo-gallery'><p>{0}</p></div>")]
    [InlineData("<div style='position:absolute; left: -99999px'><p>{0}</p></div>")]
    public void What_follows_the_article_is_left_out(string tail)
    {
        var document = Read(tail.Replace("{0}", Other, StringComparison.Ordinal));

        Assert.Equal([First, Second], Some.Of(document, BlockKind.Paragraph));
    }

    [Theory]
    [InlineData("<h2>Related articles</h2><ul><li><a href='/x'>X</a></li></ul><h2>Results</h2><p>{0}</p>")]
    [InlineData("<h3>Read also</h3><ul><li><a href='/x'>X</a></li></ul><p>{0}</p>")]
    [InlineData("<h2>Comments of the committee on the related programmes</h2><p>{0}</p>")]
    [InlineData("<p class='next-steps'>{0}</p>")]
    public void The_article_goes_on_behind_a_box_in_it(string rest)
    {
        var document = Read(rest.Replace("{0}", Other, StringComparison.Ordinal));

        Assert.Equal([First, Second, Other], Some.Of(document, BlockKind.Paragraph));
    }

    [Fact]
    public void A_page_that_is_a_list_of_news_keeps_it()
    {
        var document = Some.Html($"<html><body><h1>Newsroom</h1><h2>Latest news</h2><div><p>{First}</p><p>{Second}</p></div></body></html>");

        Assert.Equal([First, Second], Some.Of(document, BlockKind.Paragraph));
    }

    private static Document Read(string rest) =>
        Some.Html($"<html><body><div><h1>Regions</h1><p>{First}</p><p>{Second}</p>{rest}</div></body></html>");
}
