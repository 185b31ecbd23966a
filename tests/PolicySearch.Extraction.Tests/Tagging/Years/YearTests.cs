using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging.Years;

public sealed class YearTests
{
    private static readonly Tagger Tagger = new();

    [Theory]
    [InlineData("India's exports fell in 2019-20.", "2019-2020 fiscal @2019-20")]
    [InlineData("India's output grew between 2017-18 and 2021-22, and from 2014-2016.", "2017-2022 fiscal @between 2017-18 and 2021-22 | 2014-2016 calendar @from 2014-2016")]
    [InlineData("India's students left in the academic year 2019-20.", "2019-2020 calendar @2019-20")]
    [InlineData("Britain spent £20m in 2019/20. Rain fell in 2019/20.", "2019-2020 fiscal @2019/20 | 2019-2020 calendar @2019/20")]
    [InlineData("Norway spent 20m in 2019/20.", "2019-2020 calendar @2019/20")]
    public void A_split_year_is_fiscal_where_the_country_writes_its_fiscal_years_so(string text, string expected) => Assert.Equal(expected, YearText.Show(text));

    [Theory]
    [InlineData("It began in 2001.", "2001", 2001, 2001, YearBasis.Calendar)]
    [InlineData("since 2001", "2001", 2001, 2001, YearBasis.Calendar)]
    [InlineData("October 2013", "2013", 2013, 2013, YearBasis.Calendar)]
    [InlineData("Term(2001-2005)Launch", "2001-2005", 2001, 2005, YearBasis.Calendar)]
    [InlineData("2001–9", "2001–9", 2001, 2009, YearBasis.Calendar)]
    [InlineData("in 1997-98", "1997-98", 1997, 1998, YearBasis.Calendar)]
    [InlineData("in the count of 2009–2010.1 Since then", "2009–2010", 2009, 2010, YearBasis.Calendar)]
    [InlineData("in 1999-00", "1999-00", 1999, 2000, YearBasis.Calendar)]
    [InlineData("in 2001/02", "2001/02", 2001, 2002, YearBasis.Calendar)]
    [InlineData("2015/2016 season", "2015/2016", 2015, 2016, YearBasis.Calendar)]
    [InlineData("from 2001 to 2005", "from 2001 to 2005", 2001, 2005, YearBasis.Calendar)]
    [InlineData("pursued between 2001 and 2021.", "between 2001 and 2021", 2001, 2021, YearBasis.Calendar)]
    [InlineData("From 1995 through 2004 it", "From 1995 through 2004", 1995, 2004, YearBasis.Calendar)]
    [InlineData("from the late 1990s to the early 2000s", "from the late 1990s to the early 2000s", 1995, 2004, YearBasis.Decade)]
    [InlineData("the 1990s", "1990s", 1990, 1999, YearBasis.Decade)]
    [InlineData("the late 1990s", "late 1990s", 1995, 1999, YearBasis.Decade)]
    [InlineData("in the mid-1980s", "mid-1980s", 1984, 1986, YearBasis.Decade)]
    [InlineData("since the early 2000s", "early 2000s", 2000, 2004, YearBasis.Decade)]
    [InlineData("fiscal 2009", "fiscal 2009", 2009, 2009, YearBasis.Fiscal)]
    [InlineData("in fiscal year 2018", "fiscal year 2018", 2018, 2018, YearBasis.Fiscal)]
    [InlineData("FY2016 budget", "FY2016", 2016, 2016, YearBasis.Fiscal)]
    [InlineData("FY 2021-22 to FY 2025-26", "FY 2021-22 to FY 2025-26", 2021, 2026, YearBasis.Fiscal)]
    [InlineData("FY2006–FY2010", "FY2006–FY2010", 2006, 2010, YearBasis.Fiscal)]
    [InlineData("in FY16", "FY16", 2016, 2016, YearBasis.Fiscal)]
    [InlineData("平成30年度「事業」", "平成30年度", 2018, 2018, YearBasis.Fiscal)]
    [InlineData("2013年度予算", "2013年度", 2013, 2013, YearBasis.Fiscal)]
    [InlineData("令和元年に", "令和元年", 2019, 2019, YearBasis.Era)]
    [InlineData("昭和62年", "昭和62年", 1987, 1987, YearBasis.Era)]
    [InlineData("平成三十年", "平成三十年", 2018, 2018, YearBasis.Era)]
    [InlineData("平成２０～２４年度", "平成２０～２４年度", 2008, 2012, YearBasis.Fiscal)]
    [InlineData("in Heisei 13", "Heisei 13", 2001, 2001, YearBasis.Era)]
    [InlineData("Reiwa gannendo", "Reiwa gannendo", 2019, 2019, YearBasis.Fiscal)]
    [InlineData("民國110年", "民國110年", 2021, 2021, YearBasis.Era)]
    [InlineData("２００１年", "２００１年", 2001, 2001, YearBasis.Calendar)]
    [InlineData("2001年から2005年まで", "2001年から2005年", 2001, 2005, YearBasis.Calendar)]
    [InlineData("1990年代後半", "1990年代後半", 1995, 1999, YearBasis.Decade)]
    [InlineData("on 2020-07-20", "2020", 2020, 2020, YearBasis.Calendar)]
    [InlineData("2015/04/17", "2015", 2015, 2015, YearBasis.Calendar)]
    [InlineData("2020年7月20日", "2020年", 2020, 2020, YearBasis.Calendar)]
    [InlineData("at least 2011)", "2011", 2011, 2011, YearBasis.Calendar)]
    [InlineData("at 2.1 % in 2011", "2011", 2011, 2011, YearBasis.Calendar)]
    public void A_year_expression_gives_one_mention(string text, string expected, int from, int to, YearBasis basis)
    {
        var mention = Assert.Single(Years(text));
        Assert.Equal(expected, mention.Span.Of(text).ToString());
        Assert.Equal((from, to, basis), (mention.Years!.From, mention.Years.To, mention.Years.Basis));
        Assert.Equal(from == to ? $"{from}" : $"{from}-{to}", mention.Id);
    }

