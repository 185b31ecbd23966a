using System.Text;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Html;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors;

public class TextEncodingsTests
{
    private const string Japanese = "産業クラスター計画について\r\n経済産業省は、2001年度から計画を推進している。ｶﾅも㈱もある。\r\n";
    private const string English = "The Ministry’s plan of 2001 – a résumé.\n";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", false }, { "utf-16", true }, { "utf-16BE", false }, { "utf-16BE", true }, { "cp932", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Japanese_text_comes_back_from_every_encoding_without_a_hint(string name, bool withMark) => AssertRoundTrip(Japanese, name, withMark);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    public void English_text_comes_back_from_every_encoding_without_a_hint(string name, bool withMark) => AssertRoundTrip(English, name, withMark);

    [Fact]
    public void Utf16_on_one_line_without_a_zero_byte_is_recognised() =>
        Assert.Equal("これはひらがなとカタカナです。", TextEncodings.Decode(Encoding.Unicode.GetBytes("これはひらがなとカタカナです。")));

    [Fact]
    public void Bytes_that_fit_no_language_become_replacement_characters()
    {
        byte[] bytes = [.. "The ministry of policy "u8, 0x81, 0x20, 0x8D, 0x20, 0x90, 0x20, 0x81, 0x20, 0x8F, .. " was founded."u8];
        Assert.StartsWith("The ministry of policy \uFFFD", TextEncodings.Decode(bytes), StringComparison.Ordinal);
    }

    public static TheoryData<int, string> Languages => new()
    {
        { 932, "産業" },
        { 932, Japanese },
        { 51932, "産業クラスター計画について、経済産業省は平成13年度から推進している。" },
        { 50220, "産業クラスター計画について、経済産業省は平成13年度から推進している。" },
        { 1252, "The ministry’s café policy was founded." },
        { 1252, "Der Minister für Wirtschaft erklärte, die Förderung der Länder müsse größer werden." },
        { 1252, "L’économie française a été relancée à l’été grâce à une politique très ambitieuse." },
        { 1252, "La política de innovación en España y América: ¿qué años, qué regiones?" },
        { 1252, "Näringsdepartementet får i uppdrag att främja små företag på landsbygden." },
        { 1250, "Ministerstwo Gospodarki ogłosiło założenia polityki przemysłowej, które będą wdrażane w województwach." },
        { 1250, "Ministerstvo průmyslu a obchodu předložilo návrh, který má zlepšit podmínky pro malé podniky." },
        { 1250, "A gazdasági minisztérium közölte, hogy a kis- és középvállalkozások több támogatást kapnak, és nő a költségvetés." },
        { 1251, "Министерство экономического развития утвердило программу поддержки малых предприятий в регионах." },
        { 20866, "Министерство экономического развития утвердило программу поддержки малых предприятий в регионах." },
        { 1253, "Το Υπουργείο Οικονομίας ανακοίνωσε το νέο πρόγραμμα για τις μικρές επιχειρήσεις στην περιφέρεια." },
        { 1254, "Ekonomi Bakanlığı, küçük işletmelerin gelişmesi için yeni bir destek programı açıkladı." },
        { 1257, "Ekonomikos ministerija patvirtino naują pramonės politikos programą, kuri stiprins mažų įmonių plėtrą šalyje." },
        { 54936, "国家发展和改革委员会发布了关于促进中小企业发展的政策，要求各地政府加强对企业的支持。" },
        { 950, "經濟部公布了促進中小企業發展的政策，要求各地政府加強對企業的支持，並提出新的計畫。" },
        { 949, "산업통상자원부는 중소기업의 성장을 지원하기 위한 새로운 정책을 발표하였다." },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Encodings_before_unicode_are_told_apart_by_what_is_written(int codePage, string text) =>
        Assert.Equal(text, TextEncodings.Decode(LegacyEncodings.ByCodePage(codePage).GetBytes(text)));

    [Fact]
    public void A_declared_charset_counts_unless_the_bytes_cannot_be_in_it()
    {
        const string Page = "<html><head><meta charset=\"{0}\"></head><body><p>Ministerstvo průmyslu předložilo návrh.</p></body></html>";
        var czech = LegacyEncodings.ByCodePage(1250);
        Assert.Contains("pøedložilo", HtmlEncoding.Decode(czech.GetBytes(Page.Replace("{0}", "windows-1252", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("předložilo", HtmlEncoding.Decode(czech.GetBytes(Page.Replace("{0}", "euc-jp", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [SharedDataFact("docs")]
    public void The_five_encodings_of_one_law_give_one_text()
    {
        var docs = SharedData.Find("docs");
        var expected = File.ReadAllText(Path.Combine(docs, "txt-utf8", "law-derived.utf8.txt"));
        foreach (var kind in (string[])["sjis", "eucjp", "2022jp", "utf16"])
        {
            Assert.Equal(expected, TextEncodings.Decode(File.ReadAllBytes(Path.Combine(docs, "txt-" + kind, $"law-derived.{kind}.txt"))));
        }
    }

    [Fact]
    public void Undecodable_bytes_in_utf8_become_replacement_characters_and_the_rest_stays()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("産業"), 0xFF, .. Encoding.UTF8.GetBytes("計画")];
        Assert.Equal("産業\uFFFD計画", TextEncodings.Decode(bytes));
    }

    [Fact]
    public void A_text_files_text_is_its_content_without_the_mark_line_ends_as_they_are()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Japanese)];
        var document = new PlainTextExtractor().Extract(new SourceFile("a.txt", bytes), CancellationToken.None);
        Assert.Equal(Japanese, document.Text);
        Assert.Equal("ja", document.Language);
    }

    private static void AssertRoundTrip(string text, string name, bool withMark)
    {
        var encoding = name == "cp932" ? TextEncodings.ShiftJis : Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        Assert.Equal(text, TextEncodings.Decode(bytes));
    }
}
