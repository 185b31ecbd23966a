using PolicySearch.Text;

namespace PolicySearch.Engine.Analysis.English;

/// <summary>Lucene's EnglishAnalyzer: words, possessives taken off, lower case, stop words dropped, Porter's stems.</summary>
/// <param name="stopWords">Words to drop; Lucene's 33 when not given.</param>
public sealed class EnglishAnalyzer(StopWords? stopWords = null) : Analyzer
{
    private readonly StopWords _stopWords = stopWords ?? StopWords.English;

    /// <inheritdoc/>
    public override string Fingerprint => $"english/1 unicode={CodePoints.UnicodeVersion} stop={_stopWords.Name}";

    /// <inheritdoc/>
    public override TokenStream CreateStream()
    {
        TokenStream stream = new LowerCaseFilter(new EnglishPossessiveFilter(new StandardTokenizer()));
        stream = _stopWords.IsEmpty ? stream : new StopFilter(stream, _stopWords);
        return new PorterStemFilter(stream);
    }

    /// <inheritdoc/>
    public override string Normalize(string term) => LowerCase.Of(term);
}
