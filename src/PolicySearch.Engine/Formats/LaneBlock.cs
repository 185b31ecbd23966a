namespace PolicySearch.Engine.Formats;

/// <summary>Reads the width at the head of a block of lanes.</summary>
internal static class LaneBlock
{
    /// <summary>The width; the block's bytes are known to be there.</summary>
    public static int Width(IndexInput input, ReadOnlySpan<byte> block, long offset, int maxWidth)
    {
        var width = block.IsEmpty ? int.MaxValue : block[0];
        return width <= maxWidth && block.Length > LanePacking.ByteCount(PostingsFormat.Lanes, width)
            ? width
            : throw input.Damaged(offset, $"expected a block with a width up to {maxWidth}");
    }
}
