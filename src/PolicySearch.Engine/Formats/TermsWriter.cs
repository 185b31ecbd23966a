using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>Writes the term dictionary; see <see cref="TermsFormat"/>.</summary>
internal sealed class TermsWriter(IndexOutput output)
{
    private readonly ByteWriter _meta = new();
    private readonly ByteWriter _fields = new();
    private readonly ByteWriter _blockIndex = new();
    private readonly ByteWriter _block = new();
    private readonly byte[] _last = new byte[TermsFormat.MaxTermLength];
    private readonly byte[] _lastFirst = new byte[TermsFormat.MaxTermLength];
    private int _lastLength;
    private int _lastFirstLength;
    private long _lastBlockOffset;
    private TermState _lastState;
    private int _inBlock;
    private int _fieldCount;
    private string _name = "";
    private bool _isText;
    private int _terms;
    private long _sumDocFreq;
    private long _sumTotalTermFreq;

    public void StartField(string name, bool isText)
    {
        _name = name;
        _isText = isText;
        _terms = 0;
        _sumDocFreq = 0;
        _sumTotalTermFreq = 0;
        _inBlock = 0;
        _lastFirstLength = 0;
        _lastBlockOffset = 0;
        _blockIndex.Clear();
    }

    /// <summary>Adds a term; they come in ascending order.</summary>
    public void Add(ReadOnlySpan<byte> term, in TermState state)
    {
        if (_inBlock == TermsFormat.BlockSize)
        {
            FlushBlock();
        }

        if (_inBlock == 0)
        {
            StartBlock(term);
        }

        var last = _last.AsSpan(0, _lastLength);
        WriteFrontCoded(_block, last, term);
        WriteState(state);
        term.CopyTo(_last);
        _lastLength = term.Length;
        _inBlock++;
        _terms++;
        _sumDocFreq += state.DocFreq;
        _sumTotalTermFreq += state.TotalTermFreq;
    }

    /// <summary>Ends the field; one without terms leaves no trace.</summary>
    public void FinishField(int docCount)
    {
        if (_terms == 0)
        {
            return;
        }

        FlushBlock();
        _fieldCount++;
        _fields.WriteString(_name);
        _fields.WriteByte(_isText ? (byte)1 : (byte)0);
        _fields.WriteVarint(_terms);
        _fields.WriteVarint(docCount);
        _fields.WriteVarint(_sumDocFreq);
        _fields.WriteVarint(_sumTotalTermFreq);
        _fields.Write(_blockIndex.Written);
        _fields.WriteVarint(output.Position - _lastBlockOffset);
    }

    public FileSeal Finish()
    {
        _meta.WriteVarint(_fieldCount);
        _meta.Write(_fields.Written);
        return output.Finish(_meta.Written);
    }

    private void StartBlock(ReadOnlySpan<byte> term)
    {
        WriteFrontCoded(_blockIndex, _lastFirst.AsSpan(0, _lastFirstLength), term);
        _blockIndex.WriteVarint(output.Position - _lastBlockOffset);
        _lastBlockOffset = output.Position;
        term.CopyTo(_lastFirst);
        _lastFirstLength = term.Length;
        _lastLength = 0;
        _lastState = default;
    }

    private void FlushBlock()
    {
        output.Write(_block.Written);
        _block.Clear();
        _inBlock = 0;
    }

    private static void WriteFrontCoded(ByteWriter target, ReadOnlySpan<byte> before, ReadOnlySpan<byte> term)
    {
        var shared = TermsFormat.SharedPrefix(before, term);
        target.WriteVarint(shared);
        target.WriteVarint(term.Length - shared);
        target.Write(term[shared..]);
    }

    private void WriteState(in TermState state)
    {
        _block.WriteVarint(state.DocFreq);
        if (_isText)
        {
            _block.WriteVarint(state.TotalTermFreq - state.DocFreq);
        }

        if (state.DocFreq == 1)
        {
            _block.WriteVarint(state.DocsOffset);
        }
        else
        {
            _block.WriteVarint(state.DocsOffset - _lastState.DocsOffset);
            _lastState = _lastState with { DocsOffset = state.DocsOffset };
            if (_isText)
            {
                _block.WriteVarint(state.FreqsOffset - _lastState.FreqsOffset);
                _lastState = _lastState with { FreqsOffset = state.FreqsOffset };
            }
        }

        if (_isText)
        {
            _block.WriteVarint(state.PositionsOffset - _lastState.PositionsOffset);
            _lastState = _lastState with { PositionsOffset = state.PositionsOffset };
        }
    }
}
