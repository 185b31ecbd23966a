using PolicySearch.Testing;
using PolicySearch.Text.Languages;

namespace PolicySearch.Text.Tests.Languages;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The Industrial Cluster Policy aims to enhance the competitiveness of Japan through clusters.")]
    [InlineData("en", "METI (経済産業省) was created in 2001, following the merger of MITI with other agencies.")]
    [InlineData("en", "Implementation is flexible, with specific projects reviewed and new projects launched as needed.")]
    [InlineData("ja", "経済産業省は2001年に通商産業省の後身として発足した。")]
    [InlineData("ja", "METIは、NEDOおよびAISTと連携してイノベーション政策を進めている。")]
    [InlineData("ja", "産業クラスター政策")]
    [InlineData("ja", "経済産業省産業技術環境局")]
    [InlineData("zh", "这是中国政府在二零一五年发布的产业政策文件")]
    [InlineData("zh", "經濟部是中華民國行政院的部會，為對外貿易的主管機關")]
    [InlineData("ko", "산업통상자원부는 2013년에 설립되었다.")]
    [InlineData("de", "Die Bundesregierung hat im Jahr 2006 eine Strategie für die Förderung der Forschung beschlossen.")]
    [InlineData("fr", "Le gouvernement a adopté en 2004 une politique de pôles de compétitivité pour les régions.")]
    [InlineData("es", "El gobierno aprobó en 2010 una estrategia para el desarrollo de la industria y de los servicios.")]
    [InlineData("it", "Il governo ha approvato nel 2012 una legge per la crescita delle imprese e della ricerca.")]
    [InlineData("pt", "O governo aprovou em 2008 uma política para o desenvolvimento da indústria e não só.")]
    [InlineData("nl", "De regering heeft in 2011 een beleid voor de topsectoren van het land vastgesteld.")]
    [InlineData("sv", "Regeringen har beslutat om en strategi för forskning och innovation som ska gälla från 2012.")]
    [InlineData("ru", "Министерство промышленности было создано в 2008 году.")]
    [InlineData("el", "Το υπουργείο δημιουργήθηκε το 2010.")]
    public void The_language_of_a_sentence_is_told(string language, string text) => Assert.Equal(language, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("")]
    [InlineData("2001-2005, 12.5 %")]
    [InlineData("METI")]
    [InlineData("Getty Images")]
    [InlineData("\uD800\uDC00\uDFFF\uD800")]
    public void A_text_that_does_not_tell_gives_null(string text) => Assert.Null(LanguageDetector.Detect(text));

    [Fact]
    public void Random_text_does_no_harm()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var language = LanguageDetector.Detect(RandomText.Any(random, random.Next(0, 100)));
            Assert.True(language is null or { Length: 2 }, "seed 3");
        }
    }
}
