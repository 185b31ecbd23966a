using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tests.Extractors;

public class PlainTextStructureTests
{
    [Theory]
    [InlineData("Jane Roe")]
    [InlineData("J. Roe, K. Doe*")]
    [InlineData("Jane Roe\nInstitute of Ports, Kiel")]
    public void What_stands_between_the_title_and_the_abstract_is_no_heading(string authors)
    {
        var document = Some.Text($"Ports in decline\n\n{authors}\n\nAbstract\n\nThis paper asks why ports decline, and finds that trade left them for others.\n\n1 Introduction\n\nTrade left the ports in 1998.\n");

        Assert.Equal(["Abstract", "1 Introduction"], Some.Of(document, BlockKind.Heading));
    }

    [Fact]
    public void A_line_that_holds_a_whole_sentence_is_no_heading()
    {
        var document = Some.Text("産業政策の変遷\n\n計画は改められた。柱は三つある\n\n背景\n\n平成13年に始まった。予算は増えた。\n");

        Assert.Equal(["背景"], Some.Of(document, BlockKind.Heading));
        Assert.Equal("産業政策の変遷", document.Title);
    }

    [Fact]
    public void A_long_line_that_ends_in_a_comma_goes_on_in_the_next()
    {
        var document = Some.Text("Dredging the harbour\n\nThe plan of the Ministry of Harbours, Dredging,\nTrade and Lighthouses had failed.\n\nHarbour Board,\nKiel\n");

        Assert.Contains("The plan of the Ministry of Harbours, Dredging,\nTrade and Lighthouses had failed.", document.Blocks.Select(block => block.Span.Of(document.Text).ToString()));
    }

    [Fact]
    public void A_japanese_page_loses_its_menu_and_keeps_its_headings()
    {
        var document = Some.Text(
            """
            本文へスキップ
            ホーム
            政策について
            統計
            お問い合わせ

            ホーム > 政策一覧 > 産業

            産業政策について

            令和４年６月27日

            １．計画の概要

            経済産業省は、2001年度から「産業計画」を推進している。

            ２．これまでの経緯

            （１）立ち上げ期
            平成13年度から平成17年度までを立ち上げ期とした。

            主な施策は次のとおりである。
            ・ネットワーク形成の支援
            ・研究開発の支援

            参考文献
            ・経済産業省（2005）『中間報告』

            関連リンク
            ・産業構造審議会
            ページの先頭へ
            """);
        Assert.Equal("産業政策について", document.Title);
        Assert.Equal("2022-06-27", document.Published);
        Assert.Equal("ja", document.Language);
        Assert.Equal(["１．計画の概要", "２．これまでの経緯", "（１）立ち上げ期", "参考文献"], Some.Of(document, BlockKind.Heading));
        Assert.Equal(["・ネットワーク形成の支援", "・研究開発の支援"], Some.Of(document, BlockKind.ListItem));
        Assert.Equal(["・経済産業省（2005）『中間報告』"], Some.Of(document, BlockKind.Reference));
        Assert.Equal(9, Some.Of(document, BlockKind.Boilerplate).Length);
    }

    [Fact]
    public void What_stands_above_a_crumb_trail_is_not_the_title()
    {
        var document = Some.Text(
            """
            Skip to main content
            Home | About | News
            Search

            Institute for Harbour Studies
            About us
            Notice
            Home > Policy > Ports

            A new strategy for ports

            Posted on March 14, 2022   |   By Jane Harlow   |   Views 1,284

            The government presented a strategy for ports on Monday. It is to be carried out over ten years by the port authorities.
            """);
        Assert.Equal("A new strategy for ports", document.Title);
        Assert.Equal("2022-03-14", document.Published);
    }

    [Fact]
    public void A_transcript_has_the_title_under_its_sort_and_no_headings_for_its_noises()
    {
        var document = Some.Text(
            """
            TRANSCRIPT

            Ports and their future
            Panel discussion, Lisbon
            12 November 2024

            MODERATOR: Good evening, everybody. We speak about ports and about what they will need in the years to come.

            (Applause)

            FIRST SPEAKER: Thank you. Ports need deeper water, better rail links and a government that knows what it wants of them.
            """);
        Assert.Equal("Ports and their future", document.Title);
        Assert.Equal("2024-11-12", document.Published);
        Assert.DoesNotContain("(Applause)", Some.Of(document, BlockKind.Heading));
        Assert.DoesNotContain("TRANSCRIPT", Some.Of(document, BlockKind.Heading));
    }

    [Fact]
    public void A_japanese_table_set_with_wide_blanks_has_cells_a_caption_and_parts_below_sections()
    {
        var document = Some.Text(
            """
            第1章　港湾政策

            第1節　これまでの経緯

            （1）立ち上げ期

            港湾の整備は、平成13年度に始まった。その後、各地で事業が行われた。

            第1-1-3表　主な事業

            事業名　　　　　　　実施主体　　　期間
            港湾整備事業　　　　国土交通省　　2001～2020年
            航路改良事業　　　　国土交通省　　2005～2010年
            """);
        Assert.Equal(["第1-1-3表　主な事業"], Some.Of(document, BlockKind.Caption));
        Assert.Equal(9, Some.Of(document, BlockKind.TableCell).Length);
        Assert.Equal(3, Assert.Single(document.Blocks, block => block.Kind == BlockKind.Heading && block.Span.Of(document.Text)[0] == '（').Level);
    }

