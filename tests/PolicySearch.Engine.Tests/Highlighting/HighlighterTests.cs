using PolicySearch.Engine.Analysis.Multilingual;
using PolicySearch.Engine.Highlighting;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Tests.Highlighting;

public sealed class HighlighterTests
{
    private static readonly IndexSchema Schema = Make();

    [Theory]
    [InlineData("[Policies] and a [policy]", "polici")]
    [InlineData("policy", "ministri")]
    [InlineData("[METI’s]", "meti")]
    public void A_term_marks_every_word_of_its_stem(string expected, string term) => Check(expected, new TermQuery("text", term));

    [Fact]
    public void A_prefix_marks_whole_words() => Check("[industry], [industrial], indus", new PrefixQuery("text", "industr"));

    [Fact]
    public void A_suffix_marks_the_pairs_that_end_so() => Check("[産業]と農[工業]", new SuffixQuery("text", "業"));

    [Fact]
    public void A_phrase_marks_its_words_only_where_it_stands() =>
        Check("cluster of industrial [industrial] [cluster], cluster", Phrase(0, "industri", "cluster"));

    [Fact]
    public void A_phrase_with_slop_marks_what_is_near_enough()
    {
        Check("[industrial] innovation [cluster]", Phrase(1, "industri", "cluster"));
        Check("[cluster] [industrial]", Phrase(2, "industri", "cluster"));
        Check("cluster industrial", Phrase(1, "industri", "cluster"));
        Check("industrial one two cluster", Phrase(1, "industri", "cluster"));
    }

    [Fact]
    public void A_phrase_that_repeats_a_word_needs_it_twice()
    {
        Check("new policy", Phrase(3, "new", "new"));
        Check("[new] [new] policy", Phrase(0, "new", "new"));
    }

    [Fact]
    public void A_phrase_of_pairs_is_one_run() =>
        Check("日本の[経済産業省]と[経済産業省]、経済と産業", Phrase(0, "経済", "済産", "産業", "業省"));

    [Fact]
    public void A_match_in_half_width_katakana_is_marked_as_it_stands() => Check("東京[ｶﾞｽ]", Phrase(0, "ガス"));

    [Fact]
    public void Clauses_that_must_not_match_and_filters_mark_nothing()
    {
        var query = new BooleanQuery(
        [
            new BooleanClause(Occur.Must, new BoostQuery(new TermQuery("text", "alpha"), 2)),
            new BooleanClause(Occur.Should, new ConstantScoreQuery(new TermQuery("heading", "beta"))),
            new BooleanClause(Occur.MustNot, new TermQuery("text", "gamma")),
            new BooleanClause(Occur.Filter, new TermQuery("text", "delta")),
            new BooleanClause(Occur.Should, new TermQuery("tag", "omega")),
        ]);
        Check("[alpha] [beta] gamma delta omega", query);
        Assert.Equal([(0, 5)], Highlighter.Highlight(query, Schema, ["text"], "alpha beta gamma delta omega"));
    }

    [Fact]
    public void Queries_without_words_mark_nothing()
    {
        Check("alpha beta", new MatchAllQuery());
        Check("alpha beta", new MatchNoneQuery());
        Check("alpha beta", new NumberRangeQuery("year", 1, 2));
        Check("", new TermQuery("text", "alpha"));
    }

    [Fact]
    public void A_field_that_is_not_a_text_field_is_refused() =>
        Assert.Throws<ArgumentException>(() => Highlighter.Highlight(new MatchAllQuery(), Schema, ["tag"], "alpha"));

    [Fact]
    public void A_phrase_is_found_just_where_a_search_of_all_places_finds_it()
    {
        const int seed = 21;
        var random = new Random(seed);
        string[] letters = ["a", "b", "c", "d"];
        for (var round = 0; round < 3000; round++)
        {
            var words = Enumerable.Range(0, random.Next(1, 12)).Select(_ => letters[random.Next(4)]).ToArray();
            var terms = letters.OrderBy(_ => random.Next()).Take(random.Next(2, 4)).ToArray();
            var slop = random.Next(0, 4);
            var found = Highlighter.Highlight(Phrase(slop, terms), Schema, ["text"], string.Join(' ', words)).Count > 0;
            Assert.True(Exists(words, terms, slop) == found, $"seed {seed}, round {round}: {string.Join(' ', words)} / {string.Join(' ', terms)}~{slop}");
        }
    }

    /// <summary>Tries every choice of places for the phrase's words.</summary>
    private static bool Exists(string[] words, string[] terms, int slop)
    {
        return Try(0, int.MaxValue, int.MinValue);

        bool Try(int term, int low, int high) => term == terms.Length
            ? high - low <= slop
            : Enumerable.Range(0, words.Length).Any(
                place => words[place] == terms[term] && Try(term + 1, Math.Min(low, place - term), Math.Max(high, place - term)));
    }

    private static PhraseQuery Phrase(int slop, params string[] terms) =>
        new("text", terms, [.. Enumerable.Range(0, terms.Length)], slop);

    /// <summary>Brackets show the marks.</summary>
    private static void Check(string expected, Query query)
    {
        var text = expected.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var marked = text;
        foreach (var (start, end) in Highlighter.Highlight(query, Schema, ["text", "heading"], text).Reverse())
        {
            marked = marked.Insert(end, "]").Insert(start, "[");
        }

        Assert.Equal(expected, marked);
    }

    private static IndexSchema Make()
    {
        var analyzer = new MultilingualAnalyzer();
        return new IndexSchema(
            FieldDefinition.Text("text", analyzer), FieldDefinition.Text("heading", analyzer), FieldDefinition.Keyword("tag"));
    }
}
