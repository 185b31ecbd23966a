using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Office;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads Excel workbooks (XLSX): each sheet is a page, its name a heading, its filled regions tables.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class XlsxExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "xlsx";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Xlsx;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        return PackageGuard.Read(source, _limits, "XLSX workbook", package =>
        {
            var builder = new BlockTextBuilder();
            new WorkbookReader(package, new SheetWriter(builder, _limits, source.Name), builder.Notes, cancellationToken).Read();
            var properties = CoreProperties.Read(package, cancellationToken);
            return BuiltDocument.Create(
                builder, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", properties, source.Name);
        });
    }
}
