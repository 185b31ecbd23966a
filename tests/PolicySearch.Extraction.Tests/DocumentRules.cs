using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;

namespace PolicySearch.Extraction.Tests;

/// <summary>What holds for every document and its passages, however odd.</summary>
internal static class DocumentRules
{
    public const int MostWords = 300;

    public static IReadOnlyList<Passage> AssertSound(Document document, string about)
    {
        AssertRising(document.Text, document.Blocks, about);
        var passages = Segmenter.Segment(document);
        AssertRising(document.Text, [.. passages.SelectMany(passage => passage.Blocks)], about);
        Assert.Equal(Enumerable.Range(0, passages.Count), passages.Select(passage => passage.Ordinal));
        foreach (var passage in passages)
        {
            Assert.Equal(new TextSpan(passage.Blocks[0].Span.Start, passage.Blocks[^1].Span.End), passage.Span);
            var words = passage.Blocks.Sum(block => WordCount.Of(block.Span.Of(document.Text)));
            Assert.True(words <= MostWords, $"{about}: passage {passage.Ordinal} has {words} words");
            AssertOnlyLeadingHeadings(passage, about);
        }

        AssertCovered(document, passages, about);
        Assert.All(document.Links, link => Assert.True(link.Span.Start >= 0 && link.Span.End <= document.Text.Length && link.Span.Length > 0 && link.Target.Length > 0, $"{about}: {link}"));
        return passages;
    }

    private static void AssertRising(string text, IReadOnlyList<Block> blocks, string about)
    {
        var end = 0;
        foreach (var block in blocks)
        {
            var isSound = block.Span.Start >= end && block.Span.End > block.Span.Start && block.Span.End <= text.Length;
            Assert.True(isSound, $"{about}: block {block} after {end} in a text of {text.Length}");
            Assert.False(char.IsWhiteSpace(text[block.Span.Start]) || char.IsWhiteSpace(text[block.Span.End - 1]), $"{about}: white space at an end of {block}");
            end = block.Span.End;
        }
    }

    private static void AssertOnlyLeadingHeadings(Passage passage, string about)
    {
        var isBody = passage.Blocks.Select(block => block.Kind is not (BlockKind.Title or BlockKind.Heading)).ToList();
        Assert.True(isBody.SequenceEqual(isBody.Order()), $"{about}: passage {passage.Ordinal} crosses a heading");
    }

    // Every character of a block that is text is in exactly one passage's block (they rise without overlap, so in at most one).
    private static void AssertCovered(Document document, IReadOnlyList<Passage> passages, string about)
    {
        var covered = new bool[document.Text.Length];
        foreach (var block in passages.SelectMany(passage => passage.Blocks))
        {
            covered.AsSpan(block.Span.Start, block.Span.Length).Fill(true);
        }

        foreach (var block in document.Blocks)
        {
            var isText = block.Kind is not (BlockKind.Boilerplate or BlockKind.Contents);
            for (var i = block.Span.Start; i < block.Span.End; i++)
            {
                if (!char.IsWhiteSpace(document.Text[i]) && covered[i] != isText)
                {
                    Assert.Fail($"{about}: character {i} of {block} is {(covered[i] ? "in a passage" : "in no passage")}");
                }
            }
        }
    }
}
