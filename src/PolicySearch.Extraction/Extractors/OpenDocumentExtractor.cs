using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.OpenDocument;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads OpenDocument texts, spreadsheets and presentations (ODT, ODS, ODP). Comments, deletions, headers and footers are left out.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class OpenDocumentExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "opendocument";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.OpenDocument;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        return PackageGuard.Read(source, _limits, "OpenDocument file", package => Read(package, source.Name, cancellationToken));
    }

    private Document Read(ZipPackage package, string name, CancellationToken cancellationToken)
    {
        if (package.Bytes("META-INF/manifest.xml") is { } manifest && manifest.AsSpan().IndexOf("encryption-data"u8) >= 0)
        {
            throw new ExtractionException($"{name} is encrypted; save it without a password");
        }

        var content = package.Xml("content.xml", cancellationToken);
        var body = content?.Child("body") ?? throw new ExtractionException($"{name} is an OpenDocument file without a body");
        var builder = new BlockTextBuilder();
        var reader = new OdfReader(builder, new OdfStyles(content, package.Xml("styles.xml", cancellationToken)), cancellationToken);
        var type = "text";
        if (body.Child("spreadsheet") is { } sheets)
        {
            type = "spreadsheet";
            OdfSheets.Read(sheets, new SheetWriter(builder, _limits, name), builder.Notes, cancellationToken);
        }
        else if ((body.Child("presentation") ?? body.Child("drawing")) is { } slides)
        {
            type = "presentation";
            reader.ReadSlides(slides);
        }
        else
        {
            reader.ReadText(body.Child("text") ?? body);
        }

        var properties = package.Xml("meta.xml", cancellationToken)?.Child("meta");
        return BuiltDocument.Create(
            builder,
            "application/vnd.oasis.opendocument." + type,
            new FileProperties(properties?.Child("title")?.Value, (properties?.Child("initial-creator") ?? properties?.Child("creator"))?.Value, (properties?.Child("date") ?? properties?.Child("creation-date"))?.Value),
            name);
    }
}
