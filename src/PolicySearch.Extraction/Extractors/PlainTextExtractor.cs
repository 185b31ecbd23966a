using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads plain text: saved pages, exports, transcripts, what <c>pdftotext</c> gives. The document's text is the decoded file.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class PlainTextExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public int Version => 4;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.PlainText;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var text = TextEncodings.Decode(source.Content.Span);
        TextContent.Check(text, source.Name, source.Content.Span);
        return TextStructure.Read(text, cancellationToken);
    }
}
