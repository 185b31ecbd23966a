using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Office;

/// <summary>What an Office document says of itself.</summary>
internal static class CoreProperties
{
    /// <summary>Reads the part with the core properties, where there is one.</summary>
    public static FileProperties Read(ZipPackage package, CancellationToken cancellationToken)
    {
        var part = Relations.Of(package, "", cancellationToken).ByType("/core-properties") ?? "docProps/core.xml";
        var root = package.Xml(part, cancellationToken);
        return new FileProperties(root?.Child("title")?.Value, root?.Child("creator")?.Value, (root?.Child("modified") ?? root?.Child("created"))?.Value);
    }
}
