using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Engine.Tests.Search;
using PolicySearch.Testing;
using PolicySearch.Testing.Storage;

namespace PolicySearch.Engine.Tests.Segments;

/// <summary>
/// Bytes of every kind of file are flipped, zeroed, overwritten or cut off, at random: check reports each, and a search ends in an answer or in an error of the engine.
/// The files lie in guarded memory, so a read outside of one ends the run.
/// </summary>
public sealed class CorruptionFuzzTests
{
    /// <summary>Far longer than any round takes; one that has not ended by then hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly FacetRequest[] Facets =
    [
        new KeywordFacetRequest("tag", "tag"),
        new IntervalFacetRequest("year", ["year", "target"], 15),
        new NumberFacetRequest("size", "size"),
    ];

    [Fact]
    public void Whatever_is_damaged_is_reported_and_a_search_ends_in_an_answer_or_an_index_error()
    {
        var sound = Build();
        Assert.Empty(IndexCheck.Run(new GuardedDirectory(sound)));
        var files = FilesByKind(sound);
        Assert.Equal(10, files.Count);
        for (var seed = 0; seed < LongRun.Rounds(200, 20_000); seed++)
        {
            var random = new Random(seed);
            var kind = files[seed % files.Count];
            var name = kind[random.Next(kind.Count)];
            var bytes = sound.Read(name);
            var damage = Damage(ref bytes, random);
            var directory = With(sound, name, bytes);
            var round = Task.Run(() => Round(directory, random));
            var error = Record.Exception(() => Assert.True(round.Wait(Patience), "hangs"));
            Assert.True(error is null, $"seed {seed}, {name}, {damage}: {error}");
        }
    }

    private static void Round(GuardedDirectory directory, Random random)
    {
        var faults = IndexCheck.Run(directory);
        Assert.NotEmpty(faults);
        var error = Record.Exception(() => Search(directory, random));
        Assert.True(error is null or IndexException, $"{error}");
    }

    private static void Search(GuardedDirectory directory, Random random)
    {
        using var reader = IndexReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Threads = random.Next(2) == 0 ? new SearchThreads(2) : null, LeastDocs = 1 };
        for (var i = 0; i < 6; i++)
        {
            // One query may fail while the next one reads nothing damaged.
            var error = Record.Exception(() => Search(reader, searcher, random));
            Assert.True(error is null or IndexException, $"{error}");
        }
    }

    private static void Search(IndexReader reader, IndexSearcher searcher, Random random)
    {
        var found = searcher.Search(new SearchOptions { Query = RandomQueries.Any(random), Limit = 5, Facets = random.Next(2) == 0 ? Facets : [] });
        foreach (var hit in found.Hits)
        {
            var segment = reader.Segments[hit.Segment];
            var record = segment.RecordOf(hit.Doc);
            reader.FindRecord(segment.RecordKey(record));
            segment.Stored(hit.Doc, "id");
            segment.RecordData(record);
            segment.RecordText(record, 0, segment.RecordTextLength(record));
        }
    }

    /// <summary>Changes the bytes, and says how.</summary>
    private static string Damage(ref byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        var length = 1 + random.Next(Math.Min(random.Next(2) == 0 ? 8 : 4096, bytes.Length - at));
        var part = bytes.AsSpan(at, length);
        switch (random.Next(4))
        {
            case 0:
                var bit = random.Next(8);
                bytes[at] ^= (byte)(1 << bit);
                return $"bit {bit} of byte {at} flipped";
            case 1 when part.ContainsAnyExcept((byte)0):
                part.Clear();
                return $"{length} bytes at {at} zeroed";
            case 2:
                bytes = bytes[..at];
                return $"cut off at {at}";
            default:
                var before = part.ToArray();
                while (part.SequenceEqual(before))
                {
                    random.NextBytes(part);
                }

                return $"{length} bytes at {at} overwritten";
        }
    }

    private static GuardedDirectory With(MemoryDirectory sound, string name, byte[] bytes)
    {
        var directory = new MemoryDirectory();
        foreach (var file in sound.ListFiles())
        {
            directory.Put(file, file == name ? bytes : sound.Read(file));
        }

        return new GuardedDirectory(directory);
    }

    private static List<List<string>> FilesByKind(MemoryDirectory directory) =>
        [.. directory.ListFiles().Order(StringComparer.Ordinal).GroupBy(f => f.Split('.', '-')[^1] is var kind && f.Contains('.', StringComparison.Ordinal) ? kind : "commit").Select(g => g.ToList())];

    /// <summary>Two segments, one with full blocks of postings and with deletions; a single commit.</summary>
    private static MemoryDirectory Build()
    {
        var directory = new MemoryDirectory();
        var random = new Random(17);
        using var writer = IndexWriter.Open(directory, RandomCorpus.Schema, new IndexWriterOptions { BackgroundMerges = false });
        for (var record = 0; record < 70; record++)
        {
            var id = $"r{record}";
            var documents = Enumerable.Range(0, 9).Select(i => RandomCorpus.Document(random, $"{id}/{i}")).ToList();
            writer.Replace(new RecordBlock(id, documents) { Text = new string('t', random.Next(400)) + id, Data = new byte[random.Next(50)] });
        }

        writer.ForceMerge();
        writer.Delete("r7");
        writer.Replace(new RecordBlock("last", [RandomCorpus.Document(random, "last/0")]));
        writer.Commit();
        return directory;
    }
}
