namespace PolicySearch.Engine.Analysis;

/// <summary>A stream that changes, drops or makes tokens of the stream before it.</summary>
public abstract class TokenFilter : TokenStream
{
    /// <summary>Puts a filter behind <paramref name="input"/>.</summary>
    protected TokenFilter(TokenStream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Input = input;
        Token = input.Token; // one object for the whole chain and all its life
    }

    /// <inheritdoc/>
    public override Token Token { get; }

    /// <summary>The stream before this one.</summary>
    protected TokenStream Input { get; }

    /// <inheritdoc/>
    public override void Reset(ReadOnlyMemory<char> text) => Input.Reset(text);
}
