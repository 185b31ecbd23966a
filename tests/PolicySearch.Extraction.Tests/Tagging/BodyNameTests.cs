
namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Bodies and instruments that no list knows, by the form of their names and by the words around them.</summary>
public sealed class BodyNameTests
{
    [Theory]
    [InlineData("money for the Piers and Moorings Agency was", "agency:Piers and Moorings Agency@Piers and Moorings Agency")]
    [InlineData("said the House of Lords Harbour Committee in", "agency:House of Lords Harbour Committee@House of Lords Harbour Committee")]
    [InlineData("a grant of the Bureau of Tides of the Ministry of Sea Trade", "agency:Bureau of Tides@Bureau of Tides|ministry:Ministry of Sea Trade@Ministry of Sea Trade")]
    [InlineData("the Ministry of Water Transport and the Ministry of Sea Fisheries", "ministry:Ministry of Water Transport@Ministry of Water Transport|ministry:Ministry of Sea Fisheries@Ministry of Sea Fisheries")]
    [InlineData("the Institute of Wave Power and the Norvale Rope Centre", "organisation:Institute of Wave Power@Institute of Wave Power|organisation:Norvale Rope Centre@Norvale Rope Centre")]
    [InlineData("the Centre for Coastal and Molecular Studies said", "organisation:Centre for Coastal and Molecular Studies@Centre for Coastal and Molecular Studies")]
    [InlineData("the Institute for Studies in Rural Development", "organisation:Institute for Studies in Rural Development@Institute for Studies in Rural Development")]
    [InlineData("the Directorate-General for Sea Ports is", "agency:Directorate-General for Sea Ports@Directorate-General for Sea Ports")]
    [InlineData("bought by Quellmar Trading Co., Ltd. in", "organisation:Quellmar Trading Co., Ltd@Quellmar Trading Co., Ltd")]
    [InlineData("taught at the University of Norvale at Eastholm until", "organisation:University of Norvale at Eastholm@University of Norvale at Eastholm")]
    public void A_bodys_name_reaches_as_far_as_its_form_says(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("The Secretary of State for Ropes, Knots and Industrial Strategy met the Minister of State for Sea Trade.", "")]
    [InlineData("The Parliamentary Under-Secretary of State for Harbours and the Under Secretary of Commerce for Industry and Security met.", "")]
    [InlineData("The Commissioner for Internal Market and the Assistant Secretary for Export Administration met.", "")]
    [InlineData("The Minister for Seafaring Josephine Tarn spoke.", "person:Josephine Tarn@Josephine Tarn")]
    [InlineData("The Secretary of the Ministry of Sea Trade spoke.", "ministry:Ministry of Sea Trade@Ministry of Sea Trade")]
    [InlineData("The Plan for Minister Ottenby was late.", "")]
    public void An_offices_portfolio_is_no_body(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("said the Harbour Committee of the House of Commons in", "agency:Harbour Committee@Harbour Committee|agency:House of Commons@House of Commons")]
    [InlineData("the Ministry of Sea Trade and the Digital India programme", "ministry:Ministry of Sea Trade@Ministry of Sea Trade|programme:Digital India@Digital India")]
    [InlineData("the Tidal Committee for Materials, Parts and Equipment met", "agency:Tidal Committee for Materials, Parts and Equipment@Tidal Committee for Materials, Parts and Equipment")]
    [InlineData("Saxony's Ministry of Sea Trade pays", "place:Saxony@Saxony|agency:Ministry of Sea Trade (Saxony)@Ministry of Sea Trade")]
    [InlineData("the Ministry of Sea Trade the Digital India programme", "ministry:Ministry of Sea Trade@Ministry of Sea Trade|programme:Digital India@Digital India")]
    [InlineData("the Institute of Ropes and Tokyo Medical and Dental University", "organisation:Institute of Ropes@Institute of Ropes|organisation:Tokyo Medical and Dental University@Tokyo Medical and Dental University")]
    [InlineData("under Title III and the Jones Act", "programme:Jones Act@Jones Act")]
    public void Another_body_ends_a_bodys_name(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("In Britain the Treasury paid, and a Treasury document said so.", "place:United Kingdom@Britain|ministry:HM Treasury@Treasury|ministry:HM Treasury@Treasury")]
    [InlineData("In the United States the Treasury paid.", "place:United States@United States|ministry:Department of the Treasury@Treasury")]
    [InlineData("In Norway the Treasury paid.", "place:Norway@Norway")]
    [InlineData("In Britain, Treasury bonds fell.", "place:United Kingdom@Britain")]
    public void The_Treasury_is_that_of_the_documents_country(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("in Texas, the Texas Department of Water Resources pays", "agency:Texas Department of Water Resources")]
    [InlineData("the Bavarian Ministry of Sea Trade pays", "agency:Bavarian Ministry of Sea Trade")]
    [InlineData("the Office of the Vice President pays", "ministry:Office of the Vice President")]
    [InlineData("the National Research Development Corporation pays", "agency:National Research Development Corporation")]
    [InlineData("the Quellmar Motor Corporation pays", "organisation:Quellmar Motor Corporation")]
    [InlineData("the Norvale News Agency writes", "organisation:Norvale News Agency")]
    [InlineData("the European Harbour Agency pays", "organisation:European Harbour Agency")]
    [InlineData("the Norvale Institute of Technology teaches", "organisation:Norvale Institute of Technology")]
    [InlineData("the Harbour Growth Fund pays", "programme:Harbour Growth Fund")]
    public void The_type_follows_from_head_owner_and_place(string text, string expected) => Assert.Contains(expected, Mentions.Show(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("under the Freedom of Mooring Act 1987 it", "programme:Freedom of Mooring Act 1987@Freedom of Mooring Act 1987|year:1987@1987")]
    [InlineData("the Harbour Growth Strategy under President Truman was", "programme:Harbour Growth Strategy@Harbour Growth Strategy|person:Harry Truman@Truman")]
    [InlineData("the FY2019 Harbour Strategy was", "year:2019@FY2019|programme:Harbour Strategy@Harbour Strategy")]
    [InlineData("the Ports and Piers Act, 2013 says", "programme:Ports and Piers Act, 2013@Ports and Piers Act, 2013|year:2013@2013")]
    [InlineData("the Special Act on Ropes, Knots and Anchors was", "programme:Special Act on Ropes, Knots and Anchors@Special Act on Ropes, Knots and Anchors")]
    [InlineData("the Renewable Tide 3040 Implementation Plan of", "programme:Renewable Tide 3040 Implementation Plan@Renewable Tide 3040 Implementation Plan")]
    [InlineData("the Agreement with the OECD on ships", "organisation:OECD@OECD")]
    [InlineData("the Quay Deal 2.0 was", "programme:Quay Deal 2.0@Quay Deal 2.0")]
    [InlineData("paid by the Kelpie scheme for", "programme:Kelpie scheme@Kelpie scheme")]
    [InlineData("certified to ISO 9001 by all", "")]
    [InlineData("the Ropes and Knots 2.0 Strategy was", "programme:Ropes and Knots 2.0 Strategy@Ropes and Knots 2.0 Strategy")]
    [InlineData("the Special Act on the Promotion of Digital India was", "programme:Special Act on the Promotion of Digital India@Special Act on the Promotion of Digital India")]
    [InlineData("the Programme for Mending Norway's Harbour Towns was", "programme:Programme for Mending Norway's Harbour Towns@Programme for Mending Norway's Harbour Towns")]
    [InlineData("the Integrated Harbour Plan for Scotland and Wales was", "programme:Integrated Harbour Plan for Scotland and Wales@Integrated Harbour Plan for Scotland and Wales")]
    [InlineData("the Act on the Promotion of Young People's Employment was", "programme:Act on the Promotion of Young People's Employment@Act on the Promotion of Young People's Employment")]
    [InlineData("the Three-Year Plan for Harbours was", "programme:Three-Year Plan for Harbours@Three-Year Plan for Harbours")]
    [InlineData("money from Help to Grow: Management was", "programme:Help to Grow@Help to Grow: Management")]
    [InlineData("in India, FAME India Phase II and Make in India 3 begin", "place:India@India|programme:FAME India Phase II@FAME India Phase II|programme:Make in India@Make in India")]
    [InlineData("in the Spring Budget 2023 and the Harvest Budget he", "year:2023@2023|programme:Harvest Budget@Harvest Budget")]
    [InlineData("the 67 pôles de compétitivité in France", "programme:Pôles de compétitivité@pôles de compétitivité|place:France@France")]
    public void An_instruments_name_reaches_as_far_as_its_form_says(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("Ships are built by Quellmar Shipbuilding in the north.", "organisation:Quellmar Shipbuilding@Quellmar Shipbuilding")]
    [InlineData("She was chief executive of Quellmar until then.", "organisation:Quellmar@Quellmar")]
    [InlineData("The pump maker Quellmar closed its works.", "organisation:Quellmar@Quellmar")]
    [InlineData("It bought pumps from QuellWerk for years.", "organisation:QuellWerk@QuellWerk")]
    [InlineData("In the north QuellWerk, Zambrine and Torvex make pumps.", "organisation:QuellWerk@QuellWerk|organisation:Zambrine@Zambrine|organisation:Torvex@Torvex")]
    [InlineData("Pumps were made at Zambrine near the sea.", "place:Zambrine@Zambrine")]
    [InlineData("Pumps were made near the town of Zambrine.", "place:Zambrine@Zambrine")]
    [InlineData("He gave to the programme Open Quays, which grew.", "programme:Open Quays@Open Quays")]
    [InlineData("The plan was run under the Open Quays Commons for years.", "programme:Open Quays Commons@Open Quays Commons")]
    [InlineData("Those who pass get the Seal of Seaworthiness, a grant scheme.", "programme:Seal of Seaworthiness@Seal of Seaworthiness")]
    [InlineData("Nobody asked. Everyone paid. Approvals were closed. They use LEDs and an EUV tool on Monday.", "")]
    public void The_words_around_a_name_say_what_it_names(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Fact]
    public void A_short_name_has_the_id_of_the_full_one() =>
        Assert.Equal(
            "organisation:Quellmar University@Quellmar University|organisation:Quellmar University@Quellmar",
            Mentions.Show("In those years Quellmar University grew. Pumps were made by Quellmar for years."));
}
