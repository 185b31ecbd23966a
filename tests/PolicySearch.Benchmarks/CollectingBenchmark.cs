using BenchmarkDotNet.Attributes;
using PolicySearch.Engine.Facets;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Benchmarks;

/// <summary>Question: what does collecting cost, once documents are found and scored? A segment of 65,536 documents, every fourth of which matches (16,384): the ten best, where scores are random and where each is better than all before; the counts of a field of 200 values and of one of 35, each in stretches of like values (16 on the average) or without any order (seed 1).</summary>
/// <remarks><c>dotnet run -c Release --project tests/PolicySearch.Benchmarks -- --filter *Collecting*</c></remarks>
public class CollectingBenchmark
{
    private const int Documents = 1 << 16;
    private const int Every = 4;
    private const int Limit = 10;

    private static readonly IndexSchema Schema = new(FieldDefinition.Keyword("org"), FieldDefinition.Number("year"));

    private readonly MemoryDirectory _directory = new();
    private readonly int[] _docs = [.. Enumerable.Range(0, Documents / Every).Select(i => i * Every)];
    private readonly ulong[] _bits = [.. Enumerable.Repeat(0x1111_1111_1111_1111UL, Documents / 64)];
    private readonly float[] _random = new float[Documents / Every];
    private readonly float[] _rising = new float[Documents / Every];
    private IndexReader? _reader;

    /// <summary>Mean length of a stretch of documents with the same values.</summary>
    [Params(1, 16)]
    public int Stretch { get; set; }

    private SegmentReader Segment => _reader!.Segments[0];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        using (var writer = IndexWriter.Open(_directory, Schema))
        {
            for (var doc = 0; doc < Documents;)
            {
                var (org, year) = ($"organisation {random.Next(200)}", random.Next(1990, 2025));
                IndexDocument[] alike = [.. Enumerable.Range(0, Math.Min(Documents - doc, random.Next(1, 2 * Stretch))).Select(_ => new IndexDocument().Add("org", org).Add("year", year))];
                writer.Replace(new RecordBlock($"r{doc}", alike));
                doc += alike.Length;
            }

            writer.ForceMerge();
            writer.Commit();
        }

        _reader = IndexReader.Open(_directory);
        for (var i = 0; i < _random.Length; i++)
        {
            (_random[i], _rising[i]) = (random.NextSingle(), i);
        }
    }

    [GlobalCleanup]
    public void Close() => _reader?.Dispose();

    [Benchmark]
    public int BestOfRandomScores() => Best(_random);

    [Benchmark]
    public int BestOfRisingScores() => Best(_rising);

    [Benchmark]
    public int CountKeywords() => Count(new KeywordFacetRequest("org", "org"));

    [Benchmark]
    public int CountNumbers() => Count(new NumberFacetRequest("year", "year"));

    private int Best(float[] scores)
    {
        using var pass = new SegmentPass(0, Segment);
        var top = new TopHitsCollector(Limit, after: null);
        top.SetSegment(pass);
        for (var from = 0; from < scores.Length; from += PostingsFormat.BlockSize)
        {
            top.Collect(_docs.AsSpan(from, PostingsFormat.BlockSize), scores.AsSpan(from, PostingsFormat.BlockSize));
        }

        return top.Hits()[0].Doc;
    }

    private int Count(FacetRequest request)
    {
        using var pass = new SegmentPass(0, Segment);
        var counter = FacetCounter.For(request);
        SearchPass.Count(pass, DocSet.OfBits(_bits, _bits.Length), [counter]);
        return counter.Counts().Count;
    }
}
