using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Engine.Tests.Search;
using PolicySearch.Testing;
using PolicySearch.Testing.Storage;

namespace PolicySearch.Engine.Tests.Segments;

/// <summary>Readers are closed while others search: whoever got a lease reads to the end, whoever came too late gets none. A read after unmapping would end the process.</summary>
public sealed class CloseRaceTests
{
    [Fact]
    public async Task A_search_under_a_lease_outlives_any_close()
    {
        var directory = new GuardedDirectory(Build());
        var (threads, filters) = (new SearchThreads(4), new FilterCache());
        for (var seed = 0; seed < LongRun.Rounds(30, 600); seed++)
        {
            var reader = IndexReader.Open(directory);
            using var start = new Barrier(3);
            var searches = Enumerable.Range(0, 2).Select(thread => Task.Factory.StartNew(() =>
            {
                var random = new Random((seed * 2) + thread);
                start.SignalAndWait();
                while (reader.TryAcquire())
                {
                    try
                    {
                        Search(new IndexSearcher(reader) { Threads = threads, LeastDocs = 1, Filters = filters }, random);
                    }
                    finally
                    {
                        reader.Release();
                    }
                }
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
            start.SignalAndWait();
            Thread.SpinWait(new Random(seed).Next(20_000));
            reader.Dispose();
            await Task.WhenAll(searches);
            Assert.False(reader.TryAcquire());
        }
    }

    private static void Search(IndexSearcher searcher, Random random)
    {
        var filter = new NamedFilter("size", new NumberRangeQuery("size", random.Next(3), 40));
        var found = searcher.Search(new SearchOptions { Query = RandomQueries.Any(random), Filters = random.Next(2) == 0 ? [filter] : [], Limit = 3 });
        foreach (var hit in found.Hits)
        {
            var segment = searcher.Reader.Segments[hit.Segment];
            Assert.NotEmpty(segment.RecordKey(segment.RecordOf(hit.Doc)));
        }
    }

    private static MemoryDirectory Build()
    {
        var directory = new MemoryDirectory();
        var random = new Random(23);
        using var writer = IndexWriter.Open(directory, RandomCorpus.Schema, new IndexWriterOptions { BackgroundMerges = false });
        for (var record = 0; record < 60; record++)
        {
            writer.Replace(new RecordBlock($"r{record}", [.. Enumerable.Range(0, 9).Select(i => RandomCorpus.Document(random, $"{record}/{i}"))]));
            if (record % 20 == 19)
            {
                writer.Commit();
            }
        }

        writer.Commit();
        return directory;
    }
}
