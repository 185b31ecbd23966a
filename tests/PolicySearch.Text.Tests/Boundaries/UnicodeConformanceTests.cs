using PolicySearch.Testing;
using PolicySearch.Text.Boundaries;

namespace PolicySearch.Text.Tests.Boundaries;

public sealed class UnicodeConformanceTests
{
    private delegate int NextBoundary(ReadOnlySpan<char> text, int start);

    [Fact]
    public void Word_boundaries_pass_the_Unicode_test_file() => Check("WordBreakTest.txt", 1823, WordBoundaries.Next);

    [Fact]
    public void Sentence_boundaries_without_tailoring_pass_the_Unicode_test_file() =>
        Check("SentenceBreakTest.txt", 502, DefaultSentenceBoundaries.Next);

    [Fact]
    public void Boundaries_of_random_text_always_move_on_and_end_at_the_end()
    {
        const int seed = 20260101;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var text = RandomText.Any(random, random.Next(1, 60));
            foreach (var next in (NextBoundary[])[WordBoundaries.Next, DefaultSentenceBoundaries.Next])
            {
                var position = 0;
                while (position < text.Length)
                {
                    var end = next(text, position);
                    Assert.True(end > position && end <= text.Length, $"seed {seed}, round {round}: stuck at {position}");
                    position = end;
                }
            }
        }
    }

    private static void Check(string file, int count, NextBoundary next)
    {
        var cases = BreakTestFile.Read(file).ToList();
        Assert.Equal(count, cases.Count);
        foreach (var (line, text, expected) in cases)
        {
            var actual = new List<int> { 0 };
            while (actual[^1] < text.Length)
            {
                actual.Add(next(text, actual[^1]));
            }

            Assert.True(expected.SequenceEqual(actual), $"[{string.Join(' ', actual)}] for {line}");
        }
    }
}
