using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Names of the authority file in Korean and Chinese text, and names with their country before them in Japanese text.</summary>
public sealed class EastAsianNameTests
{
    [Theory]
    [InlineData("산업통상자원부는 과학기술정보통신부와 협력한다", "ministry:MOTIE@산업통상자원부|ministry:MSIT@과학기술정보통신부")]
    [InlineData("산업통상자원부에서는 교육부장관이라고", "ministry:MOTIE@산업통상자원부|ministry:Ministry of Education (Korea)@교육부")]
    [InlineData("기획 재정부, 특허청.", "ministry:MOEF@기획 재정부|agency:KIPO@특허청")]
    [InlineData("KIAT와 KDI의", "agency:KIAT@KIAT|agency:KDI@KDI")]
    [InlineData("한국은행이 한국과 미국을", "agency:Bank of Korea@한국은행|place:South Korea@한국|place:United States@미국")]
    [InlineData("교육부문 투자와 미국산 제품, 신산업통상자원부", "")]
    [InlineData("2019년 12월, 2020년도 예산, 2021~2025년, 2021년부터 2025년까지, 1990년대", "year:2019@2019년|year:2020@2020년도|year:2021-2025@2021~2025년|year:2021-2025@2021년부터 2025년|year:1990-1999@1990년대")]
    public void Korean_names_begin_with_a_word_and_end_before_particles(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("国家发展和改革委员会与工业和信息化部、科技部联合发布。教育部和财政部参与。", "ministry:NDRC@国家发展和改革委员会|ministry:MIIT@工业和信息化部|ministry:MOST@科技部|ministry:Ministry of Education (China)@教育部|ministry:Ministry of Finance (China)@财政部")]
    [InlineData("經濟部與國家發展委員會，教育部參加會議。", "ministry:MOEA@經濟部|agency:NDC@國家發展委員會|ministry:Ministry of Education (Taiwan)@教育部")]
    [InlineData("2021年至2025年期间，国务院发布规划。", "year:2021-2025@2021年至2025年|ministry:State Council@国务院")]
    public void Chinese_names_are_found_in_either_script_and_the_script_tells_the_country(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("台湾では経済部が所管する", "place:Taiwan@台湾|ministry:MOEA@経済部")]
    [InlineData("台湾経済部の発表", "ministry:MOEA@台湾経済部")]
    [InlineData("経済部の記者が取材した", "")]
    [InlineData("台湾の話題で港都日報経済部は", "place:Taiwan@台湾")]
    public void A_department_in_Japanese_text_is_no_ministry_of_another_country(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("米商務省は", "ministry:Department of Commerce@米商務省")]
    [InlineData("米国商務省、アメリカ商務省は", "ministry:Department of Commerce@米国商務省|ministry:Department of Commerce@アメリカ商務省")]
    [InlineData("ドイツ連邦教育研究省と韓国産業通商資源部が", "ministry:BMBF@ドイツ連邦教育研究省|ministry:MOTIE@韓国産業通商資源部")]
    [InlineData("米財務省と財務省が", "ministry:Department of the Treasury@米財務省|ministry:MOF@財務省")]
    [InlineData("フランスの財務省は", "place:France@フランス")]
    [InlineData("日米経済産業省会合", "ministry:METI@経済産業省")]
    [InlineData("英国研究・イノベーション機構の", "agency:UKRI@英国研究・イノベーション機構")]
    public void A_country_before_the_name_of_its_body_belongs_to_the_name(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Fact]
    public void Every_Han_letter_folds_to_itself_or_to_a_form_that_does()
    {
        for (var unit = '\u4E00'; unit <= '\u9FFF'; unit++)
        {
            Assert.Equal(HanVariants.Fold(unit), HanVariants.Fold(HanVariants.Fold(unit)));
        }

        Assert.Equal("経済発展", string.Concat("經濟發展".Select(HanVariants.Fold)));
        Assert.Equal("経済発展", string.Concat("经济发展".Select(HanVariants.Fold)));
    }

    [Theory]
    [InlineData("座長 山本一郎 齋藤健一 東京大学教授 委員 田中花子")]
    [InlineData("The Ministry (經濟部) said")]
    [InlineData("")]
    public void Lists_of_Japanese_names_and_English_text_are_not_Chinese(string text) => Assert.Null(HanVariants.ScriptOf(text));
}
