using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Places of the gazetteer, of the authority file and by form, and what only looks like one.</summary>
public sealed class PlaceTests
{
    private static readonly Tagger Tagger = new();

    [Theory]
    [InlineData("Its plants are in Zwickau and Jamshedpur.", "Zwickau@Zwickau|Jamshedpur@Jamshedpur")]
    [InlineData("工場は苫小牧市と宗像市にある。", "Tomakomai@苫小牧市|Munakata@宗像市")]
    [InlineData("Officials of Shimane Prefecture met in Matsue.", "Shimane Prefecture@Shimane Prefecture|Matsue@Matsue")]
    [InlineData("対象は岩手、宮城、秋田の3県である。", "Iwate Prefecture@岩手|Miyagi Prefecture@宮城|Akita Prefecture@秋田")]
    [InlineData("秋田から出た。", "Akita@秋田")]
    [InlineData("日本国内に本社を置く。", "Japan@日本")]
    [InlineData("Firms settled in Northern Italy and Greater Lyon.", "Northern Italy@Northern Italy|Greater Lyon@Greater Lyon")]
    public void A_place_is_found_by_its_name(string text, string expected) => Assert.Equal(expected, Places(text));

    [Theory]
    [InlineData("富山、福井両県が出資した。", "Toyama Prefecture@富山|Fukui Prefecture@福井")]
    [InlineData("石川・大分・佐賀の3県", "Ishikawa Prefecture@石川|Oita Prefecture@大分|Saga Prefecture@佐賀")]
    [InlineData("Firms of Nagano, Saga and Oita prefectures joined.", "Nagano Prefecture@Nagano|Saga Prefecture@Saga|Oita Prefecture@Oita")]
    [InlineData("Firms of Nagano and Saga joined.", "Nagano@Nagano|Saga@Saga")]
    public void A_prefecture_is_told_from_its_capital_by_the_word_behind(string text, string expected) => Assert.Equal(expected, Places(text));

    [Fact]
    public void A_prefecture_stands_in_a_column_of_prefectures()
    {
        const string text = "県\n石川";
        var head = new Block(BlockKind.TableCell, new TextSpan(0, 1)) { Table = 0, Row = 0, Column = 0 };
        var cell = new Block(BlockKind.TableCell, new TextSpan(2, 4)) { Table = 0, Row = 1, Column = 0, ColumnHeading = head.Span };
        var document = PlainDocuments.OfOneBlock(text) with { Blocks = [head, cell] };
        Assert.Equal(["Ishikawa Prefecture"], Tagger.Tag(document).Select(mention => mention.Id));
    }

    [Theory]
    [InlineData("Britain is rich, England less so, and the North East poor.", "United Kingdom@Britain|England@England|North East England@North East")]
    [InlineData("In Japan and in Tokyo; firms of the North East are few.", "Japan@Japan|Tokyo@Tokyo")]
    public void A_region_named_by_its_direction_is_that_of_the_main_country(string text, string expected) => Assert.Equal(expected, Places(text));

    [Theory]
    [InlineData("The works near Vexhaven were closed.", "Vexhaven@Vexhaven")]
    [InlineData("Plants stand at Vexhaven, Drumlow and Oxcombe.", "Vexhaven@Vexhaven|Drumlow@Drumlow|Oxcombe@Oxcombe")]
    [InlineData("It lies between Vexhaven County and the Isle of Drumlow.", "Vexhaven County@Vexhaven County|Isle of Drumlow@Isle of Drumlow")]
    [InlineData("The Science Park and the District were named.", "")]
    [InlineData("He moved from Drumlow, Scotland to London.", "Drumlow@Drumlow|Scotland@Scotland|London@London")]
    public void An_unknown_place_is_found_by_what_stands_before_it(string text, string expected) => Assert.Equal(expected, Places(text));

    [Theory]
    [InlineData("Shops in Vexhaven closed. The mayor of Vexhaven and those who know Vexhaven were angry.", "Vexhaven@Vexhaven|Vexhaven@Vexhaven|Vexhaven@Vexhaven")]
    [InlineData("The office moved to Vexhaven in spring.", "Vexhaven@Vexhaven")]
    [InlineData("Kranz opened plants in Leipzig, Brakko chose Osaka.", "Leipzig@Leipzig|Osaka@Osaka")]
    public void What_one_spot_shows_to_be_a_place_is_one_at_the_others(string text, string expected) => Assert.Equal(expected, Places(text));

    [Theory]
    [InlineData("The council met in Bath.", "Bath@Bath")]
    [InlineData("Bath taps are made of brass.", "")]
    [InlineData("Gains were seen in Mobile Broadband.", "")]
    [InlineData("The towns are Derby, England and York.", "Derby@Derby|England@England|York@York")]
    [InlineData("本社は富山市・高岡に置いた。", "Toyama@富山市|Takaoka@高岡")]
    [InlineData("高岡は反対した。", "")]
    public void A_name_that_may_be_something_else_needs_a_place_beside_it(string text, string expected) => Assert.Equal(expected, Places(text));

    [Theory]
    [InlineData("The grant went to Ohio Brightworks and others.")]
    [InlineData("The agency chose Advance Wisconsin as its partner.")]
    [InlineData("A study by the TU Dresden was cited.")]
    public void A_place_inside_a_longer_name_is_none(string text) => Assert.Equal("", Places(text));

    [Fact]
    public void A_heading_in_capitals_keeps_its_places() =>
        Assert.Equal("Japan@Japan", Places("Key Players in Japan Cluster Policies", BlockKind.Heading));

    private static string Places(string text, BlockKind kind = BlockKind.Paragraph) => string.Join(
        '|', Tagger.Tag(PlainDocuments.OfOneBlock(text, kind)).Where(mention => mention.Type == MentionType.Place).Select(mention => $"{mention.Id}@{mention.Span.Of(text)}"));
}
