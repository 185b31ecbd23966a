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
