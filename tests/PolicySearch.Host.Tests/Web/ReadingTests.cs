using PolicySearch.Host.Web.Addresses;
using PolicySearch.Host.Web.Reading;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Tests.Web;

public sealed class ReadingTests
{
    [Fact]
    public void A_line_end_begins_a_row_a_tab_a_cell_and_markup_a_paragraph()
    {
        const string Text = "a\t<p>b</p> <p>c</p>\nd\te";
        var hit = Passages.Hit(Text, [], Cell(0), Cell(5), Cell(14), Cell(20), Cell(22));
        var table = Assert.IsType<ReadingTable>(Assert.Single(PassageLayout.Of(hit, hit.Blocks, [])));
        Assert.Equal("a|b/c\nd|e", string.Join('\n', table.Rows.Select(row => string.Join('|', row.Select(cell => string.Join('/', cell.Paragraphs.Select(Passages.Show)))))));
    }

    [Fact]
    public void Items_in_a_row_make_one_list_and_headings_take_their_level_from_the_path()
    {
        const string Text = "One\nTwo\n- a\n- b\nend";
        var hit = Passages.Hit(Text, ["One", "Two"], ("heading", 0, 3), ("heading", 4, 7), ("list-item", 8, 11), ("list-item", 12, 15), ("paragraph", 16, 19));
        var blocks = PassageLayout.Of(hit, hit.Blocks, [[10, 11]]);
        Assert.Equal([2, 3], blocks.OfType<ReadingHeading>().Select(heading => heading.Level));
        Assert.Equal(["- *a*", "- b"], Assert.IsType<ReadingList>(blocks[2]).Items.Select(Passages.Show));
        Assert.Equal("end", Passages.Show(Assert.IsType<ReadingText>(blocks[3]).Pieces));
    }

    [Theory]
    [InlineData(" \n", null)]
    [InlineData("</p> <p>\t", null)]
    [InlineData("* * *", null)]
    [InlineData("Skip to\n content <p>Menu</p>", "Skip to content Menu")]
    [InlineData("a < b > c", "a < b > c")]
    public void What_was_left_out_is_shown_without_markup(string between, string? shown) => Assert.Equal(shown, LeftOutText.Of(between));

    [Fact]
    public void A_document_shows_all_its_text_once_and_marks_what_was_found()
    {
        const string Text = "Menu\n\nA title\n\nOne\n\nfirst words\n\nlast words\n\nView more";
        var first = Part(Text, "p1", ["One"], ("title", 6, 13), ("heading", 15, 18), ("paragraph", 20, 31));
        var last = Part(Text, "p2", ["One"], ("paragraph", 33, 43));
        var view = new DocumentView(Passages.Document, "text/plain", Text, [first, last]) { Creator = "A writer" };
        var model = DocumentPageModel.Of(view, new PageQuery { Text = "last" }, [last with { Highlights = [[0, 4]] }], chosenId: "p1");

        Assert.Equal("A writer", model.Creator);
        Assert.Equal(["Menu", "View more"], model.Parts.OfType<LeftOut>().Select(part => part.Text));
        var passages = model.Parts.OfType<ReadingPassage>().ToList();
        Assert.Equal([(true, false), (false, true)], passages.Select(passage => (passage.Chosen, passage.Found)));
        Assert.Equal(2, passages[0].Blocks.Count);
        Assert.Equal("*last* words", Passages.Show(Assert.IsType<ReadingText>(Assert.Single(passages[1].Blocks)).Pieces));
        Assert.Equal([new OutlineEntry(2, "One", "p1")], model.Outline);
        Assert.Equal((1, "#p2"), (model.FoundCount, Assert.Single(model.BestAddresses)));
    }

    private static (string Kind, int Start, int End) Cell(int at) => ("table-cell", at, at + 1);

    private static SearchHit Part(string text, string id, IReadOnlyList<string> heading, params (string Kind, int Start, int End)[] blocks)
    {
        var (start, end) = (blocks[0].Start, blocks[^1].End);
        return Passages.Hit(text, heading, blocks) with { Id = id, Start = start, End = end, Text = text[start..end] };
    }
}
