namespace PolicySearch.Engine.Analysis;

/// <summary>The token at which a <see cref="TokenStream"/> stands; filters change it in place.</summary>
public sealed class Token
{
    private char[] _buffer = new char[32];

    /// <summary>The term's characters.</summary>
    public ReadOnlySpan<char> Term => _buffer.AsSpan(0, Length);

    /// <summary>The term's characters, to be changed in place.</summary>
    public Span<char> MutableTerm => _buffer.AsSpan(0, Length);

    /// <summary>Number of characters of the term; may be lowered.</summary>
    public int Length { get; set; }

    /// <summary>First UTF-16 code unit in the analysed text.</summary>
    public int StartOffset { get; set; }

    /// <summary>One past the last code unit in the analysed text.</summary>
    public int EndOffset { get; set; }

    /// <summary>Positions since the token before: usually 1, more after a dropped stop word, 0 for a second token at the same place.</summary>
    public int PositionIncrement { get; set; } = 1;

    /// <summary>What the tokenizer saw.</summary>
    public TokenKind Kind { get; set; }

    /// <summary>Replaces the term.</summary>
    public void SetTerm(ReadOnlySpan<char> term)
    {
        if (term.Length > _buffer.Length)
        {
            _buffer = new char[Math.Max(term.Length, _buffer.Length * 2)];
        }

        term.CopyTo(_buffer);
        Length = term.Length;
    }

    /// <summary>Replaces the term by two parts, one after the other.</summary>
    public void SetTerm(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var length = first.Length + second.Length;
        if (length > _buffer.Length)
        {
            _buffer = new char[Math.Max(length, _buffer.Length * 2)];
        }

        first.CopyTo(_buffer);
        second.CopyTo(_buffer.AsSpan(first.Length));
        Length = length;
    }

    /// <summary>Takes over everything from another token.</summary>
    public void CopyFrom(Token other)
    {
        ArgumentNullException.ThrowIfNull(other);
        SetTerm(other.Term);
        StartOffset = other.StartOffset;
        EndOffset = other.EndOffset;
        PositionIncrement = other.PositionIncrement;
        Kind = other.Kind;
    }
}
