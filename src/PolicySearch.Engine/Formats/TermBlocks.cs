using System.Buffers.Binary;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>The blocks of a term's documents, and with them its frequencies, decoded one at a time in any order; see <see cref="PostingsFormat"/>.</summary>
internal sealed class TermBlocks
{
    /// <summary>Documents are looked for among so many at once.</summary>
    public const int Step = 16;

    /// <summary>A bit set is decoded by eight documents at a time, of which the last ones may be none.</summary>
    private const int Overrun = 8;

    private readonly PostingsInput _input;
    private readonly TermState _state;
    private readonly int _docsTable;
    private readonly TermFreqs _freqs;
    private readonly int[] _lasts = new int[PostingsFormat.BlockSize / Step];
    private int _lastsNumber = -1;
    private int[]? _lastDocs;

    public TermBlocks(PostingsInput input, in TermState state)
    {
        _input = input;
        _state = state;
        _docsTable = PostingsFormat.TableLength(state.DocFreq, input.Docs.Version);
        _freqs = new TermFreqs(input, state);
        Count = (state.DocFreq + PostingsFormat.BlockSize - 1) / PostingsFormat.BlockSize;
        Docs = new int[state.DocFreq < PostingsFormat.BlockSize ? (state.DocFreq + Step - 1) & -Step : PostingsFormat.BlockSize + Overrun];
    }

    /// <summary>Number of blocks; the last one, the tail, may be shorter than the others.</summary>
    public int Count { get; }

    /// <summary>Documents with the term.</summary>
    public int DocFreq => _state.DocFreq;

    /// <summary>The block that is decoded; -1 before the first, <see cref="Count"/> after the last.</summary>
    public int Number { get; private set; } = -1;

    /// <summary>Its number of documents; 0 where there is none.</summary>
    public int Length { get; private set; }

    /// <summary>Its documents, ascending: the first <see cref="Length"/>; after them stand numbers above any document.</summary>
    public int[] Docs { get; }

    /// <summary>How vectors are used.</summary>
    public VectorPath Path => _input.Path;

    /// <summary>Upper bounds of the blocks' last documents: exact but for a tail that has no entry in the table.</summary>
    public int[] LastDocs => _lastDocs ??= ReadLastDocs();

    /// <summary>No document of the block is lower.</summary>
    public int FirstDoc(int block) => block == 0 ? 0 : LastDocs[block - 1] + 1;

