using PolicySearch.Extraction.Extractors.Pdf;

namespace PolicySearch.Extraction.Tests.Extractors.Pdf;

public class BrowserMarginsTests
{
    [Theory]
    [InlineData("11/22/26, 6:50 PM The plan of 2009", "file:///home/a/plan.html 1/1", 1, 1)]
    [InlineData("2026/11/22 18:50 産業クラスター計画", "https://www.example.go.jp/plan/… 2/3", 2, 3)]
    [InlineData("22.11.26, 18:50 Der Plan", "https://www.example.de/plan 1/1", 1, 1)]
    [InlineData("The plan of 2009 https://www.example.org/plan", "1 of 2 11/22/2026, 6:50 PM", 1, 2)]
    public void Lines_that_a_browser_prints_are_told(string top, string bottom, int page, int pages) =>
        Assert.True(BrowserMargins.Are(top, bottom, page, pages));

    [Theory]
    [InlineData("11/22/26, 6:50 PM The plan of 2009", "https://www.example.org/plan 1/2", 1, 1)]
    [InlineData("11/22/26, 6:50 PM The plan of 2009", "Funds were granted to 1/1", 1, 1)]
    [InlineData("The plan of 2009", "https://www.example.org/plan 1/1", 1, 1)]
    [InlineData("The meeting of 11/22/26 began at 6:50 PM", "see https://www.example.org/plan 1/1", 1, 1)]
    [InlineData("", "", 1, 1)]
    public void Lines_of_the_text_are_left(string top, string bottom, int page, int pages) =>
        Assert.False(BrowserMargins.Are(top, bottom, page, pages));
}
