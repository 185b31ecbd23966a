using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Benchmarks;

/// <summary>Question: blocks of 128 documents in 4 lanes, or of 256 in 8? Decodes a list of 2^20 document differences (seed 1), whole, and at random blocks as advancing does; with vectors of the lanes' width and in plain code.</summary>
/// <remarks><c>dotnet run -c Release --project tests/PolicySearch.Benchmarks -- --filter *PostingsBlock*</c></remarks>
public class PostingsBlockBenchmark
{
    private const int Count = 1 << 20;

    private readonly uint[] _decoded = new uint[512];
    private byte[][] _blocks = [];
    private int[] _widths = [];
    private int[] _visits = [];

    /// <summary>4 for blocks of 128, 8 for blocks of 256.</summary>
    [Params(4, 8)]
    public int Lanes { get; set; }

    /// <summary>Mean difference between documents.</summary>
    [Params(3, 200)]
    public int Gap { get; set; }

    /// <summary>Bytes of all blocks with their width and their entry in the table.</summary>
    public long Bytes => _blocks.Sum(b => b.Length + 1L + PostingsFormat.DocsEntry);

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        var size = Lanes * LanePacking.Rows;
        _blocks = new byte[Count / size][];
        _widths = new int[_blocks.Length];
        var deltas = new uint[size];
        for (var b = 0; b < _blocks.Length; b++)
        {
            for (var i = 0; i < size; i++)
            {
                deltas[i] = (uint)(-Math.Log(1 - random.NextDouble()) * (Gap - 1));
            }

            _widths[b] = LanePacking.WidthOf(deltas);
            _blocks[b] = new byte[LanePacking.ByteCount(Lanes, _widths[b])];
            LanePacking.Pack(deltas, Lanes, _widths[b], _blocks[b]);
        }

        // The same documents are visited whatever the size of blocks.
        _visits = [.. Enumerable.Range(0, 1000).Select(_ => random.Next(Count) / size)];
        Console.WriteLine($"// {Lanes} lanes, gap {Gap}: {Bytes * 8.0 / Count:F2} bits a posting");
    }

    [Benchmark]
    public uint All()
    {
        uint sum = 0;
        for (var b = 0; b < _blocks.Length; b++)
        {
            Unpack(b);
            sum += _decoded[7];
        }

        return sum;
    }

    [Benchmark]
    public uint AllPlain()
    {
        uint sum = 0;
        for (var b = 0; b < _blocks.Length; b++)
        {
            LanePacking.Unpack(_blocks[b], Lanes, _widths[b], _decoded);
            sum += _decoded[7];
        }

        return sum;
    }

    [Benchmark]
    public uint ThousandVisits()
    {
        uint sum = 0;
        foreach (var b in _visits)
        {
            Unpack(b);
            sum += _decoded[7];
        }

        return sum;
    }

    private void Unpack(int block)
    {
        if (Lanes == 8)
        {
            Unpack256(_blocks[block], _widths[block], _decoded);
        }
        else
        {
            Unpack128(_blocks[block], _widths[block], _decoded);
        }
    }

    private static void Unpack256(byte[] packed, int width, Span<uint> target)
    {
        var words = MemoryMarshal.Cast<byte, Vector256<uint>>(packed);
        var values = MemoryMarshal.Cast<uint, Vector256<uint>>(target);
        var mask = Vector256.Create(uint.MaxValue >> (32 - width));
        for (var row = 0; row < LanePacking.Rows; row++)
        {
            var (word, shift) = (row * width >> 5, row * width & 31);
            var value = words[word] >> shift;
            if (shift + width > 32)
            {
                value |= words[word + 1] << (32 - shift);
            }

            values[row] = value & mask;
        }
    }

    private static void Unpack128(byte[] packed, int width, Span<uint> target)
    {
        var words = MemoryMarshal.Cast<byte, Vector128<uint>>(packed);
        var values = MemoryMarshal.Cast<uint, Vector128<uint>>(target);
        var mask = Vector128.Create(uint.MaxValue >> (32 - width));
        for (var row = 0; row < LanePacking.Rows; row++)
        {
            var (word, shift) = (row * width >> 5, row * width & 31);
            var value = words[word] >> shift;
            if (shift + width > 32)
            {
                value |= words[word + 1] << (32 - shift);
            }

            values[row] = value & mask;
        }
    }
}
