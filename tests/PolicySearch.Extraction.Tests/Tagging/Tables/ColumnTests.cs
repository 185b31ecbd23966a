using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging.Tables;

/// <summary>Names in the cells of a table, by their column.</summary>
public sealed class ColumnTests
{
    private static readonly Tagger Tagger = new();

    [Fact]
    public void A_heading_says_what_stands_below_it()
    {
        var tags = Tags("| Company | Site | Chief | Cost |\n|---|---|---|---|\n| Brakko | Vexhaven | Ilvo Tarn | 12 |\n| Ostrel Vane | Drumlow | Pesha Ruun | 7 |\n");

        Assert.Contains("organisation:Brakko", tags);
        Assert.Contains("organisation:Ostrel Vane", tags);
        Assert.Contains("place:Vexhaven", tags);
        Assert.Contains("place:Drumlow", tags);
    }

    [Fact]
    public void A_heading_in_Japanese_says_it_too()
    {
        var tags = Tags("| 地域 | 主な企業 | 金額 |\n|---|---|---|\n| 架空郷 | ゼンポロ、架空化成 | 30 |\n| 札幌 | テスタナ | 25 |\n");

        Assert.Contains("organisation:ゼンポロ", tags);
        Assert.Contains("organisation:架空化成", tags);
        Assert.Contains("organisation:テスタナ", tags);
        Assert.Contains("place:架空郷", tags);
    }

    [Fact]
    public void A_column_makes_no_place_of_two_and_none_of_an_instrument_and_no_firm_of_its_works()
    {
        var tags = Tags("| 所在地 | 企業 | 金額 |\n|---|---|---|\n| 福岡県苅田町 | 架空化成第2工場 | 30 |\n| みなと創生プロジェクト | テスタナ | 25 |\n");

        Assert.Contains("place:Fukuoka Prefecture", tags);
        Assert.Contains("organisation:テスタナ", tags);
        Assert.DoesNotContain("place:福岡県苅田町", tags);
        Assert.DoesNotContain("place:みなと創生プロジェクト", tags);
        Assert.DoesNotContain("organisation:架空化成第2工場", tags);
    }

    [Fact]
    public void What_most_cells_are_known_to_be_the_others_are()
    {
        var tags = Tags("| Name | Sum | Note |\n|---|---|---|\n| Siemens | 4 | x |\n| Bosch | 5 | y |\n| Brakko | 6 | z |\n");

        Assert.Contains("organisation:Brakko", tags);
    }

    [Fact]
    public void A_heading_that_the_cells_contradict_says_nothing()
    {
        var tags = Tags("| Company town | Sum | Note |\n|---|---|---|\n| Leipzig | 4 | x |\n| Toulouse | 5 | y |\n| Osaka | 6 | z |\n");

        Assert.DoesNotContain(tags, tag => tag.StartsWith("organisation:", StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_and_sentences_are_no_names()
    {
        var tags = Tags("| Programme | Details | Year |\n|---|---|---|\n| Objectives of the measure | Firms get more money than before | 2001 |\n| Who may apply for it | Small firms in all regions | 2002 |\n");

        Assert.DoesNotContain(tags, tag => !tag.StartsWith("year:", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_column_shows_holds_in_the_text_below()
    {
        var tags = Tags("| Company | Cost | Year |\n|---|---|---|\n| Brakko | 12 | 2019 |\n| Ostrel | 14 | 2020 |\n\nNote that money for Brakko comes later.\n");

        Assert.Equal(2, tags.Count(tag => tag == "organisation:Brakko"));
    }

    [Theory]
    [InlineData("Amount (Rs crore)", "1570", "1998")]
    [InlineData("Workers", "1850", "2010")]
    [InlineData("Col. 3", "12,400", "1998", "310")]
    public void Numbers_that_measure_or_count_are_no_years(string heading, params string[] cells)
    {
        var rows = string.Concat(cells.Select(cell => $"| Brakko | 2011 | {cell} |\n"));
        var tags = Tags($"| Company | Start | {heading} |\n|---|---|---|\n{rows}");

        Assert.All(tags.Where(tag => tag.StartsWith("year:", StringComparison.Ordinal)), tag => Assert.Equal("year:2011", tag));
        Assert.Equal(cells.Length, tags.Count(tag => tag == "year:2011"));
    }

    private static List<string> Tags(string markdown)
    {
        var document = Some.Markdown(markdown);
        return Tagger.Tag(document).Select(mention => $"{mention.Type.ToString().ToLowerInvariant()}:{mention.Id}").ToList();
    }
}
