using PolicySearch.Text;

namespace PolicySearch.Engine.Analysis;

/// <summary>Words in lower case, neither stemmed nor dropped (Lucene's StandardAnalyzer).</summary>
/// <param name="stopWords">Words to drop; none when not given.</param>
public sealed class StandardAnalyzer(StopWords? stopWords = null) : Analyzer
{
    private readonly StopWords _stopWords = stopWords ?? StopWords.None;

    /// <inheritdoc/>
    public override string Fingerprint => $"standard/1 unicode={CodePoints.UnicodeVersion} stop={_stopWords.Name}";

    /// <inheritdoc/>
    public override TokenStream CreateStream()
    {
        TokenStream stream = new LowerCaseFilter(new StandardTokenizer());
        return _stopWords.IsEmpty ? stream : new StopFilter(stream, _stopWords);
    }

    /// <inheritdoc/>
    public override string Normalize(string term) => LowerCase.Of(term);
}
