using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Office;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads PowerPoint presentations (PPTX): each slide is a page, its title a heading. Hidden slides and speakers' notes are left out.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class PptxExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "pptx";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Pptx;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        return PackageGuard.Read(source, _limits, "PPTX presentation", package => Read(package, source.Name, cancellationToken));
    }

    private static Document Read(ZipPackage package, string name, CancellationToken cancellationToken)
    {
        var main = Relations.Of(package, "", cancellationToken).ByType("/officeDocument") ?? "ppt/presentation.xml";
        var relations = Relations.Of(package, main, cancellationToken);
        var builder = new BlockTextBuilder();
        var reader = new SlideReader(builder, cancellationToken);
        var page = 0;
        foreach (var entry in package.Xml(main, cancellationToken)?.Child("sldIdLst")?.Elements() ?? [])
        {
            page++;
            var id = entry.Attributes().FirstOrDefault(one => one.Name.LocalName == "id" && one.Name.NamespaceName.Length > 0)?.Value;
            if (relations.ById(id) is not { } part || package.Xml(part, cancellationToken) is not { } slide)
            {
                builder.Notes.Add($"slide {page} is not in the file");
            }
            else if (slide.Value("show") is "0" or "false")
            {
                builder.Notes.Add($"slide {page} is hidden and was not read");
            }
            else
            {
                reader.Read(slide, page);
            }
        }

        var properties = CoreProperties.Read(package, cancellationToken);
        return BuiltDocument.Create(
            builder, "application/vnd.openxmlformats-officedocument.presentationml.presentation", properties, name);
    }
}
