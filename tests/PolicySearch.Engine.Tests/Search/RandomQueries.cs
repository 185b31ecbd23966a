using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>Random queries over <see cref="RandomCorpus"/>, by kind.</summary>
internal static class RandomQueries
{
    public static IReadOnlyList<string> Kinds { get; } =
        ["term", "keyword", "phrase", "sloppy", "repeats", "prefix", "suffix", "range", "number", "interval", "all", "none", "boost", "constant", "boolean"];

    public static Query Of(string kind, Random random, int depth = 2) => kind switch
    {
        "term" => new TermQuery(random.Next(3) == 0 ? "title" : "body", Word(random)),
        "keyword" => new TermQuery("tag", RandomCorpus.Pick(random, RandomCorpus.Tags)),
        "phrase" => Phrase(random, slop: 0, random.Next(1, 4)),
        "sloppy" => Phrase(random, random.Next(1, 8), random.Next(2, 5)),
        "repeats" => Repeats(random),
        "prefix" => new PrefixQuery(random.Next(3) == 0 ? "tag" : "body", Beginning(random)),
        "suffix" => new SuffixQuery(random.Next(3) == 0 ? "tag" : "body", Ending(random)),
        "range" => Range(random),
        "number" => new NumberRangeQuery("size", random.Next(-25, 25), random.Next(4) == 0 ? long.MaxValue : random.Next(-25, 25)),
        "interval" => new IntervalOverlapQuery(random.Next(2) == 0 ? "year" : "target", random.Next(1985, 2030), random.Next(4) == 0 ? long.MaxValue : random.Next(1985, 2030)),
        "all" => new MatchAllQuery(),
        "none" => new MatchNoneQuery(),
        "boost" => new BoostQuery(Any(random, depth - 1), random.Next(5) * 0.7f),
        "constant" => new ConstantScoreQuery(Any(random, depth - 1)),
        "boolean" => Boolean(random, depth),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };

    public static Query Any(Random random, int depth = 3) =>
        depth <= 0 ? Of(Kinds[random.Next(10)], random) : Of(Kinds[random.Next(Kinds.Count)], random, depth);

    private static string Word(Random random) => RandomCorpus.Pick(random, RandomCorpus.Words);

    private static PhraseQuery Phrase(Random random, int slop, int count)
    {
        string[] terms = [.. Enumerable.Range(0, count).Select(_ => Word(random))];
        var position = random.Next(2);
        int[] positions = [.. terms.Select((_, i) => position += i == 0 ? 0 : random.Next(10) switch { 0 => 0, 1 => 2, _ => 1 })];
        return new PhraseQuery(random.Next(5) == 0 ? "title" : "body", terms, positions, slop);
    }

    private static PhraseQuery Repeats(Random random)
    {
        string[] words = [Word(random), Word(random)];
        return new PhraseQuery("body", [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => words[random.Next(2)])]) { Slop = random.Next(6) };
    }

    private static string Beginning(Random random)
    {
        var word = RandomCorpus.Pick(random, random.Next(3) == 0 ? RandomCorpus.Tags : RandomCorpus.Words);
        return word[..random.Next(word.Length + 1)];
    }

    private static string Ending(Random random)
    {
        var word = RandomCorpus.Pick(random, random.Next(3) == 0 ? RandomCorpus.Tags : RandomCorpus.Words);
        return word[random.Next(word.Length)..];
    }

    private static TermRangeQuery Range(Random random) => new(
        random.Next(3) == 0 ? "tag" : "body",
        random.Next(4) == 0 ? null : Beginning(random),
        random.Next(4) == 0 ? null : Beginning(random),
        random.Next(2) == 0,
        random.Next(2) == 0);

    private static BooleanQuery Boolean(Random random, int depth)
    {
        BooleanClause[] clauses = [.. Enumerable.Range(0, random.Next(6)).Select(_ => new BooleanClause(
            random.Next(8) switch { 0 => Occur.MustNot, 1 => Occur.Filter, 2 or 3 => Occur.Must, _ => Occur.Should },
            Any(random, depth - 1)))];
        return new BooleanQuery(clauses, random.Next(3) == 0 ? random.Next(4) : 0);
    }
}
