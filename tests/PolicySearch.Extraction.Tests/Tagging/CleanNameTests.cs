using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging;

public sealed class CleanNameTests
{
    [Theory]
    [InlineData("経\n済産業省", "経済産業省")]
    [InlineData("経\r\n  済産業省", "経済産業省")]
    [InlineData("鈴木 花子", "鈴木 花子")]
    [InlineData("Department of Trade and Indus-\ntry", "Department of Trade and Industry")]
    [InlineData("Trade \n and  Industry", "Trade and Industry")]
    [InlineData("Rhône-Alpes", "Rhône-Alpes")]
    public void A_name_stands_on_one_line(string text, string expected) => Assert.Equal(expected, CleanName.Of(text, 0, text.Length));
}