    /// <summary>The first block, at or after <paramref name="from"/>, that may hold a document at or after <paramref name="target"/>; <see cref="Count"/> where none does.</summary>
    public int FindBlock(int target, int from)
    {
        // Gallop from there: targets are mostly near.
        var last = LastDocs;
        int low = from, step = 1;
        while (low + step <= last.Length && last[low + step - 1] < target)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, last.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (last[middle] < target)
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

    /// <summary>Decodes the documents of a block, unless they are already; false where there is no such block.</summary>
    public bool Load(int block)
    {
        if (block == Number)
        {
            return Length > 0;
        }

        Length = 0;
        if (block >= Count)
        {
            Number = Count;
            return false;
        }

        Number = -1;
        if (_state.DocFreq == 1)
        {
            Docs[0] = (int)_state.DocsOffset;
            FinishTail(1);
        }
        else if ((block + 1) * (long)PostingsFormat.BlockSize <= _state.DocFreq)
        {
            LoadFull(block);
        }
        else
        {
            LoadTail(block);
        }

        Number = block;
        return true;
    }

    /// <summary>Of every sixteen documents of the current block the last one.</summary>
    public ReadOnlySpan<int> Lasts()
    {
        if (_lastsNumber != Number)
        {
            var docs = Docs;
            _lasts.AsSpan().Fill(int.MaxValue);
            for (int i = 0, at = Step - 1; i < _lasts.Length && at < docs.Length; i++, at += Step)
            {
                _lasts[i] = docs[at];
            }

            _lastsNumber = Number;
        }

        return _lasts;
    }

    /// <summary>Number of documents of any block.</summary>
    public int LengthOf(int block) => Math.Min(PostingsFormat.BlockSize, _state.DocFreq - (block * PostingsFormat.BlockSize));

    /// <summary>The frequencies of a block, whose documents need not be decoded; valid until those of another are asked for.</summary>
    public int[] Freqs(int block) => _freqs.Load(block, LengthOf(block), Docs.Length);

    /// <summary>Reads the frequencies of some documents.</summary>
    /// <param name="numbers">Their numbers among the term's documents, ascending.</param>
    /// <param name="freqs">Receives the frequencies.</param>
    public void Freqs(ReadOnlySpan<int> numbers, Span<int> freqs)
    {
        for (int from = 0, to = 0; from < numbers.Length; from = to)
        {
            var block = numbers[from] / PostingsFormat.BlockSize;
            while (to < numbers.Length && numbers[to] / PostingsFormat.BlockSize == block)
            {
                to++;
            }

            _freqs.Read(block, LengthOf(block), Docs.Length, numbers[from..to], freqs[from..to]);
        }
    }

    /// <summary>Frequencies and norms of a block's <see cref="Impacts"/>; empty where nothing is known.</summary>
    public ReadOnlySpan<byte> BlockImpacts(int block) => _freqs.BlockImpacts(block);

    /// <summary>The words of a block that is a bit set, the first one beginning at its <see cref="FirstDoc"/> rounded down to 64; empty for another block.</summary>
    public ReadOnlySpan<byte> BitSetOf(int block)
    {
        if ((block + 1) * (long)PostingsFormat.BlockSize > _state.DocFreq)
        {
            return [];
        }

        var (before, start) = block == 0 ? (-1, 0u) : Entry(block - 1);
        var bytes = _input.Docs.SliceUpTo(DocsData + start, 1);
        return bytes is [PostingsFormat.BitSetBlock] ? ReadBitSet(DocsData + start, before, Entry(block).LastDoc) : [];
    }

    private long DocsData => _state.DocsOffset + ((long)_docsTable * PostingsFormat.DocsEntry);

    private int[] ReadLastDocs()
    {
        var last = new int[Count];
        var length = _docsTable * PostingsFormat.DocsEntry;
        _input.Docs.CheckRange(_docsTable == 0 ? FileFormat.HeaderLength : _state.DocsOffset, length, "a table of blocks");
        var table = _docsTable == 0 ? [] : _input.Docs.Slice(_state.DocsOffset, length);
        var before = -1;
        for (var block = 0; block < last.Length; block++)
        {
            last[block] = block < _docsTable ? BinaryPrimitives.ReadInt32LittleEndian(table[(block * PostingsFormat.DocsEntry)..]) : _input.MaxDoc - 1;
            if (last[block] <= before || last[block] >= _input.MaxDoc)
            {
                throw _input.Docs.Damaged(_state.DocsOffset, $"expected a block that ends after document {before} and below {_input.MaxDoc}, found {last[block]}");
            }

            before = last[block];
        }

        return last;
    }

    private (int LastDoc, uint End) Entry(int block)
    {
        var at = _state.DocsOffset + ((long)block * PostingsFormat.DocsEntry);
        var entry = _input.Docs.SliceUpTo(at, PostingsFormat.DocsEntry);
        if (entry.Length < PostingsFormat.DocsEntry)
        {
            throw _input.Docs.Damaged(at, "expected an entry of the block table, found the end of the body");
        }

        var last = BinaryPrimitives.ReadUInt32LittleEndian(entry);
        return last < (uint)_input.MaxDoc
            ? ((int)last, BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]))
            : throw _input.Docs.Damaged(at, $"expected a document below {_input.MaxDoc}, found {last}");
    }

    private void LoadFull(int block)
    {
        var (before, start) = block == 0 ? (-1, 0u) : Entry(block - 1);
        var expected = Entry(block).LastDoc;
        var offset = DocsData + start;
        var bytes = _input.Docs.SliceUpTo(offset, 1 + LanePacking.ByteCount(PostingsFormat.Lanes, PostingsFormat.MaxDocWidth));
        if (!bytes.IsEmpty && bytes[0] == PostingsFormat.BitSetBlock && _input.Docs.Version > 1)
        {
            BitDecoder.Decode(ReadBitSet(offset, before, expected), (before + 1) & ~63, Docs, Path);
        }
        else
        {
            var width = LaneBlock.Width(_input.Docs, bytes, offset, PostingsFormat.MaxDocWidth);
            var last = BlockDecoder.Docs(bytes[1..], width, before, Docs, Path);
            if (last != expected)
            {
                throw _input.Docs.Damaged(offset, $"expected a block that ends with document {expected}, found {last}");
            }
        }

        Length = PostingsFormat.BlockSize;
    }

    private ReadOnlySpan<byte> ReadBitSet(long offset, int before, int last)
    {
        var length = last > before ? PostingsFormat.BitSetWords(before, last) * sizeof(ulong) : 0;
        _input.Docs.CheckRange(offset + 1, length, "a bit set");
        var bits = _input.Docs.Slice(offset + 1, length);
        return BitDecoder.IsBlock(bits, (before + 1) & 63, last & 63)
            ? bits
            : throw _input.Docs.Damaged(offset, $"expected a bit set of {PostingsFormat.BlockSize} documents from {before + 1} to {last}");
    }

    private void LoadTail(int block)
    {
        var (before, start) = block == 0 ? (-1, 0u) : Entry(block - 1);
        var count = _state.DocFreq % PostingsFormat.BlockSize;
        var cursor = _input.Docs.Read(DocsData + start, count * PostingsFormat.MaxVarint);
        var doc = before;
        for (var i = 0; i < count; i++)
        {
            if (doc == _input.MaxDoc - 1)
            {
                throw cursor.Damaged($"expected documents below {_input.MaxDoc}");
            }

            doc += 1 + cursor.ReadInt32(_input.MaxDoc - 2 - doc);
            Docs[i] = doc;
        }

        if (block < _docsTable && Entry(block).LastDoc != doc)
        {
            throw cursor.Damaged($"expected a block that ends with document {Entry(block).LastDoc}, found {doc}");
        }

        FinishTail(count);
    }

    private void FinishTail(int count)
    {
        Docs.AsSpan(count).Fill(int.MaxValue);
        Length = count;
    }
}
