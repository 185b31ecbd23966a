using System.Text;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Content;

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
    public void Ascii_with_one_wrong_byte_stays_ascii_with_a_replacement_character()
    {
        byte[] bytes = [.. "The ministry of caf"u8, 0xE9, .. " policy was founded."u8];
        Assert.Equal("The ministry of caf\uFFFD policy was founded.", TextEncodings.Decode(bytes));
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
