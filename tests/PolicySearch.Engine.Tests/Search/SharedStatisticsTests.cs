using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Tests.Search;

public sealed class SharedStatisticsTests
{
    [Fact]
    public void Two_indexes_that_share_statistics_score_as_one()
    {
        const int seed = 77;
        var random = new Random(seed);
        IndexDocument[] documents = [.. Enumerable.Range(0, 60).Select(i => RandomCorpus.Document(random, $"{i}"))];
        using var whole = Open(documents);
        using var first = Open(documents[..25]);
        using var second = Open(documents[25..]);
        var shared = new SumOf(new ReaderStatistics(first), new ReaderStatistics(second));

        for (var i = 0; i < 50; i++)
        {
            var options = new SearchOptions { Query = RandomQueries.Any(random), Limit = 100 };
            var expected = Scores(new IndexSearcher(whole), options);
            var actual = Scores(new IndexSearcher(first, shared), options).Concat(Scores(new IndexSearcher(second, shared), options)).OrderDescending();
            Assert.True(expected.SequenceEqual(actual), $"seed {seed}: {options.Query}");
        }
    }

    private static IEnumerable<float> Scores(IndexSearcher searcher, SearchOptions options) => searcher.Search(options).Hits.Select(hit => hit.Score);

    private static IndexReader Open(IndexDocument[] documents)
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, RandomCorpus.Schema);
        writer.Replace(new RecordBlock("all", documents));
        writer.Commit();
        return IndexReader.Open(directory);
    }

    private sealed class SumOf(ICollectionStatistics first, ICollectionStatistics second) : ICollectionStatistics
    {
        public FieldStatistics Field(string field)
        {
            var (x, y) = (first.Field(field), second.Field(field));
            return new FieldStatistics(x.DocCount + y.DocCount, x.SumDocFreq + y.SumDocFreq, x.SumTotalTermFreq + y.SumTotalTermFreq);
        }

        public TermStatistics Term(string field, string term)
        {
            var (x, y) = (first.Term(field, term), second.Term(field, term));
            return new TermStatistics(x.DocFreq + y.DocFreq, x.TotalTermFreq + y.TotalTermFreq);
        }
    }
}
