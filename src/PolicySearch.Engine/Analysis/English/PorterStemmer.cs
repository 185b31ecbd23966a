namespace PolicySearch.Engine.Analysis.English;

/// <summary>The stemmer of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with the two changes its
/// author made later (<c>bli</c> for <c>abli</c>, <c>logi</c>), as in Lucene's PorterStemmer.</summary>
/// <remarks>Works in place on lower-case words; a stem is never longer than its word. Words of one or two letters stay.</remarks>
public static class PorterStemmer
{
    /// <summary>Stems a word in place.</summary>
    /// <returns>The stem's length.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
        {
            return word.Length;
        }

        var length = PorterSteps.Plural(word);
        length = PorterSteps.PastAndParticiple(word, length);
        PorterSteps.FinalY(word, length);
        length = PorterSteps.DoubleSuffix(word, length);
        length = PorterSteps.FullAndNess(word, length);
        length = PorterSteps.LongSuffix(word, length);
        length = PorterSteps.FinalE(word, length);
        return PorterSteps.DoubleL(word, length);
    }
}
