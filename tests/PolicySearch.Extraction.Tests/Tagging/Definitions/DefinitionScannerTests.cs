using System.Text;
using PolicySearch.Extraction.Tagging.Definitions;

namespace PolicySearch.Extraction.Tests.Tagging.Definitions;

/// <summary>Definitions that letters show, in any text.</summary>
public sealed class DefinitionScannerTests
{
    [Theory]
    [InlineData("the gross domestic product (GDP) grew", "GDP=gross domestic product")]
    [InlineData("GDP (gross domestic product) grew", "GDP=gross domestic product")]
    [InlineData("small and medium-sized enterprises (SMEs)", "SMEs=small and medium-sized enterprises")]
    [InlineData("an International Index of Port Function (IIPF)", "IIPF=International Index of Port Function")]
    [InlineData("the Bureau of Ocean Lands [BOL]", "BOL=Bureau of Ocean Lands")]
    [InlineData("the Office(OSW). The Office of Small Wonders(OSW)", "OSW=Office of Small Wonders")]
    [InlineData("research and development (R&D)", "R&D=research and development")]
    [InlineData("three-dimensional (3D) maps", "3D=three-dimensional")]
    [InlineData("value-added tax (VAT; see below)", "VAT=value-added tax")]
    [InlineData("British Harbour Corp. (BHC) built", "BHC=British Harbour Corp.")]
    [InlineData("the “Centre for Sea Trade” (CST)", "CST=Centre for Sea Trade")]
    [InlineData("Ports (of the north) and sea trade act (STA)", "STA=sea trade act")]
    [InlineData("exports (X) and metres (10 mM) and so on (e.g. Germany)", "")]
    [InlineData("the plan (PQZ) and a table (see below)", "")]
    [InlineData("It ended. Trade rose (IT)", "")]
    [InlineData("sales (that is, exports) rose", "")]
    public void Letters_show_the_long_form(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("(")]
    [InlineData("(A(")]
    [InlineData("(AB) ")]
    [InlineData("a (AA)")]
    [InlineData("a b c d e (ABCDE) ")]
    [InlineData("Aaaaaaaaa")]
    [InlineData(")(")]
    public void A_longer_text_takes_no_more_memory_than_its_length_asks_for(string piece)
    {
        // Work on brackets is bounded, so what is allocated grows no faster than the text.
        var once = Allocated(Repeat(piece, 1 << 16));
        var often = Allocated(Repeat(piece, 1 << 20));
        Assert.True(often <= (64 * once) + (1 << 20), $"{once} bytes for 64 KB, {often} for 1 MB");
    }

    private static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length).ToString();

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        DefinitionScanner.Scan(text, 0, text.Length);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Show(string text) => string.Join(
        '|', DefinitionScanner.Scan(text, 0, text.Length).Select(definition => $"{definition.Short.Of(text)}={definition.Long.Of(text)}"));
}
