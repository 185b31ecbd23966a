using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Tests.Queries.Parsing;

public sealed class QuerySyntaxTests
{
    [Theory]
    [InlineData("cluster", "body:cluster")]
    [InlineData("knowledge cluster", "body:knowledge body:cluster")]
    [InlineData("a1 AND b1", "+body:a1 +body:b1")]
    [InlineData("a1 && b1", "+body:a1 +body:b1")]
    [InlineData("a1 OR b1", "body:a1 body:b1")]
    [InlineData("a1 || b1", "body:a1 body:b1")]
    [InlineData("a1 NOT b1", "body:a1 -body:b1")]
    [InlineData("a1 !b1", "body:a1 -body:b1")]
    [InlineData("+a1 -b1 c1", "+body:a1 -body:b1 body:c1")]
    [InlineData("a1 AND NOT b1", "+body:a1 -body:b1")]
    [InlineData("a1 - b1", "body:a1 -body:b1")]
    [InlineData("-a1", "-body:a1")]
    [InlineData("+a1", "body:a1")]
    [InlineData("policy-making", "body:\"policy making\"")]
    [InlineData("x&y c&&d", "body:\"x y\" body:\"c d\"")]
    public void Operators_mean_what_they_mean_in_Lucene(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("a1 AND b1 OR c1", "+body:a1 +body:b1 body:c1")]
    [InlineData("a1 OR b1 AND c1", "body:a1 +body:b1 +body:c1")]
    [InlineData("a1 b1 AND c1 d1", "body:a1 +body:b1 +body:c1 body:d1")]
    [InlineData("NOT a1 AND b1", "-body:a1 +body:b1")]
    [InlineData("a1 OR NOT b1", "body:a1 -body:b1")]
    public void AND_and_OR_mix_without_precedence_as_in_Lucenes_classic_parser(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("(a1 b1) AND c1", "+(body:a1 body:b1) +body:c1")]
    [InlineData("((a1))", "body:a1")]
    [InlineData("-(a1 b1)", "-(body:a1 body:b1)")]
    [InlineData("title:(a1 tag:X b1)", "title:a1 tag:X title:b1")]
    [InlineData("(a1 b1)^3", "(body:a1 body:b1)^3.0")]
    public void Parentheses_group(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("\"two words\"", "body:\"two words\"")]
    [InlineData("\"two words\"~3", "body:\"two words\"~3")]
    [InlineData("\"two words\"~", "body:\"two words\"")]
    [InlineData("\"two words\"~3^2.5", "(body:\"two words\"~3)^2.5")]
    [InlineData("\"one\"~4", "body:one")]
    [InlineData("\"ministry of trade\"", "body:\"ministry ? trade\"")]
    [InlineData("\"a \\\" b1\"", "body:b1")]
    public void Quotes_make_phrases(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("clust*", "body:clust*")]
    [InlineData("CLUST*", "body:clust*")]
    [InlineData("tag:ME*", "tag:ME*")]
    [InlineData("*:*", "*:*")]
    [InlineData("tag:*", "tag:[* TO *]")]
    [InlineData("year:*", "year:[* TO *]")]
    [InlineData("clu\\*", "body:clu")]
    public void A_star_ends_a_prefix(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("title:[A TO C]", "title:[a TO c]")]
    [InlineData("title:{A TO C]", "title:{a TO c]")]
    [InlineData("tag:[A TO *}", "tag:[A TO *]")]
    [InlineData("tag:[\"A B\" TO \"C D\"]", "tag:[A B TO C D]")]
    [InlineData("size:[10 TO 20]", "size:[10 TO 20]")]
    [InlineData("size:{10 TO 20}", "size:[11 TO 19]")]
    [InlineData("size:[-5 TO *]", "size:[-5 TO *]")]
    [InlineData("size:12", "size:[12 TO 12]")]
    [InlineData("size:\"-12\"", "size:[-12 TO -12]")]
    [InlineData("year:[2001 TO 2005]", "year:[2001 TO 2005]")]
    [InlineData("year:２００１", "year:[2001 TO 2001]")]
    [InlineData("size:{9223372036854775807 TO *]", "MatchNoDocsQuery(\"\")")]
    public void Ranges_go_by_the_kind_of_the_field(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("tag:METI", "tag:METI")]
    [InlineData("tag:\"Ministry of Finance (Korea)\"", "tag:Ministry of Finance (Korea)")]
    [InlineData("tag : METI", "tag:METI")]
    public void Keywords_are_taken_as_they_are(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("the cluster", "body:cluster")]
    [InlineData("the AND cluster", "body:cluster")]
    [InlineData("cluster AND the", "body:cluster")]
    [InlineData("(the of) cluster", "body:cluster")]
    [InlineData("the of", "MatchNoDocsQuery(\"\")")]
    [InlineData("\"\"", "MatchNoDocsQuery(\"\")")]
    [InlineData("the^2", "MatchNoDocsQuery(\"\")")]
    public void Stop_words_vanish(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("")]
    [InlineData("  \t\u3000")]
    public void An_empty_query_finds_everything(string text) => Assert.IsType<MatchAllQuery>(Parsers.Body.Parse(text));

    [Theory]
    [InlineData("\\(a1\\)", "body:a1")]
    [InlineData("tag:a\\:b", "tag:a:b")]
    [InlineData("tag:a\\ b", "tag:a b")]
    [InlineData("tag:\\u0041B", "tag:AB")]
    [InlineData("tag:\\AND", "tag:AND")]
    [InlineData("tag:a\\\\b", "tag:a\\b")]
    public void A_backslash_protects(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("“two words”", "body:\"two words\"")]
    [InlineData("＂two words＂～2", "body:\"two words\"~2")]
    [InlineData("（a1　b1）　ＡＮＤ　c1", "+(body:a1 body:b1) +body:c1")]
    [InlineData("tag：METI", "tag:METI")]
    [InlineData("＋a1　－b1", "+body:a1 -body:b1")]
    public void Full_width_signs_work_as_their_ASCII_forms(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("cluster", "body:cluster (title:cluster)^2.0")]
    [InlineData("+cluster the", "+(body:cluster (title:cluster)^2.0) (title:the)^2.0")]
    [InlineData("the", "(title:the)^2.0")]
    [InlineData("title:the", "title:the")]
    public void A_word_is_looked_for_in_every_default_field_by_its_weight(string text, string expected) =>
        Assert.Equal(expected, Parsers.BodyAndTitle.Parse(text).ToString());

    private static void Check(string text, string expected) => Assert.Equal(expected, Parsers.Body.Parse(text).ToString());
}
