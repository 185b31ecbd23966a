namespace PolicySearch.Extraction.Documents;

/// <summary>What an extractor reads out of a source: title, metadata, text, and an ordered list of blocks.</summary>
public sealed record Document
{
    /// <summary>The title, white space collapsed; null where the source names none.</summary>
    public string? Title { get; init; }

    /// <summary>Who made it, as the file's own properties say (the author, a message's sender), parted by "; " where they name several; null where they name none.</summary>
    public string? Creator { get; init; }

    /// <summary>The address that a web page gives as its own; null where it gives none.</summary>
    public string? CanonicalAddress { get; init; }

    /// <summary>Date of publication as YYYY, YYYY-MM or YYYY-MM-DD; null where unknown.</summary>
    public string? Published { get; init; }

    /// <summary>BCP 47 tag of the main language (<c>en</c>, <c>ja</c>); null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Media type of the source, such as <c>text/html</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The whole text that all spans point into.</summary>
    public required string Text { get; init; }

    /// <summary>The blocks in reading order; spans do not overlap and rise.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The links in the text, by their place; those to the page itself are left out.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>What could not be read, or not with certainty, in sentences for people: a page without text, one read by OCR.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
