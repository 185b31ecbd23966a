using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Names, one sentence at a time: what the finders make of it, as "type:id@text".</summary>
public sealed class NameTests
{
    private static readonly Tagger Tagger = new();

    [Theory]
    [InlineData("the Ministry of Economy, Trade, and Industry (METI)", "ministry:METI@Ministry of Economy, Trade, and Industry|ministry:METI@METI")]
    [InlineData("METI’s plan", "ministry:METI@METI")]
    [InlineData("経済産業省が", "ministry:METI@経済産業省")]
    [InlineData("Ministry of Economy,\nTrade and Industry", "ministry:METI@Ministry of Economy,\nTrade and Industry")]
    [InlineData("the Japanese Ministry of Economy Trade & Industry", "ministry:METI@Ministry of Economy Trade & Industry")]
    [InlineData("the Tokyo Foundation", "organisation:Tokyo Foundation for Policy Research@Tokyo Foundation")]
    [InlineData("Japanese firms", "")]
    [InlineData("over US $1 trillion and US$5 and 3 US dollars", "")]
    [InlineData("the US, China and Korea", "place:United States@US|place:China@China|place:South Korea@Korea")]
    [InlineData("日本企業は日本に", "place:Japan@日本")]
    [InlineData("東京都と京都府", "place:Tokyo@東京都|place:Kyoto Prefecture@京都府")]
    public void Known_names_are_found_in_all_their_forms(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("the Federal Ministry of Transport and Housing in Vienna", "ministry:Federal Ministry of Transport and Housing@Federal Ministry of Transport and Housing|place:Vienna@Vienna")]
    [InlineData("the Kobe Institute for Marine Research", "organisation:Kobe Institute for Marine Research@Kobe Institute for Marine Research")]
    [InlineData("the Council", "")]
    [InlineData("The Agency and the Foundation said", "")]
    [InlineData("the Saxon Coal Exit Agency was", "agency:Saxon Coal Exit Agency@Saxon Coal Exit Agency")]
    [InlineData("the University of Narvik", "organisation:University of Narvik@University of Narvik")]
    [InlineData("the Trump administration", "person:Donald Trump@Trump")]
    public void Bodies_are_found_by_form(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("the Coastal Wind Strategy 2031", "programme:Coastal Wind Strategy 2031@Coastal Wind Strategy 2031|year:2031@2031")]
    [InlineData("the Act on the Promotion of Quiet Rivers", "programme:Act on the Promotion of Quiet Rivers@Act on the Promotion of Quiet Rivers")]
    [InlineData("the new Silver Garden City initiative", "programme:Silver Garden City initiative@Silver Garden City initiative")]
    [InlineData("the growth strategy and Growth Strategies", "")]
    [InlineData("the Fourth Science and Technology Basic Plan", "programme:Fourth Science and Technology Basic Plan@Fourth Science and Technology Basic Plan")]
    [InlineData("「地域中核企業創出・支援事業」を", "programme:地域中核企業創出・支援事業@地域中核企業創出・支援事業")]
    [InlineData("第6期科学技術・イノベーション基本計画", "programme:Sixth Science, Technology and Innovation Basic Plan@第6期科学技術・イノベーション基本計画")]
    public void Programmes_are_found_by_form(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("Prime Minister Jun’ichiro Koizumi said. Koizumi went.", "person:Junichiro Koizumi@Jun’ichiro Koizumi|person:Junichiro Koizumi@Koizumi")]
    [InlineData("Takeo Hoshi and Tetsuji Okazaki, “A Study”", "person:Takeo Hoshi@Takeo Hoshi|person:Tetsuji Okazaki@Tetsuji Okazaki")]
    [InlineData("Okubo, T. and Okazaki, T. (2015)", "person:Okubo, T.@Okubo, T.|person:Okazaki, T.@Okazaki, T.|year:2015@2015")]
    [InlineData("Minister Anna Lindqvist-Berg and, later, Lindqvist-Berg", "person:Anna Lindqvist-Berg@Anna Lindqvist-Berg|person:Anna Lindqvist-Berg@Lindqvist-Berg")]
    [InlineData("the Koizumi cabinet", "person:Junichiro Koizumi@Koizumi")]
    [InlineData("岸田首相は", "person:Fumio Kishida@岸田")]
    [InlineData("田中一郎教授が", "person:田中一郎@田中一郎")]
    public void Persons_are_found_by_form(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("the minister Han Seo-jun spoke. Later Han left.", "person:Han Seo-jun@Han Seo-jun|person:Han Seo-jun@Han")]
    [InlineData("a plan of Kuo Ming-teh for harbours", "person:Kuo Ming-teh@Kuo Ming-teh")]
    [InlineData("Zuleika Ombati, former director general of ports", "person:Zuleika Ombati@Zuleika Ombati")]
    [InlineData("Moderator: Anjali Verne\nANJALI VERNE: Welcome..", "person:Anjali Verne@Anjali Verne|person:Anjali Verne@ANJALI VERNE")]
    [InlineData("Theresa May spoke in May 2018 and on 4 May. May left.", "person:Theresa May@Theresa May|year:2018@2018|person:Theresa May@May")]
    [InlineData("第3次岸田内閣は", "person:Fumio Kishida@岸田")]
    [InlineData("田中一郎経済産業大臣が", "person:田中一郎@田中一郎")]
    public void Persons_are_found_in_the_forms_of_other_languages_and_transcripts(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("the Agence nationale des ports et du littoral (ANPL) said", "agency:Agence nationale des ports et du littoral@Agence nationale des ports et du littoral|agency:Agence nationale des ports et du littoral@ANPL")]
    [InlineData("the Fonds régional d’aménagement, which", "programme:Fonds régional d’aménagement@Fonds régional d’aménagement")]
    [InlineData("the Observatoire des métiers of the region", "organisation:Observatoire des métiers@Observatoire des métiers")]
    [InlineData("Plan de soutien et la loi de finances", "programme:Plan de soutien@Plan de soutien")]
    [InlineData("the Commission is national in scope; the Plan is central", "")]
    public void French_names_are_found_though_only_their_first_word_has_a_capital(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("run by the Internal Reve-\nnue Service", "agency:IRS@Internal Reve-\nnue Service")]
    [InlineData("the Ministry of Eco-\nnomy, Trade and Industry", "ministry:METI@Ministry of Eco-\nnomy, Trade and Industry")]
    [InlineData("国立研究開発法人新エネルギー・産業技術総合開発機構は", "agency:NEDO@国立研究開発法人新エネルギー・産業技術総合開発機構")]
    public void Names_are_known_over_broken_lines_and_behind_their_legal_form(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("It replaced the Industrial Relocation Act of that year.", "programme:Industrial Relocation Act@Industrial Relocation Act")]
    [InlineData("It followed the National Technology Programme.", "programme:National Technology Programme@National Technology Programme")]
    [InlineData("the Coastal Growth Operational Programme 2014–2020 ran", "programme:Coastal Growth Operational Programme 2014–2020@Coastal Growth Operational Programme 2014–2020|year:2014-2020@2014–2020")]
    [InlineData("担当府省", "")]
    public void Capitals_in_running_text_make_a_name_of_general_words(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("the Centre for Sea Trade Ideas (CSTI). CSTI is", "organisation:Centre for Sea Trade Ideas@Centre for Sea Trade Ideas|organisation:Centre for Sea Trade Ideas@CSTI|organisation:Centre for Sea Trade Ideas@CSTI")]
    [InlineData("small machines for early automation (SMEA) and SMEA", "")]
    [InlineData("「海洋産業創出計画」（以下「本計画」という。）である。本計画は", "programme:海洋産業創出計画@海洋産業創出計画|programme:海洋産業創出計画@本計画|programme:海洋産業創出計画@本計画")]
    [InlineData("the Northern Ports Renewal Support Programme (北港再生支援事業). The northern ports renewal support programme", "programme:Northern Ports Renewal Support Programme@Northern Ports Renewal Support Programme|programme:Northern Ports Renewal Support Programme@北港再生支援事業|programme:Northern Ports Renewal Support Programme@northern ports renewal support programme")]
    public void What_the_document_defines_holds_in_it(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("a laboratory at one-north with acatech", "place:one-north@one-north|organisation:acatech@acatech")]
    [InlineData("the index of ZEW, Mannheim", "organisation:ZEW@ZEW|place:Mannheim@Mannheim")]
    [InlineData("the Dairy Research Laboratory of the DRDO", "agency:Dairy Research Laboratory@Dairy Research Laboratory|agency:DRDO@DRDO")]
    [InlineData("the Coastal Trade Centre (FY2019) opened; FY2019 was good", "organisation:Coastal Trade Centre@Coastal Trade Centre|year:2019@FY2019|year:2019@FY2019")]
    [InlineData("the Smart Nation initiative and the Smart Nation Act", "programme:Smart Nation@Smart Nation initiative|programme:Smart Nation Act@Smart Nation Act")]
    [InlineData("the Secretary of State for Business and Trade went", "")]
    public void A_name_ends_where_its_writing_says_so(string text, string expected) => Assert.Equal(expected, Show(text));

