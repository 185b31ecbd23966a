using System.Buffers.Binary;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>The decoded block of documents at which an enumeration stands; see <see cref="PostingsFormat"/>.</summary>
internal sealed class DocsBlock(IndexInput input, TermState state, int maxDoc)
{
    private readonly int _fullBlocks = state.DocFreq == 1 ? 0 : state.DocFreq / PostingsFormat.BlockSize;
    private readonly int _blockCount = (state.DocFreq + PostingsFormat.BlockSize - 1) / PostingsFormat.BlockSize;

    /// <summary>The documents, ascending; the first <see cref="Length"/> are valid.</summary>
    public int[] Values { get; } = new int[Math.Min(state.DocFreq, PostingsFormat.BlockSize)];

    /// <summary>Number of documents in the block; 0 before the first and after the last block.</summary>
    public int Length { get; private set; }

    /// <summary>Number of the block, -1 before the first.</summary>
    public int Number { get; private set; } = -1;

    private long DataStart => state.DocsOffset + ((long)_fullBlocks * PostingsFormat.DocsEntry);

    /// <summary>Decodes a block; false where there is none.</summary>
    public bool Load(int number)
    {
        Number = number;
        Length = 0;
        if (number >= _blockCount)
        {
            Number = _blockCount;
            return false;
        }

        if (state.DocFreq == 1)
        {
            Values[0] = (int)state.DocsOffset;
            Length = 1;
            return true;
        }

        var (before, start) = number == 0 ? (-1, 0u) : Entry(number - 1);
        if (number < _fullBlocks)
        {
            LoadFull(number, before, DataStart + start);
        }
        else
        {
            LoadTail(before, DataStart + start);
        }

        return true;
    }

    /// <summary>The first block after the current one that may hold a document at or after <paramref name="target"/>.</summary>
    public int FindBlock(int target)
    {
        // Gallop from here: targets are mostly near.
        int low = Number + 1, step = 1;
        while (low + step <= _fullBlocks && Entry(low + step - 1).LastDoc < target)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, _fullBlocks);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (Entry(middle).LastDoc < target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private (int LastDoc, uint End) Entry(int block)
    {
        var at = state.DocsOffset + ((long)block * PostingsFormat.DocsEntry);
        var entry = input.SliceUpTo(at, PostingsFormat.DocsEntry);
        if (entry.Length < PostingsFormat.DocsEntry)
        {
            throw input.Damaged(at, "expected an entry of the block table, found the end of the body");
        }

        var last = BinaryPrimitives.ReadUInt32LittleEndian(entry);
        return last < (uint)maxDoc
            ? ((int)last, BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]))
            : throw input.Damaged(at, $"expected a document below {maxDoc}, found {last}");
    }

    private void LoadFull(int number, int before, long offset)
    {
        Span<uint> deltas = stackalloc uint[PostingsFormat.BlockSize];
        LaneBlock.Read(input, offset, PostingsFormat.MaxDocWidth, deltas);
        long doc = before;
        for (var i = 0; i < deltas.Length; i++)
        {
            doc += deltas[i] + 1L;
            Values[i] = (int)doc;
        }

        // Differences are positive, so the last document is the largest, and all are in range if it is.
        var expected = Entry(number).LastDoc;
        if (doc != expected)
        {
            throw input.Damaged(offset, $"expected a block that ends with document {expected}, found {doc}");
        }

        Length = PostingsFormat.BlockSize;
    }

    private void LoadTail(int before, long offset)
    {
        var count = state.DocFreq % PostingsFormat.BlockSize;
        var cursor = input.Read(offset, count * PostingsFormat.MaxVarint);
        var doc = before;
        for (var i = 0; i < count; i++)
        {
            if (doc == maxDoc - 1)
            {
                throw cursor.Damaged($"expected documents below {maxDoc}");
            }

            doc += 1 + cursor.ReadInt32(maxDoc - 2 - doc);
            Values[i] = doc;
        }

        Length = count;
    }
}

/// <summary>Reads a block of lanes with its width.</summary>
internal static class LaneBlock
{
    public static void Read(IndexInput input, long offset, int maxWidth, Span<uint> values)
    {
        var bytes = input.SliceUpTo(offset, 1 + LanePacking.ByteCount(PostingsFormat.Lanes, maxWidth));
        var width = bytes.IsEmpty ? int.MaxValue : bytes[0];
        if (width > maxWidth || bytes.Length <= LanePacking.ByteCount(PostingsFormat.Lanes, width))
        {
            throw input.Damaged(offset, $"expected a block with a width up to {maxWidth}");
        }

        LanePacking.Unpack(bytes[1..], PostingsFormat.Lanes, width, values);
    }
}
