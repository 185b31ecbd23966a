using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging.Years;

/// <summary>Numbers that look like years and are none.</summary>
public sealed class NoYearTests
{
    [Theory]
    [InlineData("2,000 firms and 2000 firms")]
    [InlineData("some 2000 new jobs")]
    [InlineData("ver. 2010 of the form has ID 2003")]
    [InlineData("2000 new jobs were made")]
    [InlineData("from 1500 to 2000 firms")]
    [InlineData("1500-2000 households")]
    [InlineData("2010 m2 of land")]
    [InlineData("it cost $2010 million, $ 2010 million or USD 2000")]
    [InlineData("Rs. 2000 crore")]
    [InlineData("2015 %")]
    [InlineData("1.2010 and 12,2010.5")]
    [InlineData("2000人、2000社、2000ページ、2010件、約2000の")]
    [InlineData("2000年間続いた、2000年前の")]
    public void Counts_and_measures(string text) => Assert.Equal("", YearText.Show(text));

    [Theory]
    [InlineData("ISO 9001:2015 and ISO/IEC 27001:2013")]
    [InlineData("ISO 2001")]
    [InlineData("room 1998")]
    [InlineData("Section 2021 and Article 1999")]
    [InlineData("pp. 1998-2003 and p. 2010")]
    [InlineData("Research Policy, 44(9), 1827–1843")]
    [InlineData("Research Policy, 44(9): 1998-2010")]
    [InlineData("Journal of Ports 12, 1632–1645")]
    [InlineData("pages 987–1998")]
    [InlineData("Working Paper 1998")]
    [InlineData("R-2021-097E and 2021-097E")]
    [InlineData("No. 1907/2006")]
    [InlineData("Directive 2014/24/EU")]
    [InlineData("COM(2016) 356")]
    [InlineData("ISSN 1881-1999")]
    [InlineData("第2010号、2001号室、2010番地")]
    [InlineData("ids 133-03-03-2020 and 2010-2015-86")]
    [InlineData("Windows 2000 and the Russell 2000")]
    [InlineData("the code 12015 and AB2015 and x_2015")]
    [InlineData("version 32-2015")]
    [InlineData("Background paper 4/2023 and URN 09/1998")]
    [InlineData("the call AB-TH-2023-2007")]
    [InlineData("９階２０１６会議室")]
    [InlineData("Port University 77 90 118 2012")]
    [InlineData("Research Memorandum 2025-3")]
    public void Numbers_of_things(string text) => Assert.Equal("", YearText.Show(text));

    [Theory]
    [InlineData("Tel: +81 3 3501 1626")]
    [InlineData("Tel. 03 3501 1626")]
    [InlineData("(02) 2311-1531")]
    [InlineData("+44 20 7215 2000")]
    [InlineData("Tel.: (65) 6225 1999")]
    [InlineData("電話：03-3501-1626、内線2001")]
    [InlineData("〒100-2010 東京都")]
    [InlineData("1990 Massachusetts Avenue")]
    [InlineData("Sydney NSW 2000")]
    [InlineData("DK-2100 Copenhagen")]
    [InlineData("https://example.org/2015/04/17/2016.pdf and www.example.jp/2019FY")]
    [InlineData("doi:10.1093/2016/scp and 10.1016/j.respol.2015.01.004")]
    [InlineData("info2015@example.org")]
    public void Addresses_and_telephones(string text) => Assert.Equal("", YearText.Show(text));

    [Theory]
    [InlineData("the 20th century and 21世紀")]
    [InlineData("the 1800s")]
    [InlineData("in her late nineties")]
    [InlineData("a 90s pause")]
    [InlineData("H2 and R2 in 水素")]
    [InlineData("the H30 route")]
    [InlineData("昭和通り、平成3丁目")]
    [InlineData("20 years and 10年後")]
    public void Lengths_of_time_ages_and_names(string text) => Assert.Equal("", YearText.Show(text));

    [Fact]
    public void A_cell_in_a_column_headed_by_a_year_is_a_figure()
    {
        const string Text = "Port\t2005\tfounded\nNorth\t1998\t1999";
        var cells = new[] { (5, 9, (TextSpan?)null), (24, 28, new TextSpan(5, 9)), (29, 33, new TextSpan(10, 17)) };
        var document = new Document
        {
            MediaType = "text/plain",
            Text = Text,
            Blocks = [.. cells.Select(cell => new Block(BlockKind.TableCell, new TextSpan(cell.Item1, cell.Item2)) { ColumnHeading = cell.Item3 })],
        };
        Assert.Equal(["2005", "1999"], new Tagger().Tag(document).Select(mention => mention.Id));
    }

    [Fact]
    public void Pages_behind_a_volume_in_a_reference() => Assert.Equal(
        ["2007"],
        YearText.Read("Harlow, J. (2007). Ports and growth. World of Ports 35, 1976–1990.", BlockKind.Reference).Select(mention => mention.Id));
}
