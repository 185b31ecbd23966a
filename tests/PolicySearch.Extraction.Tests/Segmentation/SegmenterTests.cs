using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;

namespace PolicySearch.Extraction.Tests.Segmentation;

public class SegmenterTests
{
    [Theory]
    [MemberData(nameof(Seeds.Names), MemberType = typeof(Seeds))]
    public void The_seeds_passages_keep_the_rules(string seed)
    {
        var document = Seeds.Read(seed);
        var passages = DocumentRules.AssertSound(document, seed);
        Assert.Equal(BlockKind.Title, passages[0].Blocks[0].Kind);
        var running = passages.Where(passage => passage.Kind == PassageKind.Text).Select(passage => passage.Blocks.Sum(block => WordCount.Of(block.Span.Of(document.Text))));
        Assert.All(running, words => Assert.InRange(words, 10, 230));
    }

    [Fact]
    public void A_passage_never_crosses_a_heading_and_begins_with_it()
    {
        var document = Some.Text($"Title\n\nFirst heading\n\n{Some.Sentence(20)}\n\nSecond heading\n\n{Some.Sentence(20)}\n");
        var passages = Segmenter.Segment(document);
        Assert.Equal(2, passages.Count);
        Assert.Equal([BlockKind.Title, BlockKind.Heading, BlockKind.Paragraph], passages[0].Blocks.Select(block => block.Kind));
        Assert.Equal(["First heading"], passages[0].Heading);
        Assert.Equal(["Second heading"], passages[1].Heading);
        Assert.Equal(BlockKind.Heading, passages[1].Blocks[0].Kind);
    }

    [Fact]
    public void Nested_headings_without_text_between_them_join_and_the_path_names_both()
    {
        var document = Seeds.Read(Seeds.Actors);
        var passage = Segmenter.Segment(document).First(one => one.Blocks[0].Span.Of(document.Text) is "Innovation Agencies");
        Assert.Equal(["Innovation Agencies", "National Institute of Advanced Industrial Science and Technology (AIST)"], passage.Heading);
        Assert.Equal(BlockKind.Heading, passage.Blocks[1].Kind);
    }

    [Fact]
    public void A_long_paragraph_is_cut_at_sentence_ends_into_parts_of_its_kind()
    {
        var document = Some.Text(string.Join(' ', Enumerable.Repeat(Some.Sentence(30), 20)));
        var passages = DocumentRules.AssertSound(document, "long");
        Assert.InRange(passages.Count, 3, 10);
        Assert.All(passages, passage => Assert.EndsWith("ends.", Some.Of(document, passage)[^1], StringComparison.Ordinal));
        Assert.All(passages, passage => Assert.Equal(BlockKind.Paragraph, passage.Blocks[0].Kind));
    }

    [Fact]
    public void Japanese_is_cut_at_its_sentence_ends()
    {
        var document = Some.Text(string.Concat(Enumerable.Repeat("経済産業省は、二〇〇一年度から産業クラスター計画を推進している。", 60)));
        var passages = DocumentRules.AssertSound(document, "long");
        Assert.InRange(passages.Count, 4, 16);
        Assert.All(passages, passage => Assert.EndsWith("。", Some.Of(document, passage)[^1], StringComparison.Ordinal));
        Assert.All(passages, passage => Assert.Equal("ja", passage.Language));
    }

    [Fact]
    public void Digits_among_characters_count_where_a_text_without_spaces_is_cut()
    {
        var document = Some.Text(string.Concat(Enumerable.Repeat("2001年度", 400)));
        Assert.All(DocumentRules.AssertSound(document, "mixed"), passage => Assert.InRange(WordCount.Of(passage.Span.Of(document.Text)), 60, 200));
    }

    [Fact]
    public void No_cut_falls_inside_a_span_that_stays_whole()
    {
        var document = Some.Text(string.Join(' ', Enumerable.Repeat(Some.Sentence(30), 20)));
        var free = Segmenter.Segment(document);
        var name = new TextSpan(free[0].Span.End - 5, free[1].Span.Start + 6);
        var passages = Segmenter.Segment(document, [name]);
        Assert.Contains(passages, passage => passage.Blocks.Any(block => block.Span.Contains(name)));
    }

