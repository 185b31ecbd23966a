using PolicySearch.Engine.Analysis;
using PolicySearch.Engine.Analysis.Multilingual;
using PolicySearch.Testing;
using PolicySearch.Text;

namespace PolicySearch.Engine.Tests.Analysis.Multilingual;

public sealed class MultilingualAnalyzerTests
{
    private readonly TokenStream _stream = new MultilingualAnalyzer().CreateStream();

    [Theory]
    [InlineData("METI経済産業省", "meti 経済 済産 産業 業省")]
    [InlineData("取り組み", "取り り組 組み")]
    [InlineData("産業クラスター計画", "産業 業ク クラ ラス スタ ター ー計 計画")]
    [InlineData("ｸﾗｽﾀｰとｶﾞｲﾄﾞ", "クラ ラス スタ ター ーと とガ ガイ イド")]
    [InlineData("省 x 省", "省 x 省")]
    [InlineData("省・庁、県", "省 庁 県")]
    [InlineData("佐々木", "佐々 々木")]
    [InlineData("2001年に", "2001 年に")]
    [InlineData("経済産\n業省", "経済 済産 産業 業省")]
    [InlineData("経済産\n\n業省", "経済 済産 業省")]
    [InlineData("ＭＥＴＩ’s Policies", "meti polici")]
    [InlineData("Japan's ﬁnance ministries", "japan financ ministri")]
    [InlineData("Straße der Industrien, régionales", "strass der industrien régionales")]
    [InlineData("policy² ①研究", "polici 1 研究")]
    [InlineData("co\u00ADoperating", "cooper")]
    [InlineData("산업 정책", "산업 정책")]
    [InlineData("The of", "the of")]
    public void Mixed_text_is_folded_cut_and_stemmed(string text, string terms) => Assert.Equal(terms, Tokens.Line(_stream, text));

    [Fact]
    public void Pairs_keep_the_offsets_of_the_original()
    {
        var tokens = Tokens.Of(_stream, "㈱ｶﾞｽ METI");
        Assert.Equal(
            [("株", 0, 1), ("ガス", 1, 4), ("meti", 5, 9)],
            tokens.Select(t => (t.Term, t.Start, t.End)));
        Assert.All(tokens, t => Assert.Equal(1, t.Increment));
    }

    [Fact]
    public void Stop_words_are_an_option()
    {
        var analyzer = new MultilingualAnalyzer(StopWords.English);
        Assert.Equal("_ ministri _ 経済", Tokens.Line(analyzer.CreateStream(), "The ministry of 経済"));
        Assert.Equal("multilingual/1 unicode=15.0.0 fold=1 stop=lucene33", analyzer.Fingerprint);
    }

    [Fact]
    public void A_term_for_a_prefix_is_folded() => Assert.Equal("policies経済", new MultilingualAnalyzer().Normalize("ＰＯＬＩＣＩＥＳ経済"));

    [Fact]
    public void A_query_of_a_part_makes_a_phrase_that_stands_in_the_whole()
    {
        var whole = Tokens.Of(_stream, "日本の経済産業省は").ConvertAll(t => t.Term);
        var part = Tokens.Of(_stream, "経済産業省").ConvertAll(t => t.Term);
        Assert.Contains(
            Enumerable.Range(0, whole.Count - part.Count + 1), start => whole.Skip(start).Take(part.Count).SequenceEqual(part));
    }

    [Fact]
    public void Tokens_of_random_text_come_from_between_their_offsets()
    {
        const int seed = 8;
        var random = new Random(seed);
        for (var round = 0; round < 5000; round++)
        {
            var text = RandomText.Any(random, random.Next(0, round % 100 == 0 ? 800 : 50));
            var lastStart = 0;
            foreach (var token in Tokens.Of(_stream, text))
            {
                Assert.True(
                    token.Start >= lastStart && token.Start < token.End && token.End <= text.Length && token.Increment == 1,
                    $"seed {seed}, round {round}: {token}");
                var source = Folding.Fold(text.AsSpan(token.Start, token.End - token.Start)).Where(c => !Whitespace.Is(c));
                var isInside = string.Concat(source).Contains(token.Term, StringComparison.Ordinal);
                Assert.True(isInside || System.Text.Ascii.IsValid(token.Term), $"seed {seed}, round {round}: {token}");
                lastStart = token.Start;
            }
        }
    }

    [Fact]
    public void A_stream_left_in_the_middle_starts_afresh()
    {
        _stream.Reset("産 業 policy".AsMemory());
        _stream.MoveNext();
        Assert.Equal("省 a", Tokens.Line(_stream, "省 a"));
    }
}
