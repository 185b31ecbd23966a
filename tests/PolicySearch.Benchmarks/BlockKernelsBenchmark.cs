using BenchmarkDotNet.Attributes;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Benchmarks;

/// <summary>Question: what do vectors gain in each step of a block's evaluation? Blocks of 256 documents, differences of up to 6 bits, frequencies of up to 2 bits, twelve of them patched where it says so, lengths of 20 to 120 tokens (seed 1); the same bytes and the same results on every path.</summary>
/// <remarks><c>dotnet run -c Release --project tests/PolicySearch.Benchmarks -- --filter *BlockKernels*</c></remarks>
public class BlockKernelsBenchmark
{
    private const int DocWidth = 6;
    private const int FreqWidth = 2;

    private readonly byte[] _packedDocs = new byte[LanePacking.ByteCount(PostingsFormat.Lanes, DocWidth)];
    private readonly byte[] _packedFreqs = new byte[LanePacking.ByteCount(PostingsFormat.Lanes, FreqWidth)];

    /// <summary>Places and high bits.</summary>
    private readonly byte[] _patches = [.. Enumerable.Range(0, 12).Select(i => (byte)(i * 20)), .. Enumerable.Repeat((byte)1, 12)];
    private readonly byte[] _bits = new byte[320];
    private readonly int[] _docs = new int[PostingsFormat.BlockSize + 8];
    private readonly int[] _freqs = new int[PostingsFormat.BlockSize];
    private readonly float[] _scores = new float[PostingsFormat.BlockSize];
    private readonly byte[] _norms = new byte[1 << 15];
    private BM25Scorer _scorer = BM25Scorer.Zero;

    /// <summary>Plain, Vector128 or Vector256.</summary>
    [Params("Plain", "Vector128", "Vector256")]
    public string Path { get; set; } = "";

    private VectorPath How => Enum.Parse<VectorPath>(Path);

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        LanePacking.Pack([.. Enumerable.Range(0, 256).Select(_ => (uint)random.Next(1 << DocWidth))], PostingsFormat.Lanes, DocWidth, _packedDocs);
        LanePacking.Pack([.. Enumerable.Range(0, 256).Select(_ => (uint)random.Next(1 << FreqWidth))], PostingsFormat.Lanes, FreqWidth, _packedFreqs);
        foreach (var bit in Enumerable.Range(0, _bits.Length * 8).OrderBy(_ => random.Next()).Take(PostingsFormat.BlockSize))
        {
            _bits[bit >> 3] |= (byte)(1 << (bit & 7));
        }

        for (var doc = 0; doc < _norms.Length; doc++)
        {
            _norms[doc] = NormEncoding.Encode(random.Next(20, 120));
        }

        _scorer = BM25Similarity.Scorer(1, new FieldStatistics(1_000_000, 40_000_000, 60_000_000), new TermStatistics(50_000, 70_000));
        BlockDecoder.Docs(_packedDocs, DocWidth, 0, _docs, How);
        BlockDecoder.Values(new PatchedBlock(FreqWidth, _packedFreqs), _freqs, How);
    }

    [Benchmark]
    public long DecodeDocuments() => BlockDecoder.Docs(_packedDocs, DocWidth, 0, _docs, How);

    [Benchmark]
    public void DecodeBitSet() => BitDecoder.Decode(_bits, 0, _docs, How);

    [Benchmark]
    public void DecodeFrequencies() => BlockDecoder.Values(new PatchedBlock(FreqWidth, _packedFreqs), _freqs, How);

    [Benchmark]
    public void DecodePatchedFrequencies() => BlockDecoder.Values(new PatchedBlock(FreqWidth, _packedFreqs, _patches), _freqs, How);

    [Benchmark]
    public void Score() => _scorer.Scores(_docs, _freqs, _norms, _scores, How);
}
