using System.IO.Compression;
using System.Text;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Members;

namespace PolicySearch.Extraction.Extractors.Packages;

/// <summary>Tells by its parts what a ZIP archive is.</summary>
internal static class PackageKinds
{
    private const int MostTypeBytes = 200;

    // What documents that are ZIP archives begin with; the parts of a broken one are no documents.
    private static readonly string[] FirstParts = ["[Content_Types].xml", "mimetype", "_rels/", "docProps/", "word/", "xl/", "ppt/", "customXml/", "META-INF/"];

    /// <summary>What <paramref name="source"/> is, whose first bytes are those of a ZIP archive.</summary>
    public static ContentVerdict Of(SourceFile source)
    {
        try
        {
            using var archive = ZipPackage.OpenArchive(source);
            return OfParts(archive) ?? OfDeclared(archive) ?? new ContentVerdict(ContentKind.Zip, "a ZIP archive");
        }
        catch (ExtractionException e) when (e.InnerException is not null)
        {
            return OfRemains(source);
        }
        catch (Exception e) when (e is ExtractionException or InvalidDataException or IOException or NotSupportedException)
        {
            return new ContentVerdict(ContentKind.Unreadable, "a broken ZIP archive");
        }
    }

    // Of an archive that broke off the members may still be found.
    private static ContentVerdict OfRemains(SourceFile source) => ZipRemains.FirstName(source.Content.Span) switch
    {
        null => new ContentVerdict(ContentKind.Unreadable, "a broken ZIP archive"),
        var name when Array.Exists(FirstParts, part => name.StartsWith(part, StringComparison.Ordinal)) =>
            new ContentVerdict(ContentKind.Unreadable, "a broken Office, OpenDocument or EPUB file"),
        _ => new ContentVerdict(ContentKind.Zip, "a broken ZIP archive"),
    };

    private static ContentVerdict? OfParts(ZipArchive archive)
    {
        var isOffice = archive.GetEntry("[Content_Types].xml") is not null;
        foreach (var name in archive.Entries.Select(entry => entry.FullName))
        {
            switch (name)
            {
                case "word/document.xml" when isOffice:
                    return new ContentVerdict(ContentKind.Docx, "a Word document");
                case "xl/workbook.xml" when isOffice:
                    return new ContentVerdict(ContentKind.Xlsx, "an Excel workbook");
                case "ppt/presentation.xml" when isOffice:
                    return new ContentVerdict(ContentKind.Pptx, "a PowerPoint presentation");
                case "META-INF/MANIFEST.MF":
                    return new ContentVerdict(ContentKind.Unreadable, "a Java program");
                case "Index/Document.iwa":
                    return new ContentVerdict(ContentKind.Unreadable, "an iWork document (export it as PDF or in Office format)");
            }
        }

        return isOffice ? new ContentVerdict(ContentKind.Unreadable, "an Office file of another kind (save it as DOCX, XLSX or PPTX)") : null;
    }

    private static ContentVerdict? OfDeclared(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { IsEncrypted: false } declared)
        {
            return archive.GetEntry("META-INF/container.xml") is not null ? new ContentVerdict(ContentKind.Epub, "an EPUB book") : null;
        }

        using var stream = declared.Open();
        var bytes = new byte[MostTypeBytes];
        var type = Encoding.Latin1.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).Trim();
        return type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) ? new ContentVerdict(ContentKind.OpenDocument, "an OpenDocument file")
            : type == "application/epub+zip" ? new ContentVerdict(ContentKind.Epub, "an EPUB book")
            : null;
    }
}
