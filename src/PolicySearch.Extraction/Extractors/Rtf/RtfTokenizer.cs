using System.Text;

namespace PolicySearch.Extraction.Extractors.Rtf;

/// <summary>Parts RTF into groups, control words and bytes.</summary>
/// <param name="bytes">The whole file.</param>
internal ref struct RtfTokenizer(ReadOnlySpan<byte> bytes)
{
    private const int MostLetters = 32;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>What the current token is.</summary>
    public RtfToken Kind { get; private set; }

    /// <summary>Name of a control word, or the sign of a control symbol.</summary>
    public string Word { get; private set; } = "";

    /// <summary>Number behind a control word; null without one.</summary>
    public int? Number { get; private set; }

    /// <summary>The byte of text.</summary>
    public byte Value { get; private set; }

    /// <summary>Moves to the next token; false at the end.</summary>
    public bool MoveNext()
    {
        while (_at < _bytes.Length)
        {
            var value = _bytes[_at++];
            switch (value)
            {
                case (byte)'{':
                    Kind = RtfToken.Open;
                    return true;
                case (byte)'}':
                    Kind = RtfToken.Close;
                    return true;
                case (byte)'\r' or (byte)'\n' or 0:
                    continue;
                case (byte)'\\':
                    ReadControl();
                    return true;
                default:
                    Kind = RtfToken.Text;
                    Value = value;
                    return true;
            }
        }

        return false;
    }

    private void ReadControl()
    {
        Kind = RtfToken.Control;
        Number = null;
        var start = _at;
        while (_at < _bytes.Length && _at - start < MostLetters && char.IsAsciiLetter((char)_bytes[_at]))
        {
            _at++;
        }

        if (_at > start)
        {
            Word = Encoding.ASCII.GetString(_bytes[start.._at]);
            ReadNumber();
            return;
        }

        var sign = _at < _bytes.Length ? (char)_bytes[_at++] : ' ';
        Word = sign is '\r' or '\n' ? "par" : sign.ToString();
        if (sign == '\'' && _at + 2 <= _bytes.Length && char.IsAsciiHexDigit((char)_bytes[_at]) && char.IsAsciiHexDigit((char)_bytes[_at + 1]))
        {
            Kind = RtfToken.Text;
            Value = Convert.FromHexString(Encoding.ASCII.GetString(_bytes.Slice(_at, 2)))[0];
            _at += 2;
        }
        else if (sign is '\\' or '{' or '}')
        {
            Kind = RtfToken.Text;
            Value = (byte)sign;
        }
    }

    // One space behind a control word belongs to it.
    private void ReadNumber()
    {
        var start = _at;
        _at += _at < _bytes.Length && _bytes[_at] == '-' ? 1 : 0;
        while (_at < _bytes.Length && _at - start < 11 && char.IsAsciiDigit((char)_bytes[_at]))
        {
            _at++;
        }

        Number = int.TryParse(_bytes[start.._at], out var number) ? number : null;
        _at += _at < _bytes.Length && _bytes[_at] == ' ' ? 1 : 0;
    }

    /// <summary>Passes over bytes that are no RTF: the content of <c>\bin</c>.</summary>
    public void Skip(int count) => _at = Math.Min(_bytes.Length, _at + Math.Max(0, count));
}

/// <summary>Kinds of token.</summary>
internal enum RtfToken
{
    /// <summary>A group begins.</summary>
    Open,

    /// <summary>A group ends.</summary>
    Close,

    /// <summary>A control word or symbol.</summary>
    Control,

    /// <summary>One byte of text.</summary>
    Text,
}
