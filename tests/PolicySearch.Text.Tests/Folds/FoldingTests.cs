using PolicySearch.Testing;
using PolicySearch.Text.Folds;

namespace PolicySearch.Text.Tests.Folds;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("METI", "meti")]
    [InlineData("ＭＥＴＩ２００１", "meti2001")]
    [InlineData("ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン")]
    [InlineData("ﾊﾟﾈﾙ", "パネル")]
    [InlineData("か\u3099は\u309A", "がぱ")]
    [InlineData("Café", "café")]
    [InlineData("Cafe\u0301", "café")]
    [InlineData("u\u0308\u0304", "ǖ")]
    [InlineData("Straße", "strasse")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("㈱東芝", "(株)東芝")]
    [InlineData("㎞", "km")]
    [InlineData("①", "1")]
    [InlineData("policy²", "policy²")]
    [InlineData("2½", "2½")]
    [InlineData("CO₂", "co2")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("産\u200B業", "産業")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ΣΟΦΟΣ", "σοφοσ")]
    [InlineData("ﾡￂ", "\uAC00", "Half-width jamo compose")]
    [InlineData("한", "한")]
    [InlineData("神", "神")]
    [InlineData("𝐏𝐨𝐥𝐢𝐜𝐲", "policy")]
    [InlineData("\uD83D", "\uD83D")]
    public void Text_that_reads_the_same_folds_alike(string text, string folded, string why = "")
    {
        if (why.Length > 0)
        {
            text = "\uFFA1\uFFC2";
        }

        Assert.Equal(folded, Folding.Fold(text));
    }

    [Fact]
    public void Folding_twice_changes_nothing_more_for_any_single_code_point()
    {
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            if (codePoint is >= 0xD800 and <= 0xDFFF)
            {
                continue;
            }

            var once = Folding.Fold(char.ConvertFromUtf32(codePoint));
            Assert.True(once == Folding.Fold(once), $"U+{codePoint:X4}");
        }
    }

    [Fact]
    public void Every_part_of_a_folded_text_comes_from_where_the_map_says()
    {
        const int seed = 11;
        var random = new Random(seed);
        var folded = new FoldedText();
        for (var round = 0; round < 3000; round++)
        {
            var text = RandomText.Any(random, random.Next(0, 40));
            folded.Reset(text);
            var lastStart = 0;
            var lastEnd = 0;
            for (var position = 0; position < folded.Text.Length;)
            {
                CodePoints.At(folded.Text.Span, position, out var length);
                var character = folded.Text.Slice(position, length).ToString();
                var start = folded.SourceStart(position);
                var end = folded.SourceEnd(position + length);
                Assert.True(start >= lastStart && end >= lastEnd && start < end && end <= text.Length, $"seed {seed}, round {round}, at {position}");
                var part = Folding.Fold(text.AsSpan(start, end - start));
                Assert.True(
                    part.Contains(character, StringComparison.Ordinal),
                    $"seed {seed}, round {round}: '{character}' is not in what {start}..{end} folds to");
                (lastStart, lastEnd) = (start, end);
                position += length;
            }
        }
    }

    [Fact]
    public void Places_after_a_change_of_length_are_right()
    {
        var folded = new FoldedText();
        folded.Reset("㈱東芝 ｶﾞ x");
        Assert.Equal("(株)東芝 ガ x", folded.Text.ToString());
        Assert.Equal((0, 1), (folded.SourceStart(1), folded.SourceEnd(2)));
        Assert.Equal((1, 3), (folded.SourceStart(3), folded.SourceEnd(5)));
        Assert.Equal((4, 6), (folded.SourceStart(6), folded.SourceEnd(7)));
        Assert.Equal((7, 8), (folded.SourceStart(8), folded.SourceEnd(9)));
    }

    [Theory]
    [InlineData("経済産\n業省", "経済産業省")]
    [InlineData("経済産 \r\n  業省", "経済産業省")]
    [InlineData("経済産\n\n業省", "経済産\n\n業省")]
    [InlineData("経済産 業省", "経済産 業省")]
    [InlineData("経済\nPolicy", "経済\npolicy")]
    public void A_wrapped_line_of_Japanese_is_joined_where_asked_for(string text, string expected)
    {
        var folded = new FoldedText(joinWrappedLines: true);
        folded.Reset(text);
        Assert.Equal(expected, folded.Text.ToString());
    }
}