    [Fact]
    public void Printed_pages_lose_running_heads_and_page_numbers_and_joined_lines_are_one_paragraph()
    {
        var document = Some.Text(
            """
                           Review of Policy 2019

            1 Introduction

            Policy is co-ordinated by the National Research Foundation, which
            was set up in 2006 under the Prime Minister's Office. The plan of
            2016 commits funds to research.
            The Agency for Science carries out research of its own in several
            institutes.1

            1 See the annual report of 2018.

                                   1
            """ + "\f" + """
            Review of Policy 2019

            2 Agencies

            Agency          Budget 2018     Budget 2019
            A*STAR          1.2             1.3
            NRF             0.9             1.0

                                   2
            """ + "\f" + """
            Review of Policy 2019

            The end of the review comes here and says that it is the end.
            """);
        Assert.Equal("Review of Policy 2019", document.Title);
        Assert.Equal(["1", "Review of Policy 2019", "2", "Review of Policy 2019"], Some.Of(document, BlockKind.Boilerplate));
        Assert.Equal(["1 Introduction", "2 Agencies"], Some.Of(document, BlockKind.Heading));
        Assert.Equal(3, Some.Of(document, BlockKind.Paragraph).Length);
        Assert.Equal(["1 See the annual report of 2018."], Some.Of(document, BlockKind.Footnote));
        var cell = document.Blocks.Single(block => block.Span.Of(document.Text) is "1.3");
        Assert.Equal("A*STAR", cell.RowHeading?.Of(document.Text).ToString());
        Assert.Equal("Budget 2019", cell.ColumnHeading?.Of(document.Text).ToString());
        Assert.Equal(2, cell.Page);
    }

    [Fact]
    public void Speakers_and_years_begin_blocks_of_their_own()
    {
        var document = Some.Text(
            """
            Select Committee on Industrial Strategy

            Q1 Chair: Good morning. Could you tell us what has been done since 2017?
            Greg Clark: Thank you, Chair. The White Paper was published in 2017.
            Q2 Chair: And the sector deals that the White Paper of 2017 promised?
            Greg Clark: There have been ten of them so far, and more will come.
            1998: The Ministry of Commerce, Industry and Energy is created there.
            2008: The Ministry of Knowledge Economy replaces it for five years.
            """);
        Assert.Equal((4, 2), (Some.Of(document, BlockKind.Paragraph).Length, Some.Of(document, BlockKind.ListItem).Length));
    }

    [Fact]
    public void Tables_with_bars_are_tables_in_plain_text_too()
    {
        var document = Some.Text("Some text about programmes stands here.\n\n| Programme | Ministry | Year |\n|---|---|---|\n| go-cluster | BMWi | 2012 |\n");
        var cell = document.Blocks.Single(block => block.Span.Of(document.Text) is "2012");
        Assert.Equal((1, 2), (cell.Row, cell.Column));
        Assert.Equal("Year", cell.ColumnHeading?.Of(document.Text).ToString());
    }

    [Fact]
    public void Dot_leaders_make_contents_even_without_a_heading()
    {
        var document = Some.Text("Introduction ............ 3\nPolicies ............... 12\n\nThe text begins here and goes on for some words.\n");
        Assert.Equal(2, Some.Of(document, BlockKind.Contents).Length);
    }

    [Fact]
    public void Captions_and_sources_are_told_from_sentences_about_figures()
    {
        var document = Some.Text("Budgets of the ministry\n\nFigure 1: Budgets by year\n\nFigure 1 shows that budgets rose every year since 2001.\n\nSource: Ministry of Finance, 2019.\n");
        Assert.Equal(
            ["Caption: Figure 1: Budgets by year", "Paragraph: Figure 1 shows that budgets rose every year since 2001.", "Footnote: Source: Ministry of Finance, 2019."],
            Some.Lines(document)[1..]);
    }

    [Fact]
    public void Many_short_lines_in_a_row_are_no_headings()
    {
        var document = Some.Text("Members of the council\n\nAlpha Corporation\n\nBeta Corporation\n\nGamma Corporation\n\nDelta Corporation\n\nEpsilon Corporation\n\nThey met in 2001 for the first time.\n");
        Assert.True(Some.Of(document, BlockKind.Heading).Length <= 1);
    }

    [Fact]
    public void Marked_headings_leave_their_marks_out()
    {
        var document = Some.Text("# Strategy\n\nText of the strategy stands here.\n\n## Background\n\nMore text.\n");
        Assert.Equal(["Title: Strategy", "Paragraph: Text of the strategy stands here.", "Heading: Background", "Paragraph: More text."], Some.Lines(document));
    }

    [Fact]
    public void A_roman_page_number_is_boilerplate_and_a_roman_numeral_in_capitals_is_not()
    {
        var document = Some.Text("A review of ports\n\nPorts need deeper water and better rail links than they have had.\n\n                  iv\n\nThey also need people who know what to do with them in bad years.\n");
        Assert.Equal(["iv"], Some.Of(document, BlockKind.Boilerplate));
    }
}
