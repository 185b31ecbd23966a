using System.Buffers.Binary;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>The blocks of a term's frequencies, decoded one at a time in any order; see <see cref="PostingsFormat"/>.</summary>
internal sealed class TermFreqs(PostingsInput input, in TermState state)
{
    /// <summary>So many of a block are read one by one in the time that it takes to decode them all.</summary>
    private const int ManyFreqs = 16;

    private readonly TermState _state = state;
    private readonly int _table = PostingsFormat.TableLength(state.DocFreq, input.Freqs.Version);
    private readonly int _entryLength = input.Freqs.Version == 1 ? PostingsFormat.FreqsEntryOfVersion1 : PostingsFormat.FreqsEntry;
    private int[]? _freqs;
    private int _number = -1;

    /// <summary>The frequencies of a block; valid until the next call.</summary>
    /// <param name="block">Which block.</param>
    /// <param name="length">Its number of documents.</param>
    /// <param name="capacity">Room that the term's longest block takes when it is decoded.</param>
    public int[] Load(int block, int length, int capacity)
    {
        _freqs ??= new int[capacity];
        if (_number != block)
        {
            _number = -1;
            if (_state.DocFreq == 1)
            {
                _freqs[0] = (int)Math.Min(int.MaxValue, _state.TotalTermFreq);
            }
            else
            {
                Decode(block, length, _freqs);
            }

            _number = block;
        }

        return _freqs;
    }

    /// <summary>Reads the frequencies of some documents of a block.</summary>
    /// <param name="block">Which block.</param>
    /// <param name="length">Its number of documents.</param>
    /// <param name="capacity">Room that the term's longest block takes when it is decoded.</param>
    /// <param name="numbers">The documents' numbers among the term's.</param>
    /// <param name="freqs">Receives the frequencies.</param>
    public void Read(int block, int length, int capacity, ReadOnlySpan<int> numbers, Span<int> freqs)
    {
        if (numbers.Length < ManyFreqs && length == PostingsFormat.BlockSize && block != _number)
        {
            var packed = Packed(OffsetOf(block));
            for (var i = 0; i < numbers.Length; i++)
            {
                freqs[i] = packed[numbers[i] % PostingsFormat.BlockSize] + 1;
            }

            return;
        }

        var decoded = Load(block, length, capacity);
        for (var i = 0; i < numbers.Length; i++)
        {
            freqs[i] = decoded[numbers[i] % PostingsFormat.BlockSize];
        }
    }

    /// <summary>Frequencies and norms of a block's <see cref="Impacts"/>; empty where nothing is known.</summary>
    public ReadOnlySpan<byte> BlockImpacts(int block) =>
        block < _table && _entryLength == PostingsFormat.FreqsEntry ? Entry(block)[sizeof(uint)..] : [];

    private void Decode(int block, int length, int[] freqs)
    {
        var offset = OffsetOf(block);
        if (length == PostingsFormat.BlockSize)
        {
            BlockDecoder.Values(Packed(offset), freqs, input.Path);
        }
        else if (input.Freqs.Version < PostingsFormat.FlatTails)
        {
            DecodeVarints(input.Freqs.Read(offset, length * PostingsFormat.MaxVarint), freqs.AsSpan(0, length));
        }
        else
        {
            DecodeFlat(offset, freqs.AsSpan(0, length));
        }
    }

    private long OffsetOf(int block) =>
        _state.FreqsOffset + ((long)_table * _entryLength) + (block == 0 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(Entry(block - 1)));

    private PatchedBlock Packed(long offset)
    {
        var bytes = input.Freqs.SliceUpTo(offset, PatchedBlock.MostBytes(PostingsFormat.MaxFreqWidth));
        return PatchedBlock.Read(input.Freqs, bytes, offset, PostingsFormat.MaxFreqWidth);
    }

    private static void DecodeVarints(ByteCursor cursor, Span<int> freqs)
    {
        foreach (ref var freq in freqs)
        {
            freq = cursor.ReadInt32(int.MaxValue - 1) + 1;
        }
    }

    private void DecodeFlat(long offset, Span<int> freqs)
    {
        var head = input.Freqs.SliceUpTo(offset, 1);
        var width = head.IsEmpty ? int.MaxValue : head[0];
        if (width > PostingsFormat.MaxFreqWidth)
        {
            throw input.Freqs.Damaged(offset, $"expected frequencies with a width up to {PostingsFormat.MaxFreqWidth}");
        }

        // Reading goes on a little behind the last number; the file does too.
        var length = (int)FlatPacking.ByteCount(freqs.Length, width);
        input.Freqs.CheckRange(offset + 1, length, "frequencies");
        var packed = input.Freqs.Slice(offset + 1, length + sizeof(ulong));
        for (var i = 0; i < freqs.Length; i++)
        {
            freqs[i] = (int)FlatPacking.Read(packed, i, width) + 1;
        }
    }

    private ReadOnlySpan<byte> Entry(int block)
    {
        var at = _state.FreqsOffset + ((long)block * _entryLength);
        var entry = input.Freqs.SliceUpTo(at, _entryLength);
        return entry.Length == _entryLength
            ? entry
            : throw input.Freqs.Damaged(at, "expected an entry of the block table, found the end of the body");
    }
}
