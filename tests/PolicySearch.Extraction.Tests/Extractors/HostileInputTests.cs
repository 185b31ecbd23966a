using System.Text;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors;

public class HostileInputTests
{
    private static readonly DocumentReader Reader = new(DocumentReader.DefaultExtractors(ExtractionLimits.Default), _ => [], () => "none");

    public static TheoryData<string, string> Texts => new()
    {
        { "a line of 5 MB", string.Concat(Enumerable.Repeat("The policy of 2001 went on. ", 180_000)) },
        { "1 MB without a space", new string('x', 1_000_000) },
        { "1 MB of wide characters", new string('産', 1_000_000) },
        { "1 MB of <", new string('<', 1_000_000) },
        { "1 MB of <p>", string.Concat(Enumerable.Repeat("<p>a\t", 200_000)) },
        { "100,000 brackets", new string('[', 100_000) + new string('(', 100_000) },
        { "100,000 stars", string.Concat(Enumerable.Repeat("* a\n\n", 100_000)) },
        { "lone surrogates", string.Concat(Enumerable.Repeat("some words a\uD800 \uDC00b\n", 1000)) },
        { "10,000 columns", string.Join('\n', Enumerable.Repeat(string.Join('\t', Enumerable.Range(0, 10_000)), 5)) },
        { "100,000 short lines", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"Line {i}\n\n")) },
        { "100,000 equal lines", string.Concat(Enumerable.Repeat("Running head\n\n\n", 100_000)) },
        { "only digits", string.Concat(Enumerable.Repeat("0123456789 ", 50_000)) },
        { "right to left", string.Concat(Enumerable.Repeat("مرحبا بالعالم. ", 10_000)) },
        { "100,000 empty cells", new string('\t', 100_000) + "a\n" + new string('\t', 100_000) + "b" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Odd_text_is_read_by_the_rules(string name, string text)
    {
        var document = new PlainTextExtractor().Extract(new SourceFile(name, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray()), CancellationToken.None);
        DocumentRules.AssertSound(document, name);
    }

    [Fact]
    public void An_element_with_countless_attributes_is_refused_before_they_are_compared_with_each_other()
    {
        var xml = $"<?xml version='1.0'?><a {string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"a{i}='1'"))}>Some words of text.</a>";
        var refused = Assert.Throws<ExtractionException>(() => new XmlExtractor().Extract(Some.Source(xml, "some.xml"), CancellationToken.None));
        Assert.Contains("an element with 200000 attributes", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<div><table></div></table>", 3_000)]
    [InlineData("<ul><li>", 50_000)]
    [InlineData("<table><tr><td>", 20_000)]
    [InlineData("<p>a", 100_000)]
    [InlineData("<", 1_000_000)]
    [InlineData("<a href=x>y</a>", 50_000)]
    public void Odd_markup_is_read_or_refused(string part, int times)
    {
        var html = "<html><body><p>Some words of text.</p>" + string.Concat(Enumerable.Repeat(part, times)) + "<p>The last words.</p>";
        try
        {
            DocumentRules.AssertSound(Some.Html(html), part);
        }
        catch (ExtractionException refused)
        {
            Assert.Contains("some.html", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(">", 100_000)]
    [InlineData("- ", 20_000)]
    [InlineData("[", 100_000)]
    [InlineData("*a ", 100_000)]
    [InlineData("![a](", 5_000)]
    [InlineData("<p>", 100_000)]
    public void Odd_markdown_is_read_or_refused(string part, int times)
    {
        try
        {
            DocumentRules.AssertSound(Some.Markdown("Words.\n\n" + string.Concat(Enumerable.Repeat(part, times)) + " end\n"), part);
        }
        catch (ExtractionException refused)
        {
            Assert.Contains("some.md", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_bytes_are_read_or_refused(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < LongRun.Rounds(300, 5000); round++)
        {
            var bytes = new byte[random.Next(1, 3000)];
            random.NextBytes(bytes);
            if (round % 2 == 0)
            {
                // Text-like: no zero bytes, many line ends and marks.
                bytes = Array.ConvertAll(bytes, value => "ab .\n\t#*-1<>|[]:。産"u8[value % 22]);
            }

            var name = (round % 3) switch { 0 => "a.txt", 1 => "a.md", _ => "a.html" };
            try
            {
                var read = Reader.Read(new SourceFile(name, bytes), "root/" + name);
                DocumentRules.AssertSound(read.Document, $"seed {seed}, round {round}");
            }
            catch (ExtractionException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Mutated_seeds_keep_the_rules(int seed)
    {
        var random = new Random(seed);
        foreach (var name in (string[])[Seeds.KeyPolicies, Seeds.Actors, Seeds.Revisited, Seeds.ThreeTerms, Seeds.Factsheet])
        {
            var source = Encoding.UTF8.GetString(Seeds.Source(name).Content.Span);
            for (var round = 0; round < LongRun.Rounds(12, 300); round++)
            {
                var mutated = Mutate(source, random);
                DocumentRules.AssertSound(Some.Text(mutated), $"{name}, seed {seed}, round {round}");
            }
        }
    }

    [Fact]
    public void A_long_line_is_cut_into_passages_of_the_usual_size()
    {
        var passages = Segmenter.Segment(Some.Text(string.Concat(Enumerable.Repeat("The policy of 2001 went on and on. ", 20_000))));
        Assert.InRange(passages.Count, 1000, 2000);
    }

    private static string Mutate(string text, Random random)
    {
        string[] parts = ["\n", "\n\n", "\t", "<p>", "</p>", " ", ".", "\f", "- ", "1. ", "# ", "|", "\r", "*", "産業。", "\uD800"];
        var mutated = new StringBuilder(text);
        for (var i = 0; i < 60; i++)
        {
            var at = random.Next(mutated.Length);
            switch (random.Next(3))
            {
                case 0:
                    mutated.Insert(at, parts[random.Next(parts.Length)]);
                    break;
                case 1:
                    mutated.Remove(at, Math.Min(random.Next(1, 200), mutated.Length - at));
                    break;
                default:
                    mutated.Insert(at, text.AsSpan(random.Next(text.Length - 300), 300));
                    break;
            }
        }

        return mutated.ToString();
    }
}
