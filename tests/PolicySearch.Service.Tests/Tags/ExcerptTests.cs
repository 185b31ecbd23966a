using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Service.Tags;

namespace PolicySearch.Service.Tests.Tags;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("A short text with METI in it.", "A short text with METI in it.")]
    [InlineData("METI", "METI")]
    [InlineData("broken\nover   lines METI", "broken over lines METI")]
    public void A_short_block_is_shown_whole(string text, string expected) => Assert.Equal(expected, Around(text, new TextSpan(0, text.Length)));

    [Fact]
    public void A_long_block_is_cut_between_words()
    {
        var text = string.Concat(Enumerable.Repeat("abcdefg ", 20)) + "METI" + string.Concat(Enumerable.Repeat(" hijklmn", 20));
        var shown = Around(text, new TextSpan(0, text.Length));

        Assert.StartsWith("…abcdefg", shown, StringComparison.Ordinal);
        Assert.EndsWith("hijklmn…", shown, StringComparison.Ordinal);
        Assert.Contains("abcdefg METI hijklmn", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 100, 130);
    }

    [Fact]
    public void What_lies_outside_of_the_block_is_not_shown() => Assert.Equal("the METI", Around("a block | the METI | another", new TextSpan(10, 18)));

    [Fact]
    public void Text_without_blanks_and_beyond_the_first_plane_is_not_cut_inside_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", 50)) + "METI" + string.Concat(Enumerable.Repeat("𠮷", 50)) + "!";
        var shown = Around("." + text, new TextSpan(0, text.Length + 1));

        Assert.DoesNotContain(shown, unit => unit == '\uFFFD');
        Assert.Equal(shown, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(shown)));
    }

    private static string Around(string text, TextSpan block)
    {
        var at = text.IndexOf("METI", StringComparison.Ordinal);
        var passage = new Passage { Ordinal = 0, Span = new TextSpan(0, text.Length), Kind = PassageKind.Text, Heading = [], Blocks = [new Block(BlockKind.Paragraph, block)] };
        return Excerpt.Around(text, 0, passage, new TextSpan(at, at + 4));
    }
}
