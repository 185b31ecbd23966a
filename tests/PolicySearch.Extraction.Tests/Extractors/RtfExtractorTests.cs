using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Extraction.Tests.Extractors;

public class RtfExtractorTests
{
    private static Document Read(string rtf) => SomePackage.Read(Encoding.Latin1.GetBytes(rtf));

    [Fact]
    public void Code_pages_fonts_and_unicode_give_the_text()
    {
        var document = Read(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset128 MS Mincho;}}\f0 caf\'e9 {\f1\'8eY\'8b\'c6} \u26481?\u20140? {\uc2\u8212\'81\'5c}\~end\par}");
        Assert.Equal("café 産業 東京 — end", document.Text.Replace('\u00A0', ' '));
    }

    [Fact]
    public void Paragraphs_styles_lists_notes_and_tables_become_blocks()
    {
        var document = Read(@"{\rtf1{\stylesheet{\s1 heading 1;}{\s2 Own;}}{\info{\title The title}{\creatim\yr1999\mo1\dy2}{\revtim\yr2003\mo4\dy5}{\author A. Writer}}{\header running head}{\*\unknown secret}"
            + @"\pard\s1 Part\par\pard Text{\footnote The note.}.\line more{\v hidden}\par\pard\ls1\ilvl1 Item\par"
            + @"\trowd\pard\intbl Year\cell Sum\cell\row\trowd\intbl 2001\cell 5\cell\row\pard Last{\pict 010203}\par}");
        Assert.Equal(
            ["Title: Part", "Paragraph: Text[1].|more", "Footnote: [1] The note.", "ListItem: Item", "TableCell: Year", "TableCell: Sum", "TableCell: 2001", "TableCell: 5", "Paragraph: Last"],
            Some.Lines(document));
        Assert.Equal("Sum", document.Blocks[7].ColumnHeading!.Value.Of(document.Text).ToString());
        Assert.Equal(("2003-04-05", "A. Writer"), (document.Published, document.Creator));
    }

    [Theory]
    [InlineData("{", 200_000)]
    [InlineData("}", 200_000)]
    [InlineData("\\", 100_001)]
    [InlineData("\\u-1", 50_000)]
    [InlineData("\\cell\\row", 20_000)]
    [InlineData("{\\footnote a", 5_000)]
    [InlineData("\\bin99999999 ", 10)]
    [InlineData("\\'", 50_000)]
    public void Odd_rtf_is_read_or_refused(string part, int times)
    {
        try
        {
            DocumentRules.AssertSound(Read("{\\rtf1 words " + string.Concat(Enumerable.Repeat(part, times)) + " end"), part);
        }
        catch (ExtractionException refused)
        {
            Assert.Contains("some.bin", refused.Message, StringComparison.Ordinal);
        }
    }
}
