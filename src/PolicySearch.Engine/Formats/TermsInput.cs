using System.Runtime.CompilerServices;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>The dictionary of one field: the small index of blocks in memory, and the blocks in the file; see <see cref="TermsFormat"/>.</summary>
internal sealed class TermsInput
{
    private readonly IndexInput _input;
    private readonly int _maxDoc;
    private readonly byte[] _firstTerms;
    private readonly int[] _firstStarts;
    private readonly long[] _offsets;

    private TermsInput(IndexInput input, ref ByteCursor meta, int maxDoc)
    {
        _input = input;
        _maxDoc = maxDoc;
        Name = meta.ReadString();
        IsText = meta.ReadByte() != 0;
        Count = meta.ReadInt32();
        Statistics = new FieldStatistics(meta.ReadInt32(maxDoc), meta.ReadInt64(), meta.ReadInt64());
        BlockCount = (int)(((long)Count + TermsFormat.BlockSize - 1) / TermsFormat.BlockSize);
        if (BlockCount > input.BodyEnd)
        {
            throw meta.Damaged($"expected a number of terms that fits the file, found {Count}");
        }

        _firstStarts = new int[BlockCount + 1];
        _offsets = new long[BlockCount + 1];
        _firstTerms = ReadIndex(ref meta);
    }

    public string Name { get; }

    public bool IsText { get; }

    public int Count { get; }

    public int BlockCount { get; }

    public FieldStatistics Statistics { get; }

    /// <summary>Reads the meta part of a dictionary.</summary>
    public static Dictionary<string, TermsInput> ReadFields(IndexInput input, int maxDoc)
    {
        var fields = new Dictionary<string, TermsInput>(StringComparer.Ordinal);
        var meta = input.ReadMeta();
        for (var left = meta.ReadInt32(); left > 0; left--)
        {
            var field = new TermsInput(input, ref meta, maxDoc);
            fields[field.Name] = field;
        }

        return fields;
    }

    /// <summary>The only block that can hold the term: the last one that begins at or before it; -1 where the first begins after it.</summary>
    public int FindBlock(ReadOnlySpan<byte> term)
    {
        int low = 0, high = BlockCount;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (FirstTerm(middle).SequenceCompareTo(term) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    public ReadOnlySpan<byte> FirstTerm(int block) => _firstTerms.AsSpan(_firstStarts[block].._firstStarts[block + 1]);

    public long BlockStart(int block) => _offsets[block];

    public int TermsIn(int block) => Math.Min(TermsFormat.BlockSize, Count - (block * TermsFormat.BlockSize));

    /// <summary>A block from its beginning.</summary>
    public ByteCursor ReadBlock(int block, out int count)
    {
        count = TermsIn(block);
        return ReadFrom(_offsets[block], block);
    }

    /// <summary>The rest of a block.</summary>
    public ByteCursor ReadFrom(long offset, int block) => _input.Read(offset, (int)(_offsets[block + 1] - offset));

    /// <summary>Reads a term's entry.</summary>
    /// <param name="cursor">Stands after the term's bytes.</param>
    /// <param name="last">The places from which the block's next ones are counted.</param>
    public TermState ReadState(ref ByteCursor cursor, ref TermState last)
    {
        var docFreq = cursor.ReadInt32(_maxDoc);
        if (docFreq == 0)
        {
            throw cursor.Damaged("expected a term with documents, found 0");
        }

        var totalTermFreq = docFreq + (IsText ? cursor.ReadInt64(int.MaxValue * 2L) : 0);
        var (docs, freqs, positions) = (last.DocsOffset, last.FreqsOffset, last.PositionsOffset);
        long only = 0;
        if (docFreq == 1)
        {
            only = cursor.ReadInt32(_maxDoc - 1);
        }
        else
        {
            docs += cursor.ReadInt64(long.MaxValue - docs);
            freqs += IsText ? cursor.ReadInt64(long.MaxValue - freqs) : 0;
        }

        positions += IsText ? cursor.ReadInt64(long.MaxValue - positions) : 0;
        last = new TermState(docFreq, totalTermFreq) { DocsOffset = docs, FreqsOffset = freqs, PositionsOffset = positions };
        return docFreq == 1 ? last with { DocsOffset = only } : last;
    }

    /// <summary>Reads the first terms of all blocks: much of what opening an index costs, and mostly done once, so optimised at the first call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private byte[] ReadIndex(ref ByteCursor meta)
    {
        var firsts = new ByteWriter();
        for (var block = 0; block < BlockCount; block++)
        {
            var before = block == 0 ? default : firsts.Written[_firstStarts[block - 1]..];
            var shared = meta.ReadInt32(before.Length);
            var rest = meta.ReadBytes(meta.ReadInt32(TermsFormat.MaxTermLength - shared));
            _firstStarts[block] = firsts.Length;
            var first = firsts.Reserve(shared + rest.Length);
            before[..shared].CopyTo(first);
            rest.CopyTo(first[shared..]);
            _offsets[block] = (block == 0 ? 0 : _offsets[block - 1]) + meta.ReadInt64(int.MaxValue + _input.BodyEnd);
        }

        _firstStarts[BlockCount] = firsts.Length;
        if (BlockCount > 0)
        {
            _offsets[BlockCount] = _offsets[BlockCount - 1] + meta.ReadInt64(int.MaxValue);
            _input.CheckRange(_offsets[0], _offsets[BlockCount] - _offsets[0], $"terms of '{Name}'");
        }

        return firsts.Written.ToArray();
    }
}

/// <summary>The files of postings of a segment.</summary>
internal sealed record PostingsInput(IndexInput Docs, IndexInput Freqs, IndexInput Positions, int MaxDoc)
{
    /// <summary>How vectors are used; tests set it.</summary>
    public VectorPath Path { get; set; } = VectorPaths.Best;
}
