using System.Globalization;
using PolicySearch.Engine.Analysis;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Queries.Parsing;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>Parser, matching and scores against what Apache Lucene 8.8.1 gave for the same texts and query strings.</summary>
public sealed class Lucene8Tests
{
    private static readonly string[] Lines =
        File.ReadAllLines(Path.Combine(SharedData.Repository, "tests", "PolicySearch.Engine.Tests", "Search", "lucene8-queries.tsv"));

    [Fact]
    public void Query_strings_find_and_score_what_they_do_in_Lucene()
    {
        var schema = new IndexSchema(FieldDefinition.Text("f", new StandardAnalyzer(StopWords.English)));
        var parser = new QueryParser(schema, new DefaultField("f"));
        using var reader = Index(schema);
        var searcher = new IndexSearcher(reader);
        var queries = 0;
        foreach (var parts in Lines.Where(line => line.StartsWith("Q\t", StringComparison.Ordinal)).Select(line => line.Split('\t')))
        {
            var answer = searcher.Search(new SearchOptions { Query = parser.Parse(parts[1]), Limit = 4 });
            Assert.True(answer.Total == long.Parse(parts[2]), $"{parts[1]}: expected a total of {parts[2]}, got {answer.Total}");
            Compare(parts[1], parts[3].Split(' ', StringSplitOptions.RemoveEmptyEntries), answer.Hits);
            queries++;
        }

        Assert.Equal(600, queries);
    }

    private static void Compare(string query, string[] expected, IReadOnlyList<ScoreDoc> hits)
    {
        Assert.Equal(expected.Length, hits.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            var (doc, score) = expected[i].Split(':') switch { [var d, var s] => (int.Parse(d), float.Parse(s, CultureInfo.InvariantCulture)), _ => default };
            Assert.True(Math.Abs(score - hits[i].Score) <= 1e-6 * Math.Max(1, score), $"{query}: expected {expected[i]} at place {i}, got {hits[i]}");

            // Sums that differ in the last bit may change places.
            Assert.True(doc == hits[i].Doc || score != hits[i].Score, $"{query}: expected {expected[i]} at place {i}, got {hits[i]}");
        }
    }

    private static IndexReader Index(IndexSchema schema)
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, schema);
        var texts = Lines.Where(line => line.StartsWith("D\t", StringComparison.Ordinal)).Select(line => line[2..]);
        writer.Replace(new RecordBlock("all", [.. texts.Select(text => new IndexDocument().Add("f", text))]));
        writer.Commit();
        return IndexReader.Open(directory);
    }
}
