using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Tests.Indexing;

/// <summary>Many threads add, replace, delete and commit at once.</summary>
public sealed class ParallelWriterTests
{
    private const int Threads = 4;

    private readonly MemoryDirectory _directory = new();

    [Fact]
    public async Task Every_commit_has_each_key_once_while_it_is_replaced_by_many()
    {
        string[] keys = [.. Enumerable.Range(0, 20).Select(i => $"k{i}")];
        using var writer = IndexWriter.Open(_directory, IndexModel.Schema);
        Array.ForEach(keys, key => writer.Replace(Block(key, -1)));
        writer.Commit();
        var isDone = false;
        var adding = OnThreads(thread =>
        {
            var random = new Random(thread);
            for (var i = 0; !Volatile.Read(ref isDone); i++)
            {
                writer.Replace(Block(keys[random.Next(keys.Length)], i));
            }
        });
        for (var commit = 0; commit < 25; commit++)
        {
            writer.Commit();
            using var reader = IndexReader.Open(_directory);
            Assert.Equal(keys.Order(StringComparer.Ordinal), reader.Records().Select(r => r.Segment.RecordKey(r.Record)).Order(StringComparer.Ordinal));
        }

        Volatile.Write(ref isDone, true);
        await Task.WhenAll(adding);
        writer.ForceMerge();
        writer.Commit();
        Assert.Empty(IndexCheck.Run(_directory));
    }

    [Fact]
    public async Task A_small_buffer_shared_by_threads_gives_the_index_that_was_meant()
    {
        var model = new IndexModel(21);
        var blocks = Enumerable.Range(0, 400).Select(i => model.NextBlock($"{i}")).ToList();
        foreach (var block in blocks)
        {
            model.Blocks[block.Key] = block;
            model.Order.Add(block.Key);
        }

        using var writer = IndexWriter.Open(_directory, IndexModel.Schema, new IndexWriterOptions { BufferMegabytes = 3 });
        await Task.WhenAll(OnThreads(thread =>
        {
            for (var i = thread; i < blocks.Count; i += Threads)
            {
                writer.Replace(blocks[i] with { Text = "an earlier text" });
                writer.Replace(blocks[i]);
            }
        }));
        writer.Commit();
        using (var reader = IndexReader.Open(_directory))
        {
            Assert.True(reader.Segments.Count > 1);
            IndexComparer.AssertSame(model, reader);
        }

        writer.ForceMerge();
        writer.Commit();
        using var merged = IndexReader.Open(_directory);
        IndexComparer.AssertSame(model, merged);
        Assert.Empty(IndexCheck.Run(_directory));
    }

    [Fact]
    public void What_stands_in_a_segment_and_in_the_buffer_is_deleted_in_both()
    {
        using var writer = IndexWriter.Open(_directory, IndexModel.Schema);
        writer.Replace(Block("a", 1));
        writer.Commit();
        writer.Replace(Block("a", 2));
        Assert.True(writer.Delete("a"));
        Assert.False(writer.Delete("a"));
        writer.Commit();
        using var reader = IndexReader.Open(_directory);
        Assert.Empty(reader.Records());
        Assert.Equal(0, reader.NumDocs);
    }

    [Fact]
    public async Task A_writer_disposed_while_others_add_stops_them_and_keeps_the_last_commit()
    {
        var writer = IndexWriter.Open(_directory, IndexModel.Schema, new IndexWriterOptions { BufferMegabytes = 1 });
        writer.Replace(Block("first", 0));
        writer.Commit();
        var adding = OnThreads(thread =>
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    writer.Replace(Block($"{thread}-{i}", i));
                }
            }
            catch (ObjectDisposedException)
            {
                // As it should be.
            }
        });
        Thread.Yield();
        writer.Dispose();
        await Task.WhenAll(adding);
        using var reader = IndexReader.Open(_directory);
        Assert.Equal(["first"], reader.Records().Select(r => r.Segment.RecordKey(r.Record)));
        IndexWriter.Open(_directory, IndexModel.Schema).Dispose();
    }

    private static Task[] OnThreads(Action<int> work) =>
        [.. Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(() => work(thread), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];

    private static RecordBlock Block(string key, int version) =>
        new(key, [new IndexDocument().Add("body", $"version {version} of {key}").Add("year", version), new IndexDocument().Add("title", "more")]) { Text = $"{version}" };
}
