namespace PolicySearch.Text.Tests;

public sealed class CharacterTests
{
    [Fact]
    public void The_tables_state_their_Unicode_version() => Assert.Equal("15.0.0", CodePoints.UnicodeVersion);

    [Theory]
    [InlineData('A', Script.Latin)]
    [InlineData('é', Script.Latin)]
    [InlineData('Ａ', Script.Latin)]
    [InlineData('1', Script.Common)]
    [InlineData('漢', Script.Han)]
    [InlineData('々', Script.Han)]
    [InlineData('か', Script.Hiragana)]
    [InlineData('カ', Script.Katakana)]
    [InlineData('ｶ', Script.Katakana)]
    [InlineData('ー', Script.Common)]
    [InlineData('한', Script.Hangul)]
    [InlineData('я', Script.Cyrillic)]
    [InlineData('\u0301', Script.Inherited)]
    [InlineData('\u0378', Script.Unknown)]
    [InlineData('\u13A0', Script.Other)]
    public void Scripts_are_those_of_the_Unicode_character_database(char c, Script script) => Assert.Equal(script, Scripts.Of(c));

    [Fact]
    public void The_long_vowel_mark_belongs_to_kana()
    {
        Assert.True(Scripts.IsKatakana('ー') && Scripts.IsHanOrKana('ｰ'));
        Assert.False(Scripts.IsHanOrKana('・') || Scripts.IsHanOrKana('한'));
    }

    [Fact]
    public void White_space_is_what_the_runtime_takes_for_it()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Assert.True(char.IsWhiteSpace((char)c) == Whitespace.Is((char)c), $"U+{c:X4}");
        }
    }

    [Theory]
    [InlineData(" \t a\u00A0\r\n b\u3000c ", "a b c")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    [InlineData("ab", "ab")]
    public void White_space_collapses_to_one_space(string text, string expected) => Assert.Equal(expected, Whitespace.Collapse(text));

    [Fact]
    public void A_long_text_collapses_too() =>
        Assert.Equal(new string('x', 1000) + " y", Whitespace.Collapse(new string('x', 1000) + "  y"));

    [Fact]
    public void Lower_case_keeps_the_length_and_agrees_with_the_runtime_on_what_is_older_than_both()
    {
        for (var c = 0; c < 0xD800; c++)
        {
            if (Scripts.Of(c) == Script.Unknown)
            {
                continue; // the runtime may know a later version of Unicode
            }

            // The runtime's invariant mapping leaves U+0130 alone, UnicodeData.txt gives i.
            var expected = c == 0x130 ? 'i' : char.ToLowerInvariant((char)c);
            Assert.True(expected == LowerCase.Of(c), $"U+{c:X4}");
        }

        Assert.Equal("ǆ é 𐐨 \uD800", LowerCase.Of("Ǆ É 𐐀 \uD800"));
    }

    [Fact]
    public void Code_points_are_read_forwards_and_backwards_and_lone_surrogates_as_they_are()
    {
        const string text = "a𐐀\uDC00\uD800";
        Assert.Equal((0x10400, 2), (CodePoints.At(text, 1, out var length), length));
        Assert.Equal((0xDC00, 1), (CodePoints.At(text, 3, out length), length));
        Assert.Equal((0xD800, 1), (CodePoints.At(text, 4, out length), length));
        Assert.Equal((0x10400, 2), (CodePoints.Before(text, 3, out length), length));
        Assert.Equal((0xDC00, 1), (CodePoints.Before(text, 4, out length), length));
    }
}
