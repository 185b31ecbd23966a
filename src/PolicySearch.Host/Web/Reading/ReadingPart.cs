using PolicySearch.Host.Web.Typography;

namespace PolicySearch.Host.Web.Reading;

/// <summary>A part of a document as it is read from top to bottom.</summary>
public abstract record ReadingPart;

/// <summary>What stands between passages and is not searched: menus, banners, contents.</summary>
/// <param name="Text">Its text, white space collapsed, without markup.</param>
public sealed record LeftOut(string Text) : ReadingPart;

/// <summary>A passage.</summary>
/// <param name="Id">Its id, which is its place in the address.</param>
/// <param name="Chosen">Whether the address asks for it by a parameter.</param>
/// <param name="Found">Whether the search that led here found it.</param>
/// <param name="Page">Page in the source, where it is another one than the passage before has; else null.</param>
/// <param name="Blocks">Its blocks.</param>
public sealed record ReadingPassage(string Id, bool Chosen, bool Found, int? Page, IReadOnlyList<ReadingBlock> Blocks) : ReadingPart
{
    /// <summary>Notes that it cites and that stand in other passages.</summary>
    public IReadOnlyList<NoteLinkModel> Notes { get; init; } = [];
}

/// <summary>A note that a passage cites.</summary>
/// <param name="Label">Its number or sign.</param>
/// <param name="Address">Where it is.</param>
public sealed record NoteLinkModel(string Label, string Address);

/// <summary>One or several blocks that are set together.</summary>
public abstract record ReadingBlock;

/// <summary>A heading.</summary>
/// <param name="Level">2 (highest) to 6; 1 is the document's title.</param>
/// <param name="Pieces">Its text.</param>
public sealed record ReadingHeading(int Level, IReadOnlyList<TextPiece> Pieces) : ReadingBlock;

/// <summary>A block that stands for itself.</summary>
/// <param name="Kind">As the service spells it.</param>
/// <param name="Pieces">Its text.</param>
public sealed record ReadingText(string Kind, IReadOnlyList<TextPiece> Pieces) : ReadingBlock;

/// <summary>List items in a row; bullets and numbers are in their text.</summary>
/// <param name="Items">Their texts.</param>
public sealed record ReadingList(IReadOnlyList<IReadOnlyList<TextPiece>> Items) : ReadingBlock;

/// <summary>Table rows in a row.</summary>
/// <param name="Rows">Each a list of cells.</param>
public sealed record ReadingTable(IReadOnlyList<IReadOnlyList<ReadingCell>> Rows) : ReadingBlock;

/// <summary>A table cell.</summary>
/// <param name="Paragraphs">Its paragraphs.</param>
public sealed record ReadingCell(IReadOnlyList<IReadOnlyList<TextPiece>> Paragraphs);
