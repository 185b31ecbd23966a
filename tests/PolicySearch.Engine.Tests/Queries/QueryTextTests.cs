using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Tests.Queries;

public sealed class QueryTextTests
{
    public static TheoryData<Query, string> Texts => new()
    {
        { new TermQuery("f", "a"), "f:a" },
        { new PrefixQuery("f", "a"), "f:a*" },
        { new SuffixQuery("f", "a"), "f:*a" },
        { new PhraseQuery("f", "a", "b"), "f:\"a b\"" },
        { new PhraseQuery("f", ["a", "b"], [0, 2], Slop: 3), "f:\"a ? b\"~3" },
        { new PhraseQuery("f", ["a", "b", "c"], [0, 0, 1]), "f:\"a|b c\"" },
        { new TermRangeQuery("f", "a", "b", IncludeTo: false), "f:[a TO b}" },
        { new TermRangeQuery("f", From: null, "b"), "f:[* TO b]" },
        { new NumberRangeQuery("n", 1, 2), "n:[1 TO 2]" },
        { new IntervalOverlapQuery("n", From: 5), "n:[5 TO *]" },
        { new BoostQuery(new TermQuery("f", "a"), 2), "(f:a)^2.0" },
        { new BoostQuery(new TermQuery("f", "a"), 0.25f), "(f:a)^0.25" },
        { new ConstantScoreQuery(new MatchAllQuery()), "ConstantScore(*:*)" },
        {
            new BooleanQuery(
            [
                new(Occur.Must, new TermQuery("f", "a")),
                new(Occur.MustNot, new TermQuery("f", "b")),
                new(Occur.Filter, new TermQuery("f", "c")),
                new(Occur.Should, new BooleanQuery([new(Occur.Should, new TermQuery("f", "d"))], 1)),
            ]),
            "+f:a -f:b #f:c ((f:d)~1)"
        },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_form_is_Lucenes(Query query, string expected) => Assert.Equal(expected, query.ToString());
}
