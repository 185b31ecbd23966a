using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Segments;

/// <summary>Walks over terms.</summary>
public sealed class TermsEnum
{
    private readonly TermsInput _terms;
    private byte[] _term = new byte[64];
    private int _length;
    private int _block;
    private int _leftInBlock;
    private long _offset;
    private TermState _last;
    private bool _isPositioned;

    /// <summary>Starts at the beginning of a block.</summary>
    internal TermsEnum(TermsInput terms, int block)
    {
        _terms = terms;
        _block = block - 1;
    }

    /// <summary>Starts before the first term at or after <paramref name="from"/>.</summary>
    internal TermsEnum(TermsInput terms, ReadOnlySpan<byte> from)
        : this(terms, Math.Max(0, terms.FindBlock(from)))
    {
        while (!from.IsEmpty && Step())
        {
            if (Term.SequenceCompareTo(from) >= 0)
            {
                _isPositioned = true;
                break;
            }
        }
    }

    /// <summary>The term's UTF-8 bytes; valid until the next move.</summary>
    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    /// <summary>The term's entry.</summary>
    public TermState State { get; private set; }

    /// <summary>Moves to the next term (the first at the first call); false at the end.</summary>
    public bool MoveNext()
    {
        if (_isPositioned)
        {
            _isPositioned = false;
            return true;
        }

        return Step();
    }

    private bool Step()
    {
        if (_leftInBlock == 0 && !NextBlock())
        {
            return false;
        }

        var cursor = _terms.ReadFrom(_offset, _block);
        var shared = cursor.ReadInt32(_length);
        var rest = cursor.ReadBytes(cursor.ReadInt32(TermsFormat.MaxTermLength - shared));
        if (shared + rest.Length > _term.Length)
        {
            Array.Resize(ref _term, Math.Max(shared + rest.Length, _term.Length * 2));
        }

        rest.CopyTo(_term.AsSpan(shared));
        _length = shared + rest.Length;
        State = _terms.ReadState(ref cursor, ref _last);
        _offset = cursor.Offset;
        _leftInBlock--;
        return true;
    }

    private bool NextBlock()
    {
        if (_block + 1 >= _terms.BlockCount)
        {
            _block = _terms.BlockCount;
            _length = 0;
            State = default;
            return false;
        }

        _block++;
        _offset = _terms.BlockStart(_block);
        _leftInBlock = _terms.TermsIn(_block);
        _last = default;
        _length = 0;
        return true;
    }
}
