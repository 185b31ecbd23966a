using System.Runtime.InteropServices;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>Writes the postings of one term after the other; see <see cref="PostingsFormat"/>.</summary>
internal sealed class PostingsWriter(IndexOutput docs, IndexOutput freqs, IndexOutput positions)
{
    private readonly uint[] _docDeltas = new uint[PostingsFormat.BlockSize];
    private readonly uint[] _freqs = new uint[PostingsFormat.BlockSize];
    private readonly ByteWriter _docsTable = new();
    private readonly ByteWriter _docsData = new();
    private readonly ByteWriter _freqsTable = new();
    private readonly ByteWriter _freqsData = new();
    private readonly ByteWriter _positionsTable = new();
    private readonly ByteWriter _positionsData = new();
    private readonly Impacts _impacts = new();
    private uint[] _positions = new uint[PostingsFormat.BlockSize];
    private int _positionCount;
    private int _inBlock;
    private int _lastDoc;
    private int _blockBefore;
    private int _lastPosition;
    private int _docFreq;
    private long _totalTermFreq;
    private bool _isText;

    /// <summary>A byte for each document, for impacts: the norms of the text field whose terms are added.</summary>
    public byte[] Norms { get; set; } = [];

    /// <summary>Starts a term.</summary>
    /// <param name="isText">Whether it has frequencies and positions.</param>
    public void StartTerm(bool isText)
    {
        _isText = isText;
        _docFreq = 0;
        _totalTermFreq = 0;
        _lastDoc = -1;
        _blockBefore = -1;
        _inBlock = 0;
        _impacts.Clear();
        _positionCount = 0;
        foreach (var buffer in (ReadOnlySpan<ByteWriter>)[_docsTable, _docsData, _freqsTable, _freqsData, _positionsTable, _positionsData])
        {
            buffer.Clear();
        }
    }

    /// <summary>Adds a document; they come in ascending order. For a text field <see cref="AddPosition"/> follows <paramref name="freq"/> times.</summary>
    public void StartDocument(int doc, int freq)
    {
        if (_inBlock == PostingsFormat.BlockSize)
        {
            FinishBlock();
        }

        _docDeltas[_inBlock] = (uint)(doc - _lastDoc - 1);
        _freqs[_inBlock] = (uint)(freq - 1);
        _inBlock++;
        if (_isText)
        {
            _impacts.Add(freq, Norms[doc]);
        }

        _lastDoc = doc;
        _lastPosition = 0;
        _docFreq++;
        _totalTermFreq += freq;
    }

    /// <summary>Adds a document of a text field with its positions, ascending, equal ones allowed.</summary>
    public void AddDocument(int doc, ReadOnlySpan<int> positions)
    {
        StartDocument(doc, positions.Length);
        foreach (var position in positions)
        {
            AddPosition(position);
        }
    }

    /// <summary>Adds a position of the document; they come in ascending order, equal ones allowed.</summary>
    public void AddPosition(int position)
    {
        if (_positionCount == _positions.Length)
        {
            Array.Resize(ref _positions, _positions.Length * 2);
        }

        _positions[_positionCount++] = (uint)(position - _lastPosition);
        _lastPosition = position;
    }

    /// <summary>Writes the term's postings.</summary>
    /// <returns>Its entry for the dictionary; without documents if none was added.</returns>
    public TermState FinishTerm()
    {
        if (_docFreq == 0)
        {
            return default;
        }

        var state = new TermState(_docFreq, _totalTermFreq)
        {
            DocsOffset = _docFreq == 1 ? _lastDoc : docs.Position,
            FreqsOffset = _docFreq == 1 || !_isText ? 0 : freqs.Position,
            PositionsOffset = _isText ? positions.Position : 0,
        };

        // The last block is written with the tail's encoding unless it is full.
        if (_inBlock == PostingsFormat.BlockSize)
        {
            FinishDocsBlock();
            FinishFreqsBlock();
        }
        else
        {
            FinishTail();
        }

        FinishPositionsBlock();
        if (_docFreq > 1)
        {
            docs.Write(_docsTable.Written);
            docs.Write(_docsData.Written);
            freqs.Write(_freqsTable.Written);
            freqs.Write(_freqsData.Written);
        }

        positions.Write(_positionsTable.Written);
        positions.Write(_positionsData.Written);
        return state;
    }

    private void FinishBlock()
    {
        FinishDocsBlock();
        FinishFreqsBlock();
        FinishPositionsBlock();
        if (_isText)
        {
            _positionsTable.WriteUInt64((ulong)_positionsData.Length);
        }

        _inBlock = 0;
    }

    private void FinishDocsBlock()
    {
        var words = PostingsFormat.BitSetWords(_blockBefore, _lastDoc);
        var width = LanePacking.WidthOf(_docDeltas);
        if (words * sizeof(ulong) <= LanePacking.ByteCount(PostingsFormat.Lanes, width))
        {
            WriteBits(words);
        }
        else
        {
            _docsData.WriteByte((byte)width);
            LanePacking.Pack(_docDeltas, PostingsFormat.Lanes, width, _docsData.Reserve(LanePacking.ByteCount(PostingsFormat.Lanes, width)));
        }

        AddDocsEntry();
        _blockBefore = _lastDoc;
    }

    private void AddDocsEntry()
    {
        _docsTable.WriteUInt32((uint)_lastDoc);
        _docsTable.WriteUInt32((uint)_docsData.Length);
    }

    private void WriteBits(int count)
    {
        _docsData.WriteByte(PostingsFormat.BitSetBlock);
        var words = MemoryMarshal.Cast<byte, ulong>(_docsData.Reserve(count * sizeof(ulong)));
        words.Clear();
        var (doc, first) = (_blockBefore, (_blockBefore + 1) & ~63);
        foreach (var delta in _docDeltas)
        {
            doc += (int)delta + 1;
            BitSet.Add(words, doc - first);
        }
    }

    private void FinishFreqsBlock()
    {
        if (_isText)
        {
            PatchedBlock.Write(_freqs, _freqsData);
            AddFreqsEntry();
        }
    }

    private void AddFreqsEntry()
    {
        _freqsTable.WriteUInt32((uint)_freqsData.Length);
        _impacts.Write(_freqsTable);
    }

    private void FinishTail()
    {
        foreach (var delta in _docDeltas.AsSpan(0, _inBlock))
        {
            _docsData.WriteVarint((ulong)delta);
        }

        if (_isText)
        {
            WriteFlat(_freqs.AsSpan(0, _inBlock), _freqsData);
        }

        if (_docFreq > PostingsFormat.BlockSize)
        {
            AddDocsEntry();
            if (_isText)
            {
                AddFreqsEntry();
            }
        }
    }

    private void FinishPositionsBlock()
    {
        if (!_isText)
        {
            return;
        }

        WriteFlat(_positions.AsSpan(0, _positionCount), _positionsData);
        _positionCount = 0;
    }

    private static void WriteFlat(ReadOnlySpan<uint> values, ByteWriter target)
    {
        var width = LanePacking.WidthOf(values);
        target.WriteByte((byte)width);
        var packer = new FlatPacker(target, width);
        foreach (var value in values)
        {
            packer.Add(value);
        }

        packer.Finish();
    }
}
