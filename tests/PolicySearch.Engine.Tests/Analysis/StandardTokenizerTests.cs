using PolicySearch.Engine.Analysis;
using PolicySearch.Testing;
using PolicySearch.Text;
using PolicySearch.Text.Boundaries;

namespace PolicySearch.Engine.Tests.Analysis;

public sealed class StandardTokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" .,- ", "")]
    [InlineData("Japan's R&D: 3.5% of GDP.", "Japan's R D 3.5 of GDP")]
    [InlineData("U.S. 1,000,000 can't. e.g", "U.S 1,000,000 can't e.g")]
    [InlineData("snake_case _x ___ a__b_", "snake_case _x a__b_")]
    [InlineData("R-2021-097E", "R 2021 097E")]
    [InlineData("METI経済産業省", "METI 経 済 産 業 省")]
    [InlineData("クラスター計画とは", "クラスター 計 画 と は")]
    [InlineData("佐々木", "佐 々 木")]
    [InlineData("한국어 policy", "한국어 policy")]
    [InlineData("ภาษาไทย ok", "ภาษาไทย ok")]
    [InlineData("café ÅNGSTRÖM", "café ÅNGSTRÖM")]
    [InlineData("cafe\u0301 x", "cafe\u0301 x")]
    [InlineData("don’t", "don’t")]
    [InlineData("https://www.meti.go.jp/policy", "https www.meti.go.jp policy")]
    [InlineData("👍🏽 ok 👨‍👩‍👧 🇯🇵", "👍🏽 ok 👨‍👩‍👧 🇯🇵")]
    [InlineData("1️⃣ # *", "1️⃣")]
    public void Words_are_found_as_UAX_29_has_them(string text, string terms) =>
        Assert.Equal(terms, Tokens.Line(new StandardTokenizer(), text));

    [Theory]
    [InlineData("word", TokenKind.AlphaNumeric)]
    [InlineData("x1", TokenKind.AlphaNumeric)]
    [InlineData("1,234.5", TokenKind.Number)]
    [InlineData("２００１", TokenKind.Number)]
    [InlineData("漢", TokenKind.Ideographic)]
    [InlineData("か", TokenKind.Hiragana)]
    [InlineData("カタカナ", TokenKind.Katakana)]
    [InlineData("한글", TokenKind.Hangul)]
    [InlineData("ไทย", TokenKind.SoutheastAsian)]
    [InlineData("😀", TokenKind.Emoji)]
    [InlineData("7⃣", TokenKind.Emoji)]
    public void A_token_has_its_kind(string text, TokenKind kind) =>
        Assert.Equal(new Tokens.Snapshot(text, 0, text.Length, 1, kind), Assert.Single(Tokens.Of(new StandardTokenizer(), text)));

    [Fact]
    public void A_word_longer_than_255_is_cut()
    {
        var text = "a " + new string('x', 600) + " b";
        var tokens = Tokens.Of(new StandardTokenizer(), text);
        Assert.Equal([1, 255, 255, 90, 1], tokens.Select(t => t.Term.Length));
        Assert.Equal([0, 2, 257, 512, 603], tokens.Select(t => t.Start));
    }

    [Fact]
    public void A_surrogate_pair_is_not_cut_in_two()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("𐐀", 200));
        var tokens = Tokens.Of(new StandardTokenizer(), text);
        Assert.Equal([255, 146], tokens.Select(t => t.Term.Length));
        text = string.Concat(Enumerable.Repeat("𐐀", 200));
        Assert.Equal([254, 146], Tokens.Of(new StandardTokenizer(), text).Select(t => t.Term.Length));
    }

    [Fact]
    public void Tokens_are_the_words_between_boundaries_that_hold_a_letter_or_digit()
    {
        const int seed = 5;
        var random = new Random(seed);
        var tokenizer = new StandardTokenizer();
        for (var round = 0; round < 5000; round++)
        {
            var text = round % 2 == 0 ? RandomText.Ascii(random, random.Next(0, 40)) : Plain(RandomText.Any(random, random.Next(0, 40)));
            var expected = Words(text).ToList();
            var actual = Tokens.Of(tokenizer, text)
                .Where(t => t.Kind is TokenKind.AlphaNumeric or TokenKind.Number or TokenKind.Katakana or TokenKind.Hangul or TokenKind.Emoji)
                .Select(t => (t.Start, t.End)).ToList();
            Assert.True(expected.SequenceEqual(actual), $"seed {seed}, round {round}: {string.Join(' ', expected)} / {string.Join(' ', actual)}");
        }
    }

    [Fact]
    public void Every_token_of_random_text_is_the_text_between_its_offsets()
    {
        const int seed = 6;
        var random = new Random(seed);
        var tokenizer = new StandardTokenizer();
        for (var round = 0; round < 5000; round++)
        {
            var text = RandomText.Any(random, random.Next(0, round % 100 == 0 ? 1000 : 60));
            var last = 0;
            foreach (var token in Tokens.Of(tokenizer, text))
            {
                Assert.True(token.Start >= last && token.End > token.Start, $"seed {seed}, round {round}: offsets go back");
                Assert.Equal(text[token.Start..token.End], token.Term);
                last = token.End;
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = WordBoundaries.Next(text, start);
            if (CodePointsOf(text, start, end).Any(c => WordBreakProperty.Of(c).Class
                    is WordBreakClass.Letter or WordBreakClass.HebrewLetter or WordBreakClass.Numeric or WordBreakClass.Katakana))
            {
                yield return (start, end);
            }

            start = end;
        }
    }

    /// <summary>Without what the tokenizer treats apart: emoji, # and * in key caps, South-East Asian scripts.</summary>
    private static string Plain(string text) => string.Concat(CodePointsOf(text, 0, text.Length)
        .Where(c => c is not ('#' or '*') && WordBreakProperty.Of(c) is var p
            && !p.IsSoutheastAsian && !p.IsPictographic && p.Class != WordBreakClass.RegionalIndicator && (c < 0x80 || !p.IsEmoji))
        .Select(c => c is >= 0xD800 and < 0xE000 ? ((char)c).ToString() : char.ConvertFromUtf32(c)));

    private static IEnumerable<int> CodePointsOf(string text, int start, int end)
    {
        while (start < end)
        {
            yield return CodePoints.At(text, start, out var length);
            start += length;
        }
    }
}
