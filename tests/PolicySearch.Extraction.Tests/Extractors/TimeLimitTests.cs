using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Extraction.Tests.Extractors;

public class TimeLimitTests
{
    private static readonly ExtractionLimits Short = new() { MaxTime = TimeSpan.FromMilliseconds(300) };

    private static readonly string Large = new('a', TimeLimit.Small + 1);

    [Fact]
    public void A_source_whose_extractor_asks_the_token_is_ended_at_the_limit() => AssertEnded(token =>
    {
        token.WaitHandle.WaitOne();
        token.ThrowIfCancellationRequested();
    });

    [Fact]
    public void A_source_that_hangs_in_code_that_asks_nobody_is_no_longer_waited_for()
    {
        using var hang = new ManualResetEventSlim();
        AssertEnded(_ => hang.Wait(CancellationToken.None));
        hang.Set();
    }

    [Fact]
    public void A_large_source_gives_its_document_like_a_small_one() =>
        Assert.Equal("read", With(_ => { }, ExtractionLimits.Default).Read(Some.Source(Large), "root/a.txt").Document.Text);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whoever_cancels_gets_a_cancellation_and_no_reason(bool isLarge)
    {
        using var source = new CancellationTokenSource();
        var reader = With(
            token =>
            {
                source.Cancel();
                token.ThrowIfCancellationRequested();
            },
            ExtractionLimits.Default);
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(Some.Source(isLarge ? Large : "text"), "root/a.txt", source.Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_reason_of_the_extractor_comes_through(bool isLarge)
    {
        var reader = With(_ => throw new ExtractionException("broken at 7"), ExtractionLimits.Default);
        Assert.Equal("broken at 7", Assert.Throws<ExtractionException>(() => reader.Read(Some.Source(isLarge ? Large : "text"), "root/a.txt")).Message);
    }

    private static void AssertEnded(Action<CancellationToken> work)
    {
        var refused = Assert.Throws<ExtractionException>(() => With(work, Short).Read(Some.Source(Large, "slow.txt"), "root/slow.txt"));
        Assert.Equal("slow.txt takes more than 0.3 seconds to read; it is too large or hostile", refused.Message);
    }

    private static DocumentReader With(Action<CancellationToken> work, ExtractionLimits limits) => new([new Working(work)], _ => [], () => "none", limits: limits);

    /// <summary>Does some work and gives a document.</summary>
    private sealed class Working(Action<CancellationToken> work) : IExtractor
    {
        public string Name => "working";

        public int Version => 1;

        public bool CanRead(SourceFile source) => true;

        public Document Extract(SourceFile source, CancellationToken cancellationToken)
        {
            work(cancellationToken);
            return new Document { MediaType = "text/plain", Text = "read", Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, 4))] };
        }
    }
}
