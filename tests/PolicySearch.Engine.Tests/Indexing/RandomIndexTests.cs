using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Indexing;

public sealed class RandomIndexTests
{
    public static TheoryData<int, bool, bool> Runs()
    {
        var runs = new TheoryData<int, bool, bool>();
        for (var seed = 0; seed < LongRun.Rounds(12, 120); seed++)
        {
            runs.Add(seed, seed % 2 == 0, seed % 3 == 0);
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void What_was_written_is_read_back_after_any_changes_commits_and_merges(int seed, bool adjacent, bool onDisk)
    {
        using var folder = new TemporaryFolder();
        IndexDirectory directory = onDisk ? new FileSystemDirectory(folder.Path) : new MemoryDirectory();
        var model = new IndexModel(seed);
        var random = model.Random;
        IMergePolicy policy = adjacent
            ? new AdjacentMergePolicy { MergeFactor = 3, FloorBytes = 1 }
            : new TieredMergePolicy { SegmentsPerTier = 2, FloorBytes = 1 };
        var options = new IndexWriterOptions
        {
            MergePolicy = policy,
            BackgroundMerges = random.Next(2) == 0,
            ReorderRecords = !adjacent && seed % 4 == 1,
            LockTimeout = TimeSpan.Zero,
        };
        IndexReader? reader = null;
        for (var session = 0; session < 4; session++)
        {
            var committed = model.Save();
            using var writer = IndexWriter.Open(directory, IndexModel.Schema, options);
            for (var step = 0; step < 60; step++)
            {
                switch (random.Next(12))
                {
                    case 0:
                        writer.Commit();
                        committed = model.Save();
                        reader = Refresh(directory, reader, model);
                        break;
                    case 1:
                        writer.WaitForMerges();
                        break;
                    case 2 when step % 4 == 0:
                        writer.ForceMerge(random.Next(1, 4));
                        break;
                    case 3 or 4:
                        model.Delete(writer, model.NextKey());
                        break;
                    default:
                        model.Replace(writer, model.NextBlock(model.NextKey()));
                        break;
                }
            }

            if (random.Next(2) == 0)
            {
                writer.ForceMerge();
                writer.Commit();
                reader = Refresh(directory, reader, model);
                Assert.True(reader.Segments.Count <= 1);
                Assert.All(reader.Segments, s => Assert.True(s.LiveDocs.IsEmpty));
                if (adjacent)
                {
                    Assert.Equal(model.Order, reader.Records().Select(r => r.Segment.RecordKey(r.Record)));
                }
            }
            else
            {
                model.Restore(committed);
            }
        }

        reader?.Dispose();
        using var last = IndexReader.Open(directory);
        IndexComparer.AssertSame(model, last);
        Assert.Empty(IndexCheck.Run(directory));
    }

    [Fact]
    public void Neighbours_joined_keep_the_order_in_which_blocks_were_added()
    {
        var directory = new MemoryDirectory();
        var options = new IndexWriterOptions { MergePolicy = new AdjacentMergePolicy { MergeFactor = 3, FloorBytes = 1 }, BackgroundMerges = false };
        var model = new IndexModel(7);
        using var writer = IndexWriter.Open(directory, IndexModel.Schema, options);
        for (var i = 0; i < 40; i++)
        {
            model.Replace(writer, model.NextBlock(model.NextKey()));
            writer.Commit();
            writer.WaitForMerges();
        }

        writer.Commit();
        using var reader = IndexReader.Open(directory);
        Assert.True(reader.Segments.Count < 15);
        Assert.Equal(model.Order, reader.Records().Select(r => r.Segment.RecordKey(r.Record)));
        IndexComparer.AssertSame(model, reader);
    }

    [Fact]
    public void A_small_buffer_gives_many_segments_and_the_same_index()
    {
        var directory = new MemoryDirectory();
        var model = new IndexModel(8);
        var options = new IndexWriterOptions { BufferMegabytes = 1, BackgroundMerges = false };
        using var writer = IndexWriter.Open(directory, IndexModel.Schema, options);
        for (var i = 0; i < 250; i++)
        {
            model.Replace(writer, model.NextBlock($"{i}"));
        }

        writer.Commit();
        using var reader = IndexReader.Open(directory);
        Assert.True(reader.Segments.Count > 1);
        IndexComparer.AssertSame(model, reader);
    }

    private static IndexReader Refresh(IndexDirectory directory, IndexReader? reader, IndexModel model)
    {
        var next = reader is null ? IndexReader.Open(directory) : reader.OpenIfChanged()!;
        if (next != reader)
        {
            reader?.Dispose();
        }

        IndexComparer.AssertSame(model, next);
        return next;
    }
}
