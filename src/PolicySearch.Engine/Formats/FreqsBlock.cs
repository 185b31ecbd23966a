using System.Buffers.Binary;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>The decoded block of frequencies at which an enumeration stands; see <see cref="PostingsFormat"/>.</summary>
internal sealed class FreqsBlock(IndexInput input, TermState state)
{
    private readonly int _fullBlocks = state.DocFreq == 1 ? 0 : state.DocFreq / PostingsFormat.BlockSize;
    private int _number = -1;

    public int[] Values { get; } = new int[Math.Min(state.DocFreq, PostingsFormat.BlockSize)];

    /// <summary>Decodes the block unless it is already.</summary>
    public void Load(int number, int length)
    {
        if (number == _number)
        {
            return;
        }

        if (state.DocFreq == 1)
        {
            Values[0] = (int)Math.Min(int.MaxValue, state.TotalTermFreq);
        }
        else
        {
            Decode(number, length);
            CheckSum(length);
        }

        _number = number;
    }

    private void Decode(int number, int length)
    {
        var data = state.FreqsOffset + ((long)_fullBlocks * PostingsFormat.FreqsEntry);
        var offset = data + (number == 0 ? 0 : End(number - 1));
        if (number >= _fullBlocks)
        {
            var cursor = input.Read(offset, length * PostingsFormat.MaxVarint);
            for (var i = 0; i < length; i++)
            {
                Values[i] = cursor.ReadInt32(int.MaxValue - 1) + 1;
            }

            return;
        }

        Span<uint> packed = stackalloc uint[PostingsFormat.BlockSize];
        LaneBlock.Read(input, offset, PostingsFormat.MaxFreqWidth, packed);
        for (var i = 0; i < packed.Length; i++)
        {
            Values[i] = (int)packed[i] + 1;
        }
    }

    /// <summary>A damaged frequency could keep a reader of positions busy for long.</summary>
    private void CheckSum(int length)
    {
        long sum = 0;
        foreach (var freq in Values.AsSpan(0, length))
        {
            sum += freq;
        }

        if (sum > state.TotalTermFreq)
        {
            throw input.Damaged(state.FreqsOffset, $"expected frequencies that add up to at most {state.TotalTermFreq}, found {sum} in a block");
        }
    }

    private uint End(int block)
    {
        var at = state.FreqsOffset + ((long)block * PostingsFormat.FreqsEntry);
        var entry = input.SliceUpTo(at, PostingsFormat.FreqsEntry);
        return entry.Length == PostingsFormat.FreqsEntry
            ? BinaryPrimitives.ReadUInt32LittleEndian(entry)
            : throw input.Damaged(at, "expected an entry of the block table, found the end of the body");
    }
}
