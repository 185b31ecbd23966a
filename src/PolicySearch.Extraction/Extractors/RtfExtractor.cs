using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Rtf;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads RTF documents: headings by style or outline, lists, tables, notes. Pictures, headers and footers are left out.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class RtfExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "rtf";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Rtf;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var reader = new RtfReader(source.Name, _limits.MaxNesting, cancellationToken);
        reader.Read(source.Content.Span);
        return BuiltDocument.Create(reader.Writer.Builder, "application/rtf", reader.Info.Properties, source.Name);
    }
}
