namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Firms of the table of large firms, and firms that only what stands around them shows.</summary>
public sealed class FirmTests
{
    [Theory]
    [InlineData("Grants went to Seagate and to Teradyne.", "organisation:Seagate@Seagate|organisation:Teradyne@Teradyne")]
    [InlineData("工場は浜松ホトニクスとDMG森精機が建てた。", "organisation:Hamamatsu Photonics@浜松ホトニクス|organisation:DMG Mori@DMG森精機")]
    [InlineData("the Japanese firm JR東日本は", "organisation:JR East@JR東日本")]
    [InlineData("The agency talks to imec and others.", "organisation:imec@imec")]
    public void A_large_firm_is_known(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("The bridge is one that Obayashi built last year.", "organisation:Obayashi@Obayashi")]
    [InlineData("Obayashi, K. (2011).", "person:Obayashi, K.@Obayashi, K.|year:2011@2011")]
    public void A_firm_named_as_a_person_is_one_only_where_its_capital_says_so(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("It gave loans to firms such as Brakko.", "organisation:Brakko@Brakko")]
    [InlineData("Prices collapsed and Brakko's plant was closed.", "organisation:Brakko@Brakko")]
    [InlineData("Ostrel Vane, a Dutch maker of pumps, left.", "organisation:Ostrel Vane@Ostrel Vane")]
    [InlineData("The sites are: Siemens in Munich, Brakko in Leipzig.", "organisation:Siemens@Siemens|place:Munich@Munich|organisation:Brakko@Brakko|place:Leipzig@Leipzig")]
    public void An_unknown_firm_is_shown_by_what_stands_around_it(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));

    [Theory]
    [InlineData("It gave money to General Dynamics Brakko in 2003.", "organisation:General Dynamics Brakko@General Dynamics Brakko|year:2003@2003")]
    [InlineData("It is run by Siemens India today.", "organisation:Siemens India@Siemens India")]
    public void A_longer_name_that_begins_with_a_known_firm_is_another_firm(string text, string expected) => Assert.Equal(expected, Mentions.Show(text));
}
