using System.Numerics;

namespace PolicySearch.Engine.Formats;

/// <summary>
/// A block of <see cref="LanePacking"/> with its width before it. Where a few numbers are much larger than the others, as frequencies often are, the width is that of the others,
/// and the high bits of the few stand behind as patches.
/// </summary>
/// <remarks>Zukowski, Héman, Nes and Boncz, "Super-Scalar RAM-CPU Cache Compression" (2006). The layout stands in <see cref="PostingsFormat"/>.</remarks>
internal readonly ref struct PatchedBlock
{
    /// <summary>Added to the width of a block with patches.</summary>
    private const int PatchedFlag = 64;

    /// <summary>More patches would cost more time than the bits that they save.</summary>
    private const int MostPatches = 24;

    /// <summary>A patch holds so many high bits.</summary>
    private const int PatchWidth = 8;

    private readonly ReadOnlySpan<byte> _places;
    private readonly ReadOnlySpan<byte> _highs;

    /// <param name="width">Bits of the packed numbers.</param>
    /// <param name="lanes">The packed numbers.</param>
    /// <param name="patches">Places, then as many high bits.</param>
    public PatchedBlock(int width, ReadOnlySpan<byte> lanes, ReadOnlySpan<byte> patches = default)
    {
        Width = width;
        Lanes = lanes;
        _places = patches[..(patches.Length / 2)];
        _highs = patches[(patches.Length / 2)..];
    }

    /// <summary>Most bytes of a block whose numbers have at most so many bits.</summary>
    public static int MostBytes(int maxWidth) => 2 + LanePacking.ByteCount(PostingsFormat.Lanes, maxWidth) + (2 * MostPatches);

    /// <summary>Bits of the packed numbers.</summary>
    public int Width { get; }

    /// <summary>The packed numbers.</summary>
    public ReadOnlySpan<byte> Lanes { get; }

    /// <summary>Bits of the largest number.</summary>
    private int FullWidth
    {
        get
        {
            var highest = 0;
            foreach (var high in _highs)
            {
                highest |= high;
            }

            return Width + BitOperations.Log2(((uint)highest << 1) | 1);
        }
    }

    /// <summary>Reads a block.</summary>
    /// <param name="input">The file.</param>
    /// <param name="bytes">The block and perhaps more.</param>
    /// <param name="offset">Where it stands.</param>
    /// <param name="maxWidth">Most bits that a number may have.</param>
    public static PatchedBlock Read(IndexInput input, ReadOnlySpan<byte> bytes, long offset, int maxWidth)
    {
        var head = bytes.IsEmpty ? byte.MaxValue : bytes[0];
        var (width, isPatched) = (head & ~PatchedFlag, (head & PatchedFlag) != 0);
        var end = 1 + LanePacking.ByteCount(PostingsFormat.Lanes, Math.Min(width, maxWidth));
        if (width > maxWidth || bytes.Length < end + (isPatched ? 1 : 0))
        {
            throw input.Damaged(offset, $"expected a block with a width up to {maxWidth}");
        }

        if (!isPatched)
        {
            return new PatchedBlock(width, bytes[1..end]);
        }

        var patches = bytes[(end + 1)..];
        if (bytes[end] > MostPatches || patches.Length < 2 * bytes[end])
        {
            throw input.Damaged(offset, $"expected a block with at most {MostPatches} patches");
        }

        var block = new PatchedBlock(width, bytes[1..end], patches[..(2 * bytes[end])]);
        return block.FullWidth <= maxWidth ? block : throw input.Damaged(offset, $"expected numbers of at most {maxWidth} bits, found {block.FullWidth}");
    }

    /// <summary>One of the numbers, as packed.</summary>
    public int this[int place]
    {
        get
        {
            var value = (int)LanePacking.Read(Lanes, PostingsFormat.Lanes, Width, place);
            var patch = _places.IndexOf((byte)place);
            return patch < 0 ? value : value + (_highs[patch] << Width);
        }
    }

    /// <summary>Gives the decoded numbers, each greater by one than what is packed, their high bits.</summary>
    public void Patch(Span<int> values)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            // Not added: a damaged block may name a place many times, and the sum would be negative.
            ref var value = ref values[_places[i]];
            value = ((value - 1) | (_highs[i] << Width)) + 1;
        }
    }

    /// <summary>Writes a block with the width that takes the fewest bytes.</summary>
    public static void Write(ReadOnlySpan<uint> values, ByteWriter target)
    {
        var width = BestWidth(values);
        var mask = (uint)((1UL << width) - 1);
        Span<uint> low = stackalloc uint[PostingsFormat.BlockSize];
        Span<byte> patches = stackalloc byte[2 * MostPatches];
        var count = 0;
        for (var i = 0; i < low.Length; i++)
        {
            low[i] = values[i] & mask;
            if (values[i] > mask)
            {
                (patches[count], patches[MostPatches + count]) = ((byte)i, (byte)(values[i] >> width));
                count++;
            }
        }

        target.WriteByte((byte)(width | (count > 0 ? PatchedFlag : 0)));
        LanePacking.Pack(low, PostingsFormat.Lanes, width, target.Reserve(LanePacking.ByteCount(PostingsFormat.Lanes, width)));
        if (count > 0)
        {
            target.WriteByte((byte)count);
            target.Write(patches[..count]);
            target.Write(patches.Slice(MostPatches, count));
        }
    }

    private static int BestWidth(ReadOnlySpan<uint> values)
    {
        Span<int> ofWidth = stackalloc int[33];
        ofWidth.Clear();
        foreach (var value in values)
        {
            ofWidth[BitOperations.Log2(((ulong)value << 1) | 1)]++;
        }

        var full = LanePacking.WidthOf(values);
        var (best, least, above) = (full, LanePacking.ByteCount(PostingsFormat.Lanes, full), ofWidth[full]);
        for (var width = full - 1; width >= Math.Max(0, full - PatchWidth) && above <= MostPatches; width--)
        {
            var bytes = LanePacking.ByteCount(PostingsFormat.Lanes, width) + 1 + (2 * above);
            if (bytes < least)
            {
                (best, least) = (width, bytes);
            }

            above += ofWidth[width];
        }

        return best;
    }
}
