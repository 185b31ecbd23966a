namespace PolicySearch.Engine.Analysis;

/// <summary>Drops the words of a set and leaves a gap in the positions for each (Lucene's StopFilter).</summary>
public sealed class StopFilter(TokenStream input, StopWords words) : TokenFilter(input)
{
    /// <inheritdoc/>
    public override bool MoveNext()
    {
        var skipped = 0;
        while (Input.MoveNext())
        {
            if (!words.Contains(Token.Term))
            {
                Token.PositionIncrement += skipped;
                return true;
            }

            skipped += Token.PositionIncrement;
        }

        return false;
    }
}
