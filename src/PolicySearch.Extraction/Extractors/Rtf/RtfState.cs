namespace PolicySearch.Extraction.Extractors.Rtf;

/// <summary>What holds inside a group until it ends.</summary>
internal record struct RtfState
{
    /// <summary>Where the group's text goes.</summary>
    public RtfDestination Destination { get; set; }

    /// <summary>Code page of the font; 0 for the document's.</summary>
    public int CodePage { get; set; }

    /// <summary>How many characters behind a <c>\u</c> are its replacement; 1 by default.</summary>
    public int Replacements { get; set; }

    /// <summary>Whether the text is hidden or deleted.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Number of the paragraph's style.</summary>
    public int Style { get; set; }

    /// <summary>Level of the outline, from 1; 0 for none.</summary>
    public int Outline { get; set; }

    /// <summary>Depth in lists, from 1; 0 outside.</summary>
    public int List { get; set; }

    /// <summary>Whether the paragraph is in a table.</summary>
    public bool InTable { get; set; }
}

/// <summary>Where a group's text goes.</summary>
internal enum RtfDestination
{
    /// <summary>The document.</summary>
    Body,

    /// <summary>Nowhere.</summary>
    Skipped,

    /// <summary>The fonts.</summary>
    Fonts,

    /// <summary>The names of styles.</summary>
    Styles,

    /// <summary>A note.</summary>
    Note,

    /// <summary>What the document says of itself.</summary>
    Info,

    /// <summary>The title it gives itself.</summary>
    Title,

    /// <summary>The author it names.</summary>
    Author,

    /// <summary>The date it was made.</summary>
    Created,

    /// <summary>The date it was saved last.</summary>
    Saved,
}