    [Fact]
    public void A_list_stays_with_its_lead_in()
    {
        var document = Some.Text($"{Some.Sentence(150)}\n\nThe plan has these three parts, all of them begun in the year 2001:\n\n- {Some.Sentence(20)}\n- {Some.Sentence(20)}\n- {Some.Sentence(20)}\n");
        var passages = Segmenter.Segment(document);
        Assert.Equal([PassageKind.Text, PassageKind.List], passages.Select(passage => passage.Kind));
        Assert.StartsWith("The plan has", Some.Of(document, passages[1])[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The following harbours received grants:")]
    [InlineData("The harbours that received grants are as follows.")]
    [InlineData("補助金を受けた港は、次のとおりである。")]
    public void A_list_that_goes_on_in_another_passage_knows_its_lead_in_there(string leadIn)
    {
        var items = string.Concat(Enumerable.Range(1, 12).Select(_ => $"- {Some.Sentence(30)}\n"));
        var document = Some.Text($"{leadIn}\n\n{items}\n{Some.Sentence(150)}\n\n- {Some.Sentence(10)}\n");
        var passages = Segmenter.Segment(document);

        Assert.Equal(BlockKind.Paragraph, passages[0].Blocks[0].Kind);
        var lists = passages.Skip(1).Where(passage => passage.Blocks[0].Kind == BlockKind.ListItem && passage.Span.Start < document.Text.Length - 1200).ToList();
        Assert.NotEmpty(lists);
        Assert.All(lists, passage => Assert.Equal(leadIn, passage.Blocks[0].LeadIn is { } span ? span.Of(document.Text).ToString() : null));
        Assert.All(passages.SelectMany(passage => passage.Blocks).Where(block => block.LeadIn is not null), block => Assert.Contains(lists, list => list.Blocks[0] == block));
    }

    [Fact]
    public void A_caption_goes_with_the_table_below_it()
    {
        var document = Some.Text("The regions\n\nTable 1. Money by region\n\nRegion\t2006\t2010\nNorth\t12\t14\nSouth\t7\t9\n");

        var passage = Assert.Single(Segmenter.Segment(document));

        Assert.Equal((PassageKind.Table, BlockKind.Caption), (passage.Kind, passage.Blocks[1].Kind));
    }

    [Fact]
    public void A_short_last_paragraph_joins_the_one_before()
    {
        var document = Some.Text($"Heading\n\n{Some.Sentence(110)}\n\n{Some.Sentence(50)}\n");

        Assert.Single(Segmenter.Segment(document));
    }

    [Fact]
    public void Cells_of_a_row_stay_together()
    {
        var document = Seeds.Read(Seeds.Factsheet);
        var passages = Segmenter.Segment(document);
        var places = passages.SelectMany(passage => passage.Blocks.Where(block => block.Table == 1).Select(block => (block.Row, passage.Ordinal))).Distinct().ToList();
        Assert.Equal(places.Count, places.DistinctBy(place => place.Row).Count());
    }

    [Fact]
    public void Footnotes_references_and_captions_have_passages_of_their_own()
    {
        Assert.Contains(Segmenter.Segment(Seeds.Read(Seeds.Revisited)), passage => passage.Kind == PassageKind.Footnote);
        var factsheet = Segmenter.Segment(Seeds.Read(Seeds.Factsheet));
        Assert.All(factsheet.Where(passage => passage.Heading is ["Bibliography"]), passage => Assert.Equal(PassageKind.Reference, passage.Kind));
        Assert.Contains(factsheet, passage => passage.Kind == PassageKind.Table);
    }

    [Fact]
    public void A_document_of_headings_only_still_has_a_passage()
    {
        var document = Some.Markdown("# One\n\n## Two\n\n## Three\n");
        Assert.Equal(["One", "Two", "Three"], Some.Of(document, Assert.Single(Segmenter.Segment(document))));
    }
}
