using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Office;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads Word documents (DOCX): headings by style, lists, tables, notes. Comments, deletions, headers and footers are left out.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class DocxExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "docx";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Docx;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        return PackageGuard.Read(source, _limits, "DOCX document", package => Read(package, source.Name, cancellationToken));
    }

    private static Document Read(ZipPackage package, string name, CancellationToken cancellationToken)
    {
        var main = Relations.Of(package, "", cancellationToken).ByType("/officeDocument") ?? "word/document.xml";
        var relations = Relations.Of(package, main, cancellationToken);
        var body = package.Xml(main, cancellationToken)?.Child("body")
            ?? throw new ExtractionException($"{name} is a DOCX document without a body");
        var builder = new BlockTextBuilder();
        var styles = new WordStyles(Part(relations.ByType("/styles")));
        new WordReader(builder, styles, Part(relations.ByType("/footnotes")), Part(relations.ByType("/endnotes")), cancellationToken).Read(body);
        var properties = CoreProperties.Read(package, cancellationToken);
        return BuiltDocument.Create(
            builder, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", properties, name);

        System.Xml.Linq.XElement? Part(string? part) => part is null ? null : package.Xml(part, cancellationToken);
    }
}
