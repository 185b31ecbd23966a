using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging.Definitions;

/// <summary>What a document says of names holds in it, and in it alone; as "type:id@text".</summary>
public sealed class DocumentDefinitionTests
{
    private static readonly Tagger Tagger = new();

    [Theory]
    [InlineData("the Centre for Sea Trade Ideas (CSTI). CSTI grew.", "CSTI")]
    [InlineData("CSTI (Centre for Sea Trade Ideas). CSTI grew.", "CSTI")]
    [InlineData("the Centre for Sea Trade Ideas (hereafter CSTI). CSTI grew.", "CSTI")]
    [InlineData("the Centre for Sea Trade Ideas (hereinafter referred to as “CSTI”). CSTI grew.", "CSTI")]
    [InlineData("the Centre for Sea Trade Ideas (abbreviated as CSTI). CSTI grew.", "CSTI")]
    [InlineData("the Centre for Sea Trade Ideas (also known as CSTI). CSTI grew.", "CSTI")]
    [InlineData("the Centre for Sea Trade Ideas, or CSTI for short, met. CSTI grew.", "CSTI")]
    [InlineData("the Centre for Sea Trade Ideas, known as CSTI, met. CSTI grew.", "CSTI")]
    [InlineData("the Centre for Sea Trade Ideas, abbreviated CSTI, met. CSTI grew.", "CSTI")]
    [InlineData("the Centre for Sea\nTrade Ideas (CSTI). CSTI grew.", "CSTI")]
    public void A_short_form_is_the_body_that_the_document_gives_it(string text, string shortForm)
    {
        var mentions = Tags(text);
        Assert.Equal(3, mentions.Count);
        Assert.All(mentions, mention => Assert.Equal("Centre for Sea Trade Ideas", mention.Id));
        Assert.Equal(shortForm, mentions[^1].Span.Of(text).ToString());
    }

    [Theory]
    [InlineData("In Germany the Federal Ministry for Tides (BMBF) met. The BMBF left.", "BMBF")]
    [InlineData("In Germany the Federal Ministry for Economic Affairs and Energy (BMWE) met. The BMWE left.", "BMWE")]
    [InlineData("In France the Secretariat for General Investment (SGPI) met. The SGPI left.", "SGPI")]
    [InlineData("In India the FAME India (Faster Adoption and Making of Electric Ships) met. FAME India left.", "FAME India")]
    public void Another_full_name_than_the_known_one_has_the_known_id(string text, string id)
    {
        var mentions = Tags(text).Where(mention => mention.Type != MentionType.Place).ToList();
        Assert.Equal(3, mentions.Count);
        Assert.All(mentions, mention => Assert.Equal(id, mention.Id));
    }

    [Fact]
    public void Ambiguity_is_settled_by_the_document_and_only_there()
    {
        const string Defining = "The Centre for Sea Trade Ideas (CSTI) met. CSTI grew.";
        const string Other = "CSTI, the Cabinet Office’s council, met.";
        Assert.Equal("Centre for Sea Trade Ideas", Tags(Defining)[^1].Id);
        Assert.Equal(MentionType.Agency, Tags(Other)[0].Type);
        Assert.NotEqual("Centre for Sea Trade Ideas", Tags(Other)[0].Id);
    }

    [Theory]
    [InlineData("With WESTA, the Western Seas Transport Agency, came peace. WESTA left.", "WESTA")]
    [InlineData("It was run by CGT, the Coastal Growth Trust, until CGT closed.", "CGT")]
    public void A_short_form_may_stand_before_the_full_name_in_apposition(string text, string shortForm)
    {
        var bodies = Tags(text).Where(mention => mention.Type != MentionType.Year).ToList();
        Assert.Equal(3, bodies.Count);
        Assert.All(bodies, mention => Assert.Equal(bodies[0].Id, mention.Id));
        Assert.Equal(shortForm, bodies[0].Span.Of(text).ToString());
    }

    [Theory]
    [InlineData("a body or METI for short")]
    [InlineData("METI or MITI met")]
    public void Or_alone_defines_nothing(string text) => Assert.DoesNotContain(Tags(text), mention => mention.Evidence.StartsWith("document", StringComparison.Ordinal));

    [Theory]
    [InlineData("海洋貿易振興機構（以下「振興機構」という。）は、振興機構の", "振興機構")]
    [InlineData("海洋貿易振興機構（以下「MTPO」という。）は、MTPOの", "MTPO")]
    [InlineData("海洋貿易振興機構（以下、MTPO）は、MTPOの", "MTPO")]
    [InlineData("海洋貿易振興機構（以下、振興機構という。）は、振興機構の", "振興機構")]
    [InlineData("海洋貿易振興機構（以下海貿機と略す）は、海貿機の", "海貿機")]
    [InlineData("海洋貿易振興機構（以下振興機構と略す）は、振興機構の", "振興機構")]
    [InlineData("海洋貿易振興機構（略称：MTPO）は、MTPOの", "MTPO")]
    [InlineData("海洋貿易振興機構（通称「海貿機構」）は、海貿機構の", "海貿機構")]
    [InlineData("「海洋産業創出計画」（以下「創出計画」という。）である。創出計画は", "創出計画")]
    public void A_Japanese_definition_holds_from_then_on(string text, string shortForm)
    {
        var mentions = Tags(text);
        Assert.True(mentions.Count >= 2, string.Join('|', mentions));
        Assert.All(mentions, mention => Assert.Equal(mentions[0].Id, mention.Id));
        Assert.Equal(shortForm, mentions[^1].Span.Of(text).ToString());
        Assert.Equal(text.LastIndexOf(shortForm, StringComparison.Ordinal), mentions[^1].Span.Start);
    }

    [Theory]
    [InlineData("小泉純一郎首相は述べた。小泉首相は退き、小泉氏は去った。小泉は笑った。", "Junichiro Koizumi", 4)]
    [InlineData("田中一郎教授が述べた。田中氏は去り、田中は笑った。", "田中一郎", 3)]
    [InlineData("小泉一平教授が述べた。小泉氏は去った。", "小泉一平", 2)]
    [InlineData("Prime Minister Junichiro Koizumi met. Koizumi left.", "Junichiro Koizumi", 2)]
    [InlineData("Minister Anna\nLindqvist-Berg met. Lindqvist-Berg left.", "Anna Lindqvist-Berg", 2)]
    public void A_surname_is_the_person_named_in_full_before(string text, string id, int count)
    {
        var persons = Tags(text).Where(mention => mention.Type == MentionType.Person).ToList();
        Assert.Equal(count, persons.Count);
        Assert.All(persons, person => Assert.Equal(id, person.Id));
    }

    [Theory]
    [InlineData("経済\n産業省は", "METI")]
    [InlineData("the Institute of Quiet\nRivers met", "Institute of Quiet Rivers")]
    [InlineData("the Institute of Quiet\r\nRivers met", "Institute of Quiet Rivers")]
    public void A_name_goes_on_over_a_line_break(string text, string id) => Assert.Equal(id, Assert.Single(Tags(text)).Id);

    private static List<Mention> Tags(string text) =>
        Tagger.Tag(PlainDocuments.OfOneBlock(text)).Where(mention => mention.Type is not MentionType.Year and not MentionType.Place).ToList();
}
