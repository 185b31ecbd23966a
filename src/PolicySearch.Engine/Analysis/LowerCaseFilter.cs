using PolicySearch.Text;

namespace PolicySearch.Engine.Analysis;

/// <summary>Lower case by the simple mapping of each code point (Lucene's LowerCaseFilter).</summary>
public sealed class LowerCaseFilter(TokenStream input) : TokenFilter(input)
{
    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        LowerCase.InPlace(Token.MutableTerm);
        return true;
    }
}
