using System.Text;
using PolicySearch.Engine.Analysis;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>Documents of few different words, so that random queries find something, over every kind of field.</summary>
internal static class RandomCorpus
{
    public static IndexSchema Schema { get; } = new(
        FieldDefinition.Text("body", new StandardAnalyzer(StopWords.English)),
        FieldDefinition.Text("title", new StandardAnalyzer()),
        FieldDefinition.Keyword("tag"),
        FieldDefinition.Number("size"),
        FieldDefinition.Keyword("source"),
        FieldDefinition.Number("day"),
        FieldDefinition.Interval("year"),
        FieldDefinition.Interval("target"),
        FieldDefinition.Stored("id"));

    public static IReadOnlyList<string> Words { get; } =
        ["cluster", "policy", "clause", "policies", "innovation", "region", "regional", "fund", "研究", "開発", "the", "x1", "x12", "x123", "budget", "rare"];

    public static IReadOnlyList<string> Tags { get; } = ["METI", "MEXT", "経済産業省", "NEDO", "JST", "Ministry of Finance (Korea)", "meti"];

    /// <summary>Low numbers are far likelier, as words are.</summary>
    public static T Pick<T>(Random random, IReadOnlyList<T> values) => values[(int)(random.NextDouble() * random.NextDouble() * values.Count)];

    public static IndexDocument Document(Random random, string id)
    {
        var document = new IndexDocument().AddStored("id", Encoding.UTF8.GetBytes(id));
        for (var values = random.Next(8) switch { 0 => 0, 1 => 2, _ => 1 }; values > 0; values--)
        {
            document.Add("body", Text(random, random.Next(random.Next(10) == 0 ? 200 : 25)));
        }

        if (random.Next(2) == 0)
        {
            document.Add("title", Text(random, random.Next(1, 5)));
        }

        for (var tags = random.Next(4); tags > 0; tags--)
        {
            document.Add("tag", Pick(random, Tags));
        }

        if (random.Next(4) > 0)
        {
            document.Add("size", random.Next(-20, 20) * (random.Next(10) == 0 ? 10_000_000_000 : 1));
        }

        AddIntervals(document, "year", random);
        AddIntervals(document, "target", random);
        return document;
    }

    private static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Pick(random, Words)));

    private static void AddIntervals(IndexDocument document, string field, Random random)
    {
        for (var count = random.Next(-1, 4); count > 0; count--)
        {
            var from = random.Next(1990, 2025);
            document.Add(field, new Interval(from, from + (random.Next(4) == 0 ? random.Next(30) : 0)));
        }
    }
}
