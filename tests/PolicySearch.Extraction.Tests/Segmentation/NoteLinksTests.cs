using PolicySearch.Extraction.Segmentation;

namespace PolicySearch.Extraction.Tests.Segmentation;

public sealed class NoteLinksTests
{
    [Theory]
    [InlineData("Some words of text.[1] And more of them.\n\n[1] The note says where it stands.", "1")]
    [InlineData("Some words of text¹ and more of them.\n\n¹ The note says where it stands.", "1")]
    [InlineData("文章の途中である（注１）。続きの文章もある。\n\n注1 資料の出所はここに示す。", "1")]
    [InlineData("文章の途中である※2。続きの文章もある。\n\n※2 資料の出所はここに示す。", "2")]
    [InlineData("Each of the dimensions* is scored here.\n\n* This dimension is scored only once.", "*")]
    public void A_note_is_tied_to_the_passage_that_cites_it(string text, string label)
    {
        var document = Some.Text(text);

        var link = Assert.Single(NoteLinks.Find(document.Text, Segmenter.Segment(document)));

        Assert.Equal(new NoteLink(label, 0, 1), link);
    }

    [Fact]
    public void A_note_in_Markdown_is_tied_by_its_name()
    {
        var document = Some.Markdown("# Title\n\nSome words of text.[^gp] And more of them.\n\n[^gp]: The note says where it stands.\n");

        Assert.Equal([new NoteLink("gp", 0, 1)], NoteLinks.Find(document.Text, Segmenter.Segment(document)));
    }

    [Fact]
    public void Of_notes_with_one_number_the_next_is_meant()
    {
        var document = Some.Text("First words of text.1 They go on for a while.\n\n1 The first note, see above.\n\n1\n\f\nSecond words of text.1 They go on for a while.\n\n1 The second note, see below.\n\n2\n");
        var passages = Segmenter.Segment(document);

        var links = NoteLinks.Find(document.Text, passages);

        Assert.Equal(["The first note", "The second note"], links.Select(link => passages[link.Note].Span.Of(document.Text)[2..].ToString().Split(',')[0]));
    }

    [Theory]
    [InlineData("It rose to 1 per cent in 2011. The law of 1991 did it.\n\n[1] The note says where it stands.")]
    [InlineData("1. The first item of a list\n2. The second item of it\n\n[1] The note says where it stands.")]
    public void Other_numbers_cite_nothing(string text)
    {
        var document = Some.Text(text);

        Assert.Empty(NoteLinks.Find(document.Text, Segmenter.Segment(document)));
    }

    [Fact]
    public void The_notes_of_a_seed_are_all_cited()
    {
        var document = Seeds.Read(Seeds.Revisited);

        var links = NoteLinks.Find(document.Text, Segmenter.Segment(document));

        Assert.Equal(Enumerable.Range(1, 9).Select(number => number.ToString()), links.Select(link => link.Label).Order());
    }
}
