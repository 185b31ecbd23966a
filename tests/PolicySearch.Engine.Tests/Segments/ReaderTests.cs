using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Engine.Tests.Indexing;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Segments;

public sealed class ReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Nothing_committed_is_not_found()
    {
        var directory = new FileSystemDirectory(_folder.Path);
        Assert.Throws<IndexNotFoundException>(() => IndexReader.Open(directory));
        using var writer = IndexWriter.Open(directory, IndexModel.Schema);
        writer.Replace(Block("a"));
        Assert.Throws<IndexNotFoundException>(() => IndexReader.Open(directory));
        Assert.Throws<IndexNotFoundException>(() => IndexCheck.Run(directory));
    }

    [Fact]
    public void A_reader_keeps_its_commit_while_later_ones_sweep_its_files()
    {
        var directory = new FileSystemDirectory(_folder.Path);
        using var writer = IndexWriter.Open(directory, IndexModel.Schema);
        writer.Replace(Block("a"));
        writer.Commit();
        using var old = IndexReader.Open(directory);
        for (var i = 0; i < 5; i++)
        {
            writer.Replace(Block("a"));
            writer.Replace(Block($"b{i}"));
            writer.Commit();
            writer.ForceMerge();
            writer.Commit();
        }

        Assert.Single(old.Records());
        Assert.True(old.Segments[0].Terms("body")!.TryFind("word"u8, out _));
        Assert.Equal("text", old.Segments[0].RecordText(0, 0, 4));
        using var now = old.OpenIfChanged()!;
        Assert.Equal(6, now.Records().Count());
        Assert.Equal(2, directory.ListFiles().Count(f => Commit.TryParseName(f, out _)));
    }

    [Fact]
    public void An_unchanged_index_gives_the_same_reader_and_unchanged_segments_are_shared()
    {
        var directory = new FileSystemDirectory(_folder.Path);
        using var writer = IndexWriter.Open(directory, IndexModel.Schema, new IndexWriterOptions { BackgroundMerges = false });
        writer.Replace(Block("a"));
        writer.Replace(Block("a2"));
        writer.Commit();
        var first = IndexReader.Open(directory);
        Assert.Same(first, first.OpenIfChanged());
        writer.Replace(Block("b"));
        writer.Delete("a");
        writer.Commit();
        using var second = first.OpenIfChanged()!;
        Assert.Same(first.Segments[0].Core, second.Segments[0].Core);
        Assert.Equal((2, 2), (first.NumDocs, second.NumDocs));
        first.Dispose();
        Assert.Equal(1, second.Segments[0].Norms("body")[0]);
    }

    [Fact]
    public void Reading_after_the_last_lease_throws_and_never_touches_the_map()
    {
        var directory = new FileSystemDirectory(_folder.Path);
        using (var writer = IndexWriter.Open(directory, IndexModel.Schema))
        {
            writer.Replace(Block("a"));
            writer.Commit();
        }

        var reader = IndexReader.Open(directory);
        var segment = reader.Segments[0];
        var terms = segment.Terms("body")!;
        Assert.True(terms.TryFind("word"u8, out var state));
        Assert.True(reader.TryAcquire());
        reader.Dispose();
        reader.Dispose();
        Assert.True(terms.TryFind("word"u8, out _));
        reader.Release();
        Assert.False(reader.TryAcquire());
        Assert.Throws<ObjectDisposedException>(() => terms.TryFind("word"u8, out _));
        Assert.Throws<ObjectDisposedException>(() => segment.Norms("body").Length);
        Assert.Throws<ObjectDisposedException>(() => segment.RecordText(0, 0, 4));
        Assert.Throws<ObjectDisposedException>(() => segment.RecordKey(0));
        Assert.Throws<ObjectDisposedException>(() => segment.Keywords("tag")!.Value(0));
        Assert.Throws<ObjectDisposedException>(() => terms.Enumerate().MoveNext());
        Assert.Throws<ObjectDisposedException>(() => reader.OpenIfChanged());
    }

    [Fact]
    public async Task Leases_raced_by_refreshes_read_their_own_commit()
    {
        var directory = new FileSystemDirectory(_folder.Path);
        using var writer = IndexWriter.Open(directory, IndexModel.Schema);
        writer.Replace(Block("0"));
        writer.Commit();
        var current = IndexReader.Open(directory);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var reads = 0;
            while (!stop.IsCancellationRequested || reads == 0)
            {
                var reader = Volatile.Read(ref current);
                if (!reader.TryAcquire())
                {
                    continue;
                }

                Assert.Equal(reader.Generation, reader.NumDocs);
                foreach (var (segment, record) in reader.Records())
                {
                    Assert.Equal("text", segment.RecordText(record, 0, 4));
                    Assert.True(segment.Terms("body")!.TryFind("word"u8, out var _));
                }

                reader.Release();
                reads++;
            }
        })).ToList();
        for (var i = 1; i < 40; i++)
        {
            writer.Replace(Block($"{i}"));
            Assert.Equal(i + 1, writer.Commit());
            var old = current;
            Volatile.Write(ref current, old.OpenIfChanged()!);
            old.Dispose();
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        current.Dispose();
    }

    [Fact]
    public void A_damaged_newest_manifest_leaves_the_one_before_and_check_says_so()
    {
        var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, IndexModel.Schema))
        {
            writer.Replace(Block("a"));
            writer.Commit();
            writer.Replace(Block("b"));
            writer.Commit();
        }

        var bytes = directory.Read("commit-2");
        bytes[40] ^= 1;
        directory.Put("commit-2", bytes);
        using (var reader = IndexReader.Open(directory))
        {
            Assert.Equal(1, reader.Generation);
        }

        Assert.Equal("commit-2", Assert.Single(IndexCheck.Run(directory)).File);
        using (var writer = IndexWriter.Open(directory, IndexModel.Schema))
        {
            writer.Replace(Block("c"));
            Assert.Equal(3, writer.Commit());
        }

        Assert.Empty(IndexCheck.Run(directory));
    }

    public void Dispose() => _folder.Dispose();

    private static RecordBlock Block(string key) =>
        new(key, [new IndexDocument().Add("body", "word").Add("tag", "x")]) { Text = "text" };
}
