using PolicySearch.Engine.Analysis.English;

namespace PolicySearch.Engine.Tests.Analysis.English;

public sealed class PorterStemmerTests
{
    [Theory]
    [InlineData("is as by a", "is as by a")]
    [InlineData("caresses ponies ties caress cats gas this", "caress poni ti caress cat ga thi")]
    [InlineData("feed agreed plastered bled motoring sing", "feed agre plaster bled motor sing")]
    [InlineData("conflated troubled sized", "conflat troubl size")]
    [InlineData("hopping tanned falling hissing fizzed failing filing", "hop tan fall hiss fizz fail file")]
    [InlineData("happy sky toy say", "happi sky toi sai")]
    [InlineData("relational conditional rational valenci hesitanci", "relat condit ration valenc hesit")]
    [InlineData("digitizer conformabli radicalli differentli vileli analogousli", "digit conform radic differ vile analog")]
    [InlineData("vietnamization predication operator feudalism decisiveness", "vietnam predic oper feudal decis")]
    [InlineData("hopefulness callousness formaliti sensitiviti sensibiliti", "hope callous formal sensit sensibl")]
    [InlineData("possibly geology archaeologi", "possibl geologi archaeolog")]
    [InlineData("triplicate formative formalize electriciti electrical hopeful goodness", "triplic form formal electr electr hope good")]
    [InlineData("revival allowance inference airliner gyroscopic adjustable defensible", "reviv allow infer airlin gyroscop adjust defens")]
    [InlineData("irritant replacement adjustment dependent adoption homologou communism", "irrit replac adjust depend adopt homolog commun")]
    [InlineData("activate angulariti homologous effective bowdlerize", "activ angular homolog effect bowdler")]
    [InlineData("probate rate cease controll roll", "probat rate ceas control roll")]
    [InlineData("yyy syzygy yes employed yielding", "yyi syzygi ye emploi yield")]
    [InlineData("policies ministries industries innovation clusters competitiveness", "polici ministri industri innov cluster competit")]
    [InlineData("caf\u00e9s naïvety 2010s x's", "caf\u00e9 naïveti 2010 x'")]
    [InlineData("sses ies ing eed ional bli", "ss i ing eed ional bli")]
    public void A_word_of_each_rule_gets_its_stem(string words, string stems) => Assert.Equal(
        stems.Split(' '),
        words.Split(' ').Select(word =>
        {
            var letters = word.ToCharArray();
            return new string(letters, 0, PorterStemmer.Stem(letters));
        }));

    [Fact]
    public void Random_words_of_suffixes_never_grow_and_never_fail()
    {
        const int seed = 9;
        string[] parts = ["s", "ies", "ed", "ing", "at", "iz", "y", "ational", "logi", "bli", "ness", "ful", "ion", "ement", "e", "ll", "yy", "b", "\uD800"];
        var random = new Random(seed);
        for (var round = 0; round < 20000; round++)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => parts[random.Next(parts.Length)])).ToCharArray();
            var length = PorterStemmer.Stem(word);
            Assert.True(length > 0 && length <= word.Length, $"seed {seed}, round {round}");
        }
    }
}
