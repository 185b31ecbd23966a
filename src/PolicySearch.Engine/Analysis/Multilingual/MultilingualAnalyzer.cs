using PolicySearch.Engine.Analysis.English;
using PolicySearch.Text;

namespace PolicySearch.Engine.Analysis.Multilingual;

/// <summary>For policy text in many languages: folded as a whole, words by UAX #29, English possessives and stems, Chinese and
/// Japanese as pairs of characters.</summary>
/// <param name="stopWords">Words to drop; none when not given.</param>
public sealed class MultilingualAnalyzer(StopWords? stopWords = null) : Analyzer
{
    private readonly StopWords _stopWords = stopWords ?? StopWords.None;

    /// <inheritdoc/>
    public override string Fingerprint =>
        $"multilingual/1 unicode={CodePoints.UnicodeVersion} fold={Folding.Version} stop={_stopWords.Name}";

    /// <inheritdoc/>
    public override TokenStream CreateStream()
    {
        TokenStream stream = new EnglishPossessiveFilter(new CjkBigramFilter(new StandardTokenizer()));
        stream = _stopWords.IsEmpty ? stream : new StopFilter(stream, _stopWords);
        return new FoldingStream(new PorterStemFilter(stream, asciiOnly: true));
    }

    /// <inheritdoc/>
    public override string Normalize(string term) => Folding.Fold(term);
}