    [Theory]
    [InlineData("2,000 firms")]
    [InlineData("some 2000 companies")]
    [InlineData("1,309 companies")]
    [InlineData("ISO 2001")]
    [InlineData("room 1998")]
    [InlineData("2010 m2")]
    [InlineData("pp. 2072-5")]
    [InlineData("no. 2010")]
    [InlineData("R-2021-097E")]
    [InlineData("https://example.org/2015/04/17/2016.pdf")]
    [InlineData("www.example.jp/report/2019FY/000352.pdf")]
    [InlineData("https://example.org/report/\n2016/vision2010.pdf")]
    [InlineData("doi:10.1093/2016/scp")]
    [InlineData("Directive 2014/24/EU")]
    [InlineData("COM(2016)")]
    [InlineData("$2015")]
    [InlineData("2015%")]
    [InlineData("12015")]
    [InlineData("2000社")]
    [InlineData("1990 Massachusetts Avenue")]
    [InlineData("9000")]
    [InlineData("電話：03-3501-1626")]
    [InlineData("tel. 045-671-2001")]
    public void A_number_that_is_no_year_gives_none(string text) => Assert.Empty(Years(text));

    [Theory]
    [InlineData("goals by 2020", YearRole.Target)]
    [InlineData("by the year 2050", YearRole.Target)]
    [InlineData("2030年までに", YearRole.Target)]
    [InlineData("(Accessed: July 20, 2020)", YearRole.Accessed)]
    [InlineData("（2020年7月20日閲覧）", YearRole.Accessed)]
    [InlineData("Published: 3 May 2019", YearRole.Published)]
    [InlineData("June 27, 2022", YearRole.Published)]
    [InlineData("By Jane Harlow · 5 November 2019 · 6 min read", YearRole.Published)]
    [InlineData("The law of 1995 was amended", YearRole.Mentioned)]
    public void A_year_has_the_role_that_the_text_shows(string text, YearRole role) =>
        Assert.Equal(role, Assert.Single(Years(text)).Years!.Role);

    [Fact]
    public void Two_years_with_other_words_between_are_two()
    {
        const string Text = "between 2001 (under Koizumi) and 2021";
        Assert.Equal(["2001", "2021"], Years(Text).Select(mention => mention.Id));
    }

    [Fact]
    public void A_year_in_a_reference_is_its_publication_and_the_one_after_accessed_is_not()
    {
        const string Text = "Taguchi, Y. (2005). Clusters. Available at: www.example.org (Accessed: July 8, 2020).";
        var years = Tagger.Tag(PlainDocuments.OfOneBlock(Text, BlockKind.Reference)).Where(mention => mention.Years is not null);
        Assert.Equal([(2005, YearRole.Published), (2020, YearRole.Accessed)], years.Select(mention => (mention.Years!.From, mention.Years.Role)));
    }

    private static List<Mention> Years(string text) =>
        Tagger.Tag(PlainDocuments.OfOneBlock(text)).Where(mention => mention.Type == MentionType.Year).ToList();
}
