namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>What the bytes of a source are.</summary>
internal enum ContentKind
{
    /// <summary>Text without markup that decides.</summary>
    PlainText,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML or XHTML.</summary>
    Html,

    /// <summary>A Word document as Office Open XML.</summary>
    Docx,

    /// <summary>A workbook as Office Open XML.</summary>
    Xlsx,

    /// <summary>A presentation as Office Open XML.</summary>
    Pptx,

    /// <summary>A Word document of 1997 to 2003.</summary>
    Doc,

    /// <summary>A workbook of 1997 to 2003.</summary>
    Xls,

    /// <summary>A presentation of 1997 to 2003.</summary>
    Ppt,

    /// <summary>Text, spreadsheet or presentation in the Open Document Format.</summary>
    OpenDocument,

    /// <summary>An EPUB book.</summary>
    Epub,

    /// <summary>Rich text (RTF).</summary>
    Rtf,

    /// <summary>A message, a file of messages, or a page saved as one.</summary>
    Mail,

    /// <summary>A file packed with gzip.</summary>
    Gzip,

    /// <summary>A ZIP archive of files.</summary>
    Zip,

    /// <summary>A TAR archive.</summary>
    Tar,

    /// <summary>XML that is no page.</summary>
    Xml,

    /// <summary>A table as text (CSV, TSV).</summary>
    Delimited,

    /// <summary>Lines of JSON with a text each.</summary>
    JsonLines,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>A PNG, JPEG or TIFF image.</summary>
    Image,

    /// <summary>Something that no extractor reads.</summary>
    Unreadable,
}

/// <summary>What the bytes of a source are, and for the unreadable what they look like.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Description">For messages, such as <c>a ZIP archive</c>.</param>
internal readonly record struct ContentVerdict(ContentKind Kind, string Description);
