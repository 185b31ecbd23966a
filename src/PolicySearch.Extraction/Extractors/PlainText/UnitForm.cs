namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>What the form of a unit alone says.</summary>
internal enum UnitForm
{
    /// <summary>Words without a mark in front.</summary>
    Prose,

    /// <summary>A bullet in front.</summary>
    Bullet,

    /// <summary>A number, letter or roman number in front, as lists have it.</summary>
    Numbered,

    /// <summary>A number such as 2.1, or "Chapter 3", as headings have it.</summary>
    Section,

    /// <summary>A heading marked as in Markdown.</summary>
    Marked,

    /// <summary>A row of cells parted by tabs or bars.</summary>
    Row,

    /// <summary>A footnote's mark in front.</summary>
    Note,

    /// <summary>No letter and no digit: a line of dashes or stars.</summary>
    Rule,
}
