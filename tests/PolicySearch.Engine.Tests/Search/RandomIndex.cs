using System.Text;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Testing.Reference;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>An index made by random adding, replacing, deleting and committing, and the same documents as the naive searcher sees them.</summary>
internal sealed class RandomIndex : IDisposable
{
    private readonly Dictionary<string, IndexDocument> _documents = [];
    private readonly Dictionary<string, string[]> _expectedLive = [];
    private readonly MemoryDirectory _directory = new();

    public RandomIndex(int seed, int changes = 60, bool merge = false)
    {
        Random = new Random(seed);
        var options = new IndexWriterOptions { BackgroundMerges = false, MergePolicy = seed % 2 == 0 ? new TieredMergePolicy() : new AdjacentMergePolicy { MergeFactor = 3 } };
        using (var writer = IndexWriter.Open(_directory, RandomCorpus.Schema, options))
        {
            for (var change = 0; change < changes; change++)
            {
                Change(writer, change);
            }

            writer.Commit();
            if (merge)
            {
                writer.ForceMerge();
                writer.Commit();
            }
        }

        Reader = IndexReader.Open(_directory);
        Searcher = new IndexSearcher(Reader);
        Naive = new NaiveSearcher(References());
    }

    /// <summary>Goes on where making the index stopped.</summary>
    public Random Random { get; }

    public IndexReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public NaiveSearcher Naive { get; }

    /// <summary>Ids of the documents that should be live, in order of nothing.</summary>
    public IEnumerable<string> ExpectedLive => _expectedLive.Values.SelectMany(ids => ids);

    public static string Id(SegmentReader segment, int doc) => Encoding.UTF8.GetString(segment.Stored(doc, "id")[0]);

    public void Dispose() => Reader.Dispose();

    private void Change(IndexWriter writer, int change)
    {
        var key = $"k{Random.Next(30)}";
        if (Random.Next(6) == 0)
        {
            writer.Delete(key);
            _expectedLive.Remove(key);
        }
        else
        {
            string[] ids = [.. Enumerable.Range(0, Random.Next(5)).Select(i => $"{change}.{i}")];
            foreach (var id in ids)
            {
                _documents[id] = RandomCorpus.Document(Random, id);
            }

            writer.Replace(new RecordBlock(key, [.. ids.Select(id => _documents[id])]));
            _expectedLive[key] = ids;
        }

        if (Random.Next(12) == 0)
        {
            writer.Commit();
        }

        if (Random.Next(30) == 0)
        {
            writer.WaitForMerges();
        }
    }

    /// <summary>What physically is in the index, the deleted too, since they count in statistics.</summary>
    private IEnumerable<ReferenceDocument> References()
    {
        for (var ordinal = 0; ordinal < Reader.Segments.Count; ordinal++)
        {
            var segment = Reader.Segments[ordinal];
            for (var doc = 0; doc < segment.MaxDoc; doc++)
            {
                yield return new ReferenceDocument(RandomCorpus.Schema, _documents[Id(segment, doc)], ordinal, doc, segment.IsLive(doc));
            }
        }
    }
}
