using System.Text;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Packages;

/// <summary>Tells by its parts what a ZIP archive is.</summary>
internal static class PackageKinds
{
    private const int MostTypeBytes = 200;

    /// <summary>What <paramref name="source"/> is, whose first bytes are those of a ZIP archive.</summary>
    public static ContentVerdict Of(SourceFile source)
    {
        try
        {
            using var package = ZipPackage.Open(source, ExtractionLimits.Default with { MaxExpandedBytes = long.MaxValue, MaxExpansion = int.MaxValue, MaxParts = int.MaxValue });
            return OfOffice(package) ?? OfDeclared(package) ?? new ContentVerdict(ContentKind.Unreadable, "a ZIP archive");
        }
        catch (Exception e) when (e is ExtractionException or InvalidDataException or IOException or NotSupportedException)
        {
            return new ContentVerdict(ContentKind.Unreadable, "a broken or encrypted ZIP archive");
        }
    }

    private static ContentVerdict? OfOffice(ZipPackage package)
    {
        if (!package.Has("[Content_Types].xml"))
        {
            return null;
        }

        foreach (var name in package.Names)
        {
            switch (name)
            {
                case "word/document.xml":
                    return new ContentVerdict(ContentKind.Docx, "a Word document");
                case "xl/workbook.xml":
                    return new ContentVerdict(ContentKind.Xlsx, "an Excel workbook");
                case "ppt/presentation.xml":
                    return new ContentVerdict(ContentKind.Pptx, "a PowerPoint presentation");
            }
        }

        return null;
    }

    private static ContentVerdict? OfDeclared(ZipPackage package)
    {
        using var stream = package.Open("mimetype");
        if (stream is null)
        {
            return package.Has("META-INF/container.xml") ? new ContentVerdict(ContentKind.Epub, "an EPUB book") : null;
        }

        var bytes = new byte[MostTypeBytes];
        var type = Encoding.Latin1.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).Trim();
        return type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) ? new ContentVerdict(ContentKind.OpenDocument, "an OpenDocument file")
            : type == "application/epub+zip" ? new ContentVerdict(ContentKind.Epub, "an EPUB book")
            : null;
    }
}
