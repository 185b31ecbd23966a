namespace PolicySearch.Engine.Analysis;

/// <summary>Gives the tokens of a text one after the other; reused for many texts by one thread.</summary>
public abstract class TokenStream
{
    /// <summary>The token at which the stream stands, always the same object; valid after <see cref="MoveNext"/> gave true.</summary>
    public abstract Token Token { get; }

    /// <summary>Starts on a new text.</summary>
    public abstract void Reset(ReadOnlyMemory<char> text);

    /// <summary>Moves to the next token; false at the end.</summary>
    public abstract bool MoveNext();
}
