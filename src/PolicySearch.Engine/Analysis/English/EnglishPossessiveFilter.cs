namespace PolicySearch.Engine.Analysis.English;

/// <summary>Takes <c>'s</c> off a word's end, with any of three apostrophes (Lucene's EnglishPossessiveFilter).</summary>
public sealed class EnglishPossessiveFilter(TokenStream input) : TokenFilter(input)
{
    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        var term = Token.Term;
        if (term.Length >= 2 && term[^1] is 's' or 'S' && term[^2] is '\'' or '\u2019' or '\uFF07')
        {
            Token.Length -= 2;
        }

        return true;
    }
}