    [Fact]
    public void A_shared_name_is_that_of_the_country_the_text_speaks_of()
    {
        Assert.Contains("ministry:Ministry of Finance (Korea)@Ministry of Finance", Show("In Korea and Seoul, the Ministry of Finance"), StringComparison.Ordinal);
        Assert.Contains("ministry:Ministry of Finance (Singapore)@Ministry of Finance", Show("Singapore's Ministry of Finance"), StringComparison.Ordinal);
        Assert.Contains("ministry:MOF@Ministry of Finance", Show("In Japan the Ministry of Finance"), StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_and_boilerplate_are_not_tagged()
    {
        var document = PlainDocuments.OfOneBlock("METI 2001") with { Blocks = [new Block(BlockKind.Boilerplate, new TextSpan(0, 4)), new Block(BlockKind.Contents, new TextSpan(5, 9))] };
        Assert.Empty(Tagger.Tag(document));
    }

    [Fact]
    public void A_name_does_not_go_on_in_the_next_block()
    {
        var mentions = Tagger.Tag(PlainDocuments.OfLines("Ministry of Economy,\nTrade and Industry"));
        Assert.DoesNotContain(mentions, mention => mention.Id == "METI");
    }

    private static string Show(string text) =>
        string.Join('|', Tagger.Tag(PlainDocuments.OfOneBlock(text)).Select(mention => $"{mention.Type.ToString().ToLowerInvariant()}:{mention.Id}@{mention.Span.Of(text)}"));
}
