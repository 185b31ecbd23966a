using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Office;

/// <summary>What an Office document says of itself.</summary>
/// <param name="Title">Its title, or null.</param>
/// <param name="Created">When it was made, as ISO 8601, or null.</param>
internal readonly record struct CoreProperties(string? Title, string? Created)
{
    /// <summary>Reads the part with the core properties, where there is one.</summary>
    public static CoreProperties Read(ZipPackage package, CancellationToken cancellationToken)
    {
        var part = Relations.Of(package, "", cancellationToken).ByType("/core-properties") ?? "docProps/core.xml";
        var root = package.Xml(part, cancellationToken);
        return new CoreProperties(root?.Child("title")?.Value, root?.Child("created")?.Value);
    }
}
