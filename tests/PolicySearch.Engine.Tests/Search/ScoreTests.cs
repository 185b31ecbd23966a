using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;

namespace PolicySearch.Engine.Tests.Search;

public sealed class ScoreTests : IDisposable
{
    private readonly TinyIndex _index = TinyIndex.Of("red green red", "red", "green blue black white", "blue");

    public void Dispose() => _index.Dispose();

    [Fact]
    public void A_term_scores_by_BM25_without_the_factor_k1_plus_1()
    {
        // N = 4, df = 2, tf = 2, length 3, average length 9 / 4.
        var idf = Math.Log(1 + ((4 - 2 + 0.5) / (2 + 0.5)));
        var expected = idf * 2 / (2 + (1.2 * (1 - 0.75 + (0.75 * 3 / 2.25))));
        Assert.Equal(expected, Score(new TermQuery("body", "red"), doc: 0), 1e-6);
    }

    [Fact]
    public void A_phrase_has_the_sum_of_its_terms_idf()
    {
        var idf = 2 * Math.Log(1 + ((4 - 2 + 0.5) / (2 + 0.5)));
        var expected = idf * 1 / (1 + (1.2 * (1 - 0.75 + (0.75 * 3 / 2.25))));
        Assert.Equal(expected, Score(new PhraseQuery("body", "red", "green"), doc: 0), 1e-6);
    }

    [Fact]
    public void A_boost_multiplies()
    {
        var query = new TermQuery("body", "red");
        Assert.Equal(3 * Score(query, doc: 1), Score(new BoostQuery(query, 3), doc: 1), 1e-6);
        Assert.Equal(0, Score(new BoostQuery(query, 0), doc: 1));
        Assert.Equal(2.5f, Score(new BoostQuery(new ConstantScoreQuery(query), 2.5f), doc: 1));
        Assert.Equal(1, Score(new PrefixQuery("body", "re"), doc: 1));
    }

    [Fact]
    public void An_explanation_names_what_goes_into_the_score()
    {
        var text = _index.Searcher.Explain(new TermQuery("body", "red"), new ScoreDoc(0, 0, 0)).ToString();
        Assert.Contains("weight(body:red in 0) [BM25Similarity]", text, StringComparison.Ordinal);
        Assert.Contains("2 = freq, occurrences of term within document", text, StringComparison.Ordinal);
        Assert.Contains("2.25 = avgdl, average length of field", text, StringComparison.Ordinal);
        Assert.False(_index.Searcher.Explain(new TermQuery("body", "red"), new ScoreDoc(0, 3, 0)).IsMatch);
    }

    [Fact]
    public void A_document_that_is_not_there_cannot_be_explained() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _index.Searcher.Explain(new MatchAllQuery(), new ScoreDoc(0, 4, 0)));

    [Fact]
    public void A_negative_limit_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _index.Searcher.Search(new SearchOptions { Query = new MatchAllQuery(), Limit = -1 }));

    [Fact]
    public void Unknown_fields_and_terms_find_nothing()
    {
        Assert.Equal(0, _index.Searcher.Count(new TermQuery("nowhere", "red")));
        Assert.Equal(0, _index.Searcher.Count(new TermQuery("body", "purple")));
        Assert.Equal(0, _index.Searcher.Count(new PhraseQuery("body", "red", "purple")));
        Assert.Equal(0, _index.Searcher.Count(new NumberRangeQuery("nowhere")));
        Assert.Equal(0, _index.Searcher.Count(new IntervalOverlapQuery("body")));
    }

    private float Score(Query query, int doc) =>
        _index.Searcher.Search(new SearchOptions { Query = query }).Hits.Single(hit => hit.Doc == doc).Score;
}
