using PolicySearch.Extraction.Segmentation;

namespace PolicySearch.Extraction.Tests.Segmentation;

public class WordCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("The plan of 2001.", 4)]
    [InlineData(" tabs\tand\nlines ", 3)]
    [InlineData("経済産業省", 3)]
    [InlineData("METIは2001年度から", 5)]
    public void Words_are_counted_and_two_japanese_characters_are_one(string text, int expected) => Assert.Equal(expected, WordCount.Of(text));
}
