namespace PolicySearch.Engine.Analysis.English;

/// <summary>Stems every token (Lucene's PorterStemFilter), or those of ASCII alone.</summary>
/// <param name="input">Lower-case tokens.</param>
/// <param name="asciiOnly">Whether words with any other character stay as they are; false in Lucene.</param>
public sealed class PorterStemFilter(TokenStream input, bool asciiOnly = false) : TokenFilter(input)
{
    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        if (!asciiOnly || System.Text.Ascii.IsValid(Token.Term))
        {
            Token.Length = PorterStemmer.Stem(Token.MutableTerm);
        }

        return true;
    }
}
