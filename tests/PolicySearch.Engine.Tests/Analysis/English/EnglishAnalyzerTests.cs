using PolicySearch.Engine.Analysis;
using PolicySearch.Engine.Analysis.English;

namespace PolicySearch.Engine.Tests.Analysis.English;

public sealed class EnglishAnalyzerTests
{
    [Fact]
    public void Tokens_of_the_sample_equal_those_of_Lucene_8()
    {
        var stream = new EnglishAnalyzer().CreateStream();
        var samples = LuceneSamples.Read("lucene-8.7-english.txt").ToList();
        Assert.True(samples.Count > 50);
        Assert.All(samples, sample => Assert.Equal(sample.Rows, Tokens.Of(stream, sample.Text).Select(Tokens.Row)));
    }

    [Fact]
    public void Stop_words_leave_gaps_and_possessives_go()
    {
        var stream = new EnglishAnalyzer().CreateStream();
        Assert.Equal("_ ministri _ _ economi japan", Tokens.Line(stream, "The Ministry of the Economy: Japan's"));
        Assert.Equal("ministr", Tokens.Line(stream, "MINISTR’S"));
    }

    [Fact]
    public void Without_stop_words_every_word_stays() =>
        Assert.Equal("the ministri of it", Tokens.Line(new EnglishAnalyzer(StopWords.None).CreateStream(), "The ministry of it"));

    [Fact]
    public void The_fingerprint_names_version_tables_and_stop_words()
    {
        Assert.Equal("english/1 unicode=15.0.0 stop=lucene33", new EnglishAnalyzer().Fingerprint);
        Assert.Equal("english/1 unicode=15.0.0 stop=none", new EnglishAnalyzer(StopWords.None).Fingerprint);
        Assert.Equal("standard/1 unicode=15.0.0 stop=none", new StandardAnalyzer().Fingerprint);
    }

    [Fact]
    public void A_term_for_a_prefix_is_in_lower_case_and_not_stemmed() =>
        Assert.Equal("policies", new EnglishAnalyzer().Normalize("POLICIES"));

    [Fact]
    public void Thirty_three_words_are_stop_words()
    {
        Assert.True(StopWords.English.Contains("their") && StopWords.English.Contains("a"));
        Assert.False(StopWords.English.Contains("from") || StopWords.English.Contains("The") || StopWords.None.Contains(""));
    }

    [Fact]
    public void A_stream_in_use_allocates_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("The Ministry's policies, since 2001, were promoting industrial clusters. ", 50));
        foreach (var stream in (TokenStream[])[
            new EnglishAnalyzer().CreateStream(), new Engine.Analysis.Multilingual.MultilingualAnalyzer().CreateStream()])
        {
            Run(stream, text);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Run(stream, text);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static void Run(TokenStream stream, string text)
    {
        stream.Reset(text.AsMemory());
        while (stream.MoveNext())
        {
        }
    }
}
