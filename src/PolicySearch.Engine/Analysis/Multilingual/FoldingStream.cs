using PolicySearch.Text.Folds;

namespace PolicySearch.Engine.Analysis.Multilingual;

/// <summary>Folds a text before a chain of tokenizer and filters sees it, and turns their offsets back into the original's.</summary>
/// <param name="input">The chain; it works on folded text and need not fold case or width.</param>
public sealed class FoldingStream(TokenStream input) : TokenFilter(input)
{
    private readonly FoldedText _folded = new(joinWrappedLines: true);

    /// <inheritdoc/>
    public override void Reset(ReadOnlyMemory<char> text)
    {
        _folded.Reset(text.Span);
        Input.Reset(_folded.Text);
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Token.StartOffset = _folded.SourceStart(Token.StartOffset);
        Token.EndOffset = _folded.SourceEnd(Token.EndOffset);
        return true;
    }
}
