namespace PolicySearch.Extraction.Segmentation;

/// <summary>What a passage consists of.</summary>
public enum PassageKind
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>List items, with their lead-in where it is short.</summary>
    List,

    /// <summary>Table cells.</summary>
    Table,

    /// <summary>Footnotes.</summary>
    Footnote,

    /// <summary>Entries of a list of references.</summary>
    Reference,

    /// <summary>A caption.</summary>
    Caption,
}
