using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Segmentation;

namespace PolicySearch.Extraction.Tests;

/// <summary>Documents of a few lines.</summary>
internal static class Some
{
    public static SourceFile Source(string text, string name = "some.txt") => new(name, Encoding.UTF8.GetBytes(text));

    public static Document Text(string text) => new PlainTextExtractor().Extract(Source(text), CancellationToken.None);

    public static Document Markdown(string text) => new MarkdownExtractor().Extract(Source(text, "some.md"), CancellationToken.None);

    public static Document Html(string text) => new HtmlExtractor().Extract(Source(text, "some.html"), CancellationToken.None);

    /// <summary>A sentence of so many words.</summary>
    public static string Sentence(int words) => string.Join(' ', Enumerable.Range(1, words - 1).Select(i => i == 1 ? "Policy" : "word")) + " ends.";

    /// <summary>"Kind: text" of every block, for snapshots.</summary>
    public static string[] Lines(Document document) =>
        [.. document.Blocks.Select(block => $"{block.Kind}: {block.Span.Of(document.Text).ToString().ReplaceLineEndings("|")}")];

    /// <summary>The texts of all blocks of a kind.</summary>
    public static string[] Of(Document document, BlockKind kind) =>
        [.. document.Blocks.Where(block => block.Kind == kind).Select(block => block.Span.Of(document.Text).ToString())];

    /// <summary>The texts of a passage's blocks.</summary>
    public static string[] Of(Document document, Passage passage) =>
        [.. passage.Blocks.Select(block => block.Span.Of(document.Text).ToString())];
}
