using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests;

public class DocumentReaderTests
{
    private static DocumentReader With(Func<Document, IReadOnlyList<Mention>> tag, string fingerprint = "1") =>
        new(DocumentReader.DefaultExtractors(ExtractionLimits.Default), tag, () => fingerprint);

    [Fact]
    public void Ids_do_not_depend_on_line_ends()
    {
        var reader = With(_ => []);
        var text = $"Title\n\n{Some.Sentence(70)}\n\nHeading\n\n{Some.Sentence(70)}\n";
        var unix = reader.Read(Some.Source(text), "root/a.txt");
        var windows = reader.Read(Some.Source(text.Replace("\n", "\r\n", StringComparison.Ordinal)), "root/a.txt");
        Assert.Equal(unix.Passages.Select(passage => passage.Id), windows.Passages.Select(passage => passage.Id));
        Assert.Equal(2, unix.Passages.Count);
    }

    [Fact]
    public void Equal_passages_get_different_ids_and_so_do_equal_documents_at_other_addresses()
    {
        var reader = With(_ => []);
        var text = string.Concat(Enumerable.Repeat($"# Same\n\n{Some.Sentence(70)}\n\n", 3));
        var first = reader.Read(Some.Source(text, "a.md"), "root/a.md");
        var second = reader.Read(Some.Source(text, "b.md"), "root/b.md");
        var ids = first.Passages.Concat(second.Passages).Select(passage => passage.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public void Every_mention_goes_to_the_passage_of_its_block()
    {
        var text = $"{Some.Sentence(150)}\n\nKeywords 2001 stand here. {Some.Sentence(150)}\n";
        var read = With(document => [MentionAt(document, "2001"), MentionAt(document, "Policy")]).Read(Some.Source(text), "root/a.txt");
        Assert.Equal(2, read.Passages.Sum(passage => passage.Mentions.Count));
        foreach (var (passage, mention) in read.Passages.SelectMany(passage => passage.Mentions.Select(mention => (passage, mention))))
        {
            Assert.Contains(passage.Passage.Blocks, block => block.Span.Contains(mention.Span));
        }
    }

    [Fact]
    public void A_mention_over_the_end_of_a_sentence_is_not_cut()
    {
        var text = string.Join(' ', Enumerable.Repeat(Some.Sentence(30), 20));
        var free = Segmenter.Segment(Some.Text(text));
        var span = new TextSpan(free[0].Span.End - 5, free[1].Span.Start + 6);
        var read = With(_ => [new Mention(MentionType.Organisation, "x", span) { Evidence = "test" }]).Read(Some.Source(text), "root/a.txt");
        var owner = Assert.Single(read.Passages, passage => passage.Mentions.Count == 1);
        Assert.Contains(owner.Passage.Blocks, block => block.Span.Contains(span));
    }

    [Fact]
    public void The_fingerprint_names_every_part_and_changes_with_the_tagger()
    {
        var fingerprint = With(_ => [], "rules 7").Fingerprint;
        Assert.Matches("^pdf:\\d+;image:\\d+;html:\\d+;markdown:\\d+;text:\\d+;.*docx:\\d+;.*segmenter:\\d+;tagger:rules 7;members:\\d+$", fingerprint);
        Assert.NotEqual(fingerprint, With(_ => [], "rules 8").Fingerprint);
    }

    [Fact]
    public void The_extractor_is_named() => Assert.Equal("markdown", With(_ => []).Read(Some.Source("# A\n\nb", "a.md"), "root/a.md").Extractor);

    private static Mention MentionAt(Document document, string text)
    {
        var start = document.Text.IndexOf(text, StringComparison.Ordinal);
        return new Mention(MentionType.Year, text, new TextSpan(start, start + text.Length)) { Evidence = "test" };
    }
}
