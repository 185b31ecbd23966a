
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
