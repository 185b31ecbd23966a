using System.Text;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Extraction.Tests.Extractors;

public class ContentSnifferTests
{
    private static readonly IReadOnlyList<IExtractor> All = DocumentReader.DefaultExtractors(ExtractionLimits.Default);

    [Theory]
    [InlineData("page.txt", "<!DOCTYPE html><html><body><p>A</p></body></html>", "html")]
    [InlineData("page.md", "\n<!-- saved --><html><head></head></html>", "html")]
    [InlineData("page", "<?xml version=\"1.0\"?><html xmlns=\"x\"><body/></html>", "html")]
    [InlineData("part.html", "text first <p>A</p>", "html")]
    [InlineData("note.html", "just words", "text")]
    [InlineData("note.md", "# Title", "markdown")]
    [InlineData("note.txt", "# Title", "text")]
    [InlineData("note", "a < b and c > d", "text")]
    [InlineData("note.txt", "%PDF-1.7 …", "pdf")]
    [InlineData("note.txt", "\r\n\r\n%PDF-1.4 …", "pdf")]
    [InlineData("note.txt", "\0\u0003abc\0\0%PDF-1.1 …", "pdf")]
    [InlineData("note.pdf", "just words of a %PDF-1.4 file", "text")]
    [InlineData("note.txt", "II*\0…", "image")]
    public void Content_decides_and_the_name_only_where_content_leaves_it_open(string name, string content, string extractor)
    {
        var readers = All.Where(one => one.CanRead(Some.Source(content, name))).Select(one => one.Name);
        Assert.Equal([extractor], readers);
    }

    [Theory]
    [InlineData("PK\u0003\u0004…", "ZIP archive")]
    [InlineData("a\0b\0\0\0\u0001", "binary data")]
    public void What_is_not_read_fails_with_what_it_looks_like(string content, string expected)
    {
        var reader = new DocumentReader(All, _ => [], () => "none");
        var failure = Assert.Throws<ExtractionException>(() => reader.Read(Some.Source(content, "paper.txt"), "root/paper.txt"));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains("paper.txt", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u3000")]
    public void A_source_without_text_fails(string content) =>
        Assert.Throws<ExtractionException>(() => new DocumentReader(All, _ => [], () => "none").Read(Some.Source(content), "root/empty.txt"));

    [Fact]
    public void A_source_over_the_limit_fails_with_the_limit()
    {
        var extractor = new PlainTextExtractor(new ExtractionLimits { MaxBytes = 10 });
        var failure = Assert.Throws<ExtractionException>(() => extractor.Extract(Some.Source("twelve chars"), CancellationToken.None));
        Assert.Contains("the limit is 10", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_read_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        IReadOnlyList<IExtractor> texts = [.. All.Where(one => one.Name is "html" or "markdown" or "text")];
        foreach (var (extractor, text) in texts.Zip(["<html><body><p>Some text here.</p></body></html>", "# A\n\ntext", "text"]))
        {
            Assert.Throws<OperationCanceledException>(() => extractor.Extract(new SourceFile("a", Encoding.UTF8.GetBytes(text)), cancelled.Token));
        }
    }
}
