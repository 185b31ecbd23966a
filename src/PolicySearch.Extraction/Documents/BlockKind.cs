namespace PolicySearch.Extraction.Documents;

/// <summary>What a block is in its document.</summary>
public enum BlockKind
{
    /// <summary>The document's title.</summary>
    Title,

    /// <summary>A heading inside the document; see <see cref="Block.Level"/>.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>One item of a list, with its bullet or number in the span.</summary>
    ListItem,

    /// <summary>One cell of a table, or one paragraph inside a cell.</summary>
    TableCell,

    /// <summary>The caption of a table or picture.</summary>
    Caption,

    /// <summary>A footnote or end note.</summary>
    Footnote,

    /// <summary>One entry of a list of references.</summary>
    Reference,

    /// <summary>A table of contents; in no passage.</summary>
    Contents,

    /// <summary>Menus, banners, running heads, picture credits; in no passage.</summary>
    Boilerplate,
}
