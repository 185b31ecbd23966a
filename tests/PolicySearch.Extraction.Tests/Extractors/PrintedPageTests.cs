using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tests.Extractors;

/// <summary>Printed pages as <c>pdftotext</c> gives them.</summary>
public sealed class PrintedPageTests
{
    private const string Report =
        """
        Regional Papers 12                                             1

        What Became of the
        Regional Funds

        A review, 1999–2012

        Ann Example
        Bob Sample

        Contents

        1  Introduction ................................ 2
        2  What was found .............................. I–IV
        References

        Regional Papers 12                                             2

        1  Introduction

        For thirteen years each region had a fund of its own, and the money
        was spent on roads, on land and on the training of young people in
        the towns that had lost their mines.1 No other experiment was as large,
        or was ended as fast as this one when the government changed hands.

        1  The others were the departments for environment and culture,
        for education and for trade.

        Regional Papers 12                                             3

        2  What was found

        Table 2.1   Money spent by region

                                 2006     2010     2014
        Northern Uplands         58.8     70.0     84.2
        Southern Coast
          and Islands            12.5               9.1

        References

        Example, A. and Sample, B. (2009) The state and uneven develop-
        ment in the regions. Journal of Regions, 2(1), 13–34.

        Sample, B., Learning from the funds
        """;

    private readonly Document _document = Some.Text(Report);

    [Fact]
    public void A_title_broken_over_lines_is_one() => Assert.Equal("What Became of the Regional Funds", _document.Title);

    [Fact]
    public void Running_heads_with_page_numbers_are_boilerplate() =>
        Assert.Equal(3, Some.Of(_document, BlockKind.Boilerplate).Length);

    [Fact]
    public void Headings_are_those_of_the_text_and_not_authors() =>
        Assert.Equal(["1  Introduction", "2  What was found", "References"], Some.Of(_document, BlockKind.Heading));

    [Fact]
    public void A_note_with_only_a_number_in_front_is_one_block() =>
        Assert.Equal("1  The others were the departments for environment and culture,\nfor education and for trade.", Assert.Single(Some.Of(_document, BlockKind.Footnote)));

    [Fact]
    public void Contents_end_with_pages_of_any_numbering() => Assert.Equal(4, Some.Of(_document, BlockKind.Contents).Length);

    [Fact]
    public void Cells_set_with_spaces_find_their_columns_also_beside_empty_ones()
    {
        Assert.Equal("Table 2.1   Money spent by region", Assert.Single(Some.Of(_document, BlockKind.Caption)));
        Assert.Equal(("Northern Uplands", "2010"), HeadingsOf("70.0"));
        Assert.Equal(("and Islands", "2014"), HeadingsOf("9.1"));
    }

    [Fact]
    public void Under_References_no_entry_is_a_heading() => Assert.Equal(2, Some.Of(_document, BlockKind.Reference).Length);

    [Fact]
    public void The_heading_of_a_divider_page_is_left_to_the_page_that_repeats_it()
    {
        var document = Some.Text("A report on regions\n\nThis report tells of the regions, of their funds and of what became of both in the end.\n\n01\n\nThe state of play\n\n\n\n1. The state of play\n\nThe regions had come a long way by the time of the review.\n");

        Assert.Equal(["1. The state of play"], Some.Of(document, BlockKind.Heading));
    }

    [Fact]
    public void Authors_and_keywords_are_no_headings()
    {
        var document = Some.Text("Innovation in the regions: a review\n\nJane Roe, John Q. Doe and Ann de Vries\n\nAbstract\nThis article reviews thirty years of policy in the regions.\n\nKeywords: regions, policy\n\n1 Introduction\n\nThe regions spend more than any other part of the country.\n");

        Assert.Equal(["Abstract", "1 Introduction"], Some.Of(document, BlockKind.Heading));
    }

    [Fact]
    public void Usual_headings_of_minutes_need_no_gap()
    {
        var document = Some.Text("第3回地域産業研究会\n\n出席者\n青木委員、井上委員、上田委員\n\n議題\n１．現状について\n２．今後の進め方について\n\n議事概要\n事務局より資料に基づき説明が行われた。\n");

        Assert.Equal(["出席者", "議題", "議事概要"], Some.Of(document, BlockKind.Heading));
    }

    [Fact]
    public void Paragraphs_with_numbers_are_no_notes()
    {
        var document = Some.Text("A report on regions\n\n1 The first paragraph is about towns.\n\n2 The second one is about ports.\n\n3 The third one is about mines.\n");

        Assert.Empty(Some.Of(document, BlockKind.Footnote));
    }

    [Fact]
    public void Lines_of_numbers_in_two_styles_do_not_exhaust_the_stack()
    {
        var document = Some.Text(string.Concat(Enumerable.Repeat("1. Ports\n(1) Mines\n", 50_000)));

        Assert.Equal(100_000, document.Blocks.Count);
    }

    private (string? Row, string? Column) HeadingsOf(string cell)
    {
        var block = _document.Blocks.Single(block => block.Kind == BlockKind.TableCell && block.Span.Of(_document.Text).SequenceEqual(cell));
        return (block.RowHeading?.Of(_document.Text).ToString(), block.ColumnHeading?.Of(_document.Text).ToString());
    }
}
