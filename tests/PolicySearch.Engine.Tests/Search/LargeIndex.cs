using System.Text;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Testing.Reference;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>An index in which words are frequent enough for many blocks of postings: dense, sparse and clustered ones; one or several segments, with deletions.</summary>
internal sealed class LargeIndex : IDisposable
{
    private const int Words = 300;

    private readonly List<IndexDocument> _documents = [];
    private readonly Lazy<NaiveSearcher> _naive;

    public LargeIndex(int seed, int documents)
    {
        Random = new Random(seed);
        var directory = new MemoryDirectory();
        var options = new IndexWriterOptions { BackgroundMerges = false };
        using (var writer = IndexWriter.Open(directory, RandomCorpus.Schema, options))
        {
            Fill(writer, documents);
        }

        Reader = IndexReader.Open(directory);
        Searcher = new IndexSearcher(Reader);
        Plain = new IndexSearcher(Reader) { ScoresAll = true };
        Together = new IndexSearcher(Reader) { Threads = new SearchThreads(3), LeastDocs = 1, Filters = new FilterCache() };
        _naive = new Lazy<NaiveSearcher>(() => new NaiveSearcher(References()));
    }

    /// <summary>Goes on where making the index stopped.</summary>
    public Random Random { get; }

    public IndexReader Reader { get; }

    public IndexSearcher Searcher { get; }

    /// <summary>Scores every match, by the plain scorers.</summary>
    public IndexSearcher Plain { get; }

    /// <summary>Searches segments at the same time and keeps filters.</summary>
    public IndexSearcher Together { get; }

    public NaiveSearcher Naive => _naive.Value;

    public VectorPath Path
    {
        set
        {
            foreach (var segment in Reader.Segments)
            {
                segment.Core.Postings.Path = value;
            }
        }
    }

    /// <summary>A word: the lower its number, the more frequent.</summary>
    public string Word() => Word(Random);

    public void Dispose() => Reader.Dispose();

    private static string Word(Random random) => "w" + (int)(Words * Math.Pow(random.NextDouble(), random.Next(1, 5)));

    private void Fill(IndexWriter writer, int documents)
    {
        for (var record = 0; _documents.Count < documents; record++)
        {
            var block = new IndexDocument[Random.Next(1, 40)];
            var (topic, source, day) = (Random.Next(Words), $"s{Random.Next(30)}", Random.Next(-10, 60));
            for (var i = 0; i < block.Length; i++)
            {
                block[i] = Document(topic);

                // What all documents of a record share: stretches of like values, and some of none.
                block[i] = source == "s0" ? block[i] : block[i].Add("source", source);
                block[i] = day < 0 ? block[i] : block[i].Add("day", day);
                _documents.Add(block[i]);
            }

            writer.Replace(new RecordBlock($"r{record}", block));
            if (Random.Next(30) == 0)
            {
                writer.Delete($"r{Random.Next(record + 1)}");
            }

            if (Random.Next(60) == 0)
            {
                writer.Commit();
            }
        }

        if (Random.Next(2) == 0)
        {
            writer.ForceMerge();
        }

        writer.Commit();
    }

    private IndexDocument Document(int topic)
    {
        var text = new StringBuilder();
        for (var left = Random.Next(1, Random.Next(8) == 0 ? 120 : 30); left > 0; left--)
        {
            text.Append(Random.Next(12) == 0 ? $"w{topic}" : Word(Random)).Append(' ');
        }

        var document = RandomCorpus.Document(Random, $"{_documents.Count}").Add("body", text.ToString());
        return Random.Next(3) == 0 ? document.Add("title", $"{Word(Random)} {Word(Random)}") : document;
    }

    private IEnumerable<ReferenceDocument> References()
    {
        for (var ordinal = 0; ordinal < Reader.Segments.Count; ordinal++)
        {
            var segment = Reader.Segments[ordinal];
            for (var doc = 0; doc < segment.MaxDoc; doc++)
            {
                var number = int.Parse(Encoding.UTF8.GetString(segment.Stored(doc, "id")[0]));
                yield return new ReferenceDocument(RandomCorpus.Schema, _documents[number], ordinal, doc, segment.IsLive(doc));
            }
        }
    }
}
