using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Tests.Search;

public sealed class ReaderManagerTests
{
    [Fact]
    public void Before_the_first_commit_there_is_nothing_to_lend()
    {
        using var manager = new ReaderManager(new MemoryDirectory());
        Assert.False(manager.Refresh());
        Assert.Throws<IndexNotFoundException>(manager.Acquire);
    }

    [Fact]
    public void A_refresh_finds_the_newest_commit_and_a_lease_keeps_the_old_one()
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, RandomCorpus.Schema);
        using var manager = new ReaderManager(directory);
        Write(writer, "a");
        using var old = manager.Acquire();
        Assert.False(manager.Refresh());
        Write(writer, "b");
        Assert.True(manager.Refresh());
        Assert.False(manager.Refresh());

        using var fresh = manager.Acquire();
        Assert.Equal(1, Total(old));
        Assert.Equal(2, Total(fresh));
    }

    [Fact]
    public void A_lease_given_back_is_not_used_again()
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, RandomCorpus.Schema);
        Write(writer, "a");
        var manager = new ReaderManager(directory);
        var lease = manager.Acquire();
        manager.Dispose();
        Assert.Equal(1, Total(lease));
        lease.Dispose();
        lease.Dispose();
        Assert.Throws<ObjectDisposedException>(() => lease.Reader);
        Assert.Throws<ObjectDisposedException>(manager.Acquire);
        Assert.Throws<ObjectDisposedException>(() => manager.Refresh());
    }

    [Fact]
    public async Task Searches_go_on_while_commits_and_refreshes_come()
    {
        const int commits = 40;
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, RandomCorpus.Schema);
        using var manager = new ReaderManager(directory);
        Write(writer, "0");
        var isDone = false;
        var searches = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var last = 0L;
            while (!Volatile.Read(ref isDone))
            {
                using var lease = manager.Acquire();
                var total = Total(lease);
                Assert.True(total >= last, $"{total} documents after {last}: an older commit came back");
                last = total;
            }
        })).ToArray();
        for (var i = 1; i <= commits; i++)
        {
            Write(writer, $"{i}");
            manager.Refresh();
        }

        Volatile.Write(ref isDone, true);
        await Task.WhenAll(searches);
        using var end = manager.Acquire();
        Assert.Equal(commits + 1, Total(end));
    }

    private static long Total(ReaderLease lease) =>
        new IndexSearcher(lease.Reader).Search(new SearchOptions { Query = new TermQuery("body", "cluster") }).Total;

    private static void Write(IndexWriter writer, string key)
    {
        writer.Replace(new RecordBlock(key, [RandomCorpus.Document(new Random(1), key).Add("body", "cluster")]));
        writer.Commit();
    }
}
