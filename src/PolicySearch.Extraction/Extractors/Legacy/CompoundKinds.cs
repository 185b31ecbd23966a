using System.Buffers.Binary;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Legacy;

/// <summary>Tells by its streams what a compound file is.</summary>
internal static class CompoundKinds
{
    /// <summary>What the description of a document under a password says.</summary>
    private const string Protected = "under a password (save a copy without it)";

    private const int FlagsAt = 10;
    private const int EncryptedFlag = 0x0100;

    private static readonly (string Stream, string Description)[] Others =
    [
        ("EncryptedPackage", "an Office document " + Protected),
        ("__properties_version1.0", "an Outlook message (save it as EML)"),
        ("VisioDocument", "a Visio drawing"),
        ("BodyText", "a Hangul document (save it as DOCX or PDF)"),
        ("Quill", "a Publisher document"),
        ("Catalog", "a list of thumbnails"),
    ];

    /// <summary>What <paramref name="source"/> is, whose first bytes are those of a compound file.</summary>
    public static ContentVerdict Of(SourceFile source)
    {
        try
        {
            return Of(CompoundFile.Open(source.Content));
        }
        catch (InvalidDataException e)
        {
            return new ContentVerdict(ContentKind.Unreadable, $"a damaged Office document of 1997 to 2003 ({e.Message})");
        }
    }

    private static ContentVerdict Of(CompoundFile file)
    {
        if (file.Has("Workbook") || file.Has("Book"))
        {
            return new ContentVerdict(ContentKind.Xls, "an Excel workbook of 1997 to 2003");
        }

        if (file.Has("WordDocument"))
        {
            var start = file.Read("WordDocument", FlagsAt + 2)!;
            return start.Length == FlagsAt + 2 && (BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(FlagsAt)) & EncryptedFlag) != 0
                ? new ContentVerdict(ContentKind.Unreadable, "a Word document " + Protected)
                : new ContentVerdict(ContentKind.Doc, "a Word document of 1997 to 2003");
        }

        if (file.Has("PowerPoint Document"))
        {
            return file.Has("EncryptedSummary")
                ? new ContentVerdict(ContentKind.Unreadable, "a PowerPoint presentation " + Protected)
                : new ContentVerdict(ContentKind.Ppt, "a PowerPoint presentation of 1997 to 2003");
        }

        var other = Array.Find(Others, one => file.Has(one.Stream)).Description;
        return new ContentVerdict(ContentKind.Unreadable, other ?? "an Office file of 1997 to 2003 of another kind");
    }
}
