using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Each mention says what made it: a rule, or a name and the place where it is written.</summary>
public sealed class EvidenceTests
{
    private static readonly Tagger Tagger = new();

    [Theory]
    [InlineData("It was 経産省 that said so.", "経産省", "authority:METI", "経産省", "METI")]
    [InlineData("The METI said so.", "METI", "authority:METI", "METI", "METI")]
    [InlineData("In Osaka it rains.", "Osaka", "authority:Osaka", "Osaka", "Osaka")]
    [InlineData("Under the Obuchi cabinet it rained.", "Obuchi", "rule:person-surname", "Keizo Obuchi", "Keizo Obuchi")]
    [InlineData("The Institute of Silent Rain (ISR) began. The ISR ended.", "ISR", "document:Institute of Silent Rain", "ISR", null)]
    [InlineData("The Fourth Strategic Energy Plan ended.", "Fourth Strategic Energy Plan", "authority:Strategic Energy Plan+edition", "Strategic Energy Plan", "Strategic Energy Plan")]
    public void A_listed_or_defined_name_is_shown_with_its_place(string text, string said, string evidence, string name, string? listedAs)
    {
        var mention = Tag(text).Last(mention => mention.Span.Of(text).SequenceEqual(said));

        Assert.Equal((evidence, name), (mention.Evidence, mention.Source?.Name));
        Assert.Equal(
            listedAs is null ? "the document" : AuthorityFiles.BuiltIn.Entries.First(entry => entry.Id == listedAs).Origin.ToString(),
            mention.Source!.Origin.ToString());
    }

    [Theory]
    [InlineData("In 2001 it rained.", "2001", "rule:year")]
    [InlineData("In fiscal 2009 it rained.", "fiscal 2009", "rule:year-fiscal")]
    [InlineData("平成30年の雨", "平成30年", "rule:year-era")]
    [InlineData("In the late 1990s it rained.", "late 1990s", "rule:year-decade")]
    [InlineData("The Institute of Silent Rain rained.", "Institute of Silent Rain", "rule:body")]
    [InlineData("The Silent Rain Promotion Act followed.", "Silent Rain Promotion Act", "rule:programme")]
    public void A_form_is_shown_by_its_rule_alone(string text, string said, string evidence)
    {
        var mention = Assert.Single(Tag(text), mention => mention.Span.Of(text).SequenceEqual(said));

        Assert.Equal((evidence, null), (mention.Evidence, mention.Source));
    }

    [Fact]
    public void A_name_that_the_document_repeats_is_still_known_by_what_found_it_first()
    {
        const string Text = "The Ministry of Economy, Trade and Industry (METI) began. METI ended, said the Institute of Deep Silent Rain. The Institute of Deep Silent Rain began.";

        Assert.Equal(["authority:METI", "authority:METI", "authority:METI", "rule:body", "rule:body"], Tag(Text).Select(mention => mention.Evidence));
    }

    private static IReadOnlyList<Mention> Tag(string text) => Tagger.Tag(PlainDocuments.OfOneBlock(text));
}
