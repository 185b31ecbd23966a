using System.Text.Json.Serialization;

namespace PolicySearch.Service.Search;

/// <summary>Documents of an index.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Documents">Those asked for, by source.</param>
public sealed record DocumentList(int Total, IReadOnlyList<DocumentSummary> Documents);

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Offset">How many to leave out.</param>
/// <param name="Limit">How many to give, 1 to <see cref="SearchLimits.MaxLimit"/>.</param>
public sealed record ListRange(int Offset = 0, int Limit = SearchLimits.MaxLimit)
{
    /// <summary>Id of a passage that shall be in the part: then it is that of the parts of <see cref="Limit"/> passages which holds it, and <see cref="Offset"/> stands where there is no such passage.</summary>
    public string? Passage { get; init; }

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="SearchRequestException">One is outside.</exception>
    public ListRange Check()
    {
        SearchLimits.CheckRange(Offset, Limit);
        return this;
    }
}

/// <summary>A document to read, or a part of it.</summary>
/// <param name="Document">What it is.</param>
/// <param name="MediaType">Media type of its source.</param>
/// <param name="Text">Its text, from <see cref="TextStart"/> on: the whole where all passages are given, else from the end of the passage before them to the end of the last.</param>
/// <param name="Passages">The passages asked for in order, as hits without score and highlights; their spans are places in the whole text.</param>
public sealed record DocumentView(DocumentSummary Document, string MediaType, string Text, IReadOnlyList<SearchHit> Passages)
{
    /// <summary>Where <see cref="Text"/> starts in the document's text.</summary>
    public int TextStart { get; init; }

    /// <summary>Number of its passages in all.</summary>
    public int Total { get; init; } = Passages.Count;

    /// <summary>Number of passages before those given.</summary>
    public int Offset { get; init; }

    /// <summary>What of its source could not be read, or not with certainty.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Who made it, as the source says: its author, editor or sender; null where it does not say.</summary>
    public string? Creator { get; init; }

    /// <summary>Where it comes from; null where that is not known.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>Which passage cites which note; for the page, no part of the answer. In a document of more than <see cref="SearchLimits.MaxLinkedPassages"/> passages they are looked for in as many around those given.</summary>
    [JsonIgnore]
    public IReadOnlyList<CitedNote> CitedNotes { get; init; } = [];
}

/// <summary>From what a document was read, and by what.</summary>
/// <param name="Sha256">SHA-256 of the source's bytes, lower-case hexadecimal.</param>
/// <param name="Size">The source's bytes.</param>
/// <param name="Modified">Time of its last write; null for a member of an archive or a message.</param>
/// <param name="MediaType">Its media type, by content.</param>
/// <param name="Extractor">Name of the extractor that read it.</param>
/// <param name="ExtractorVersion">That extractor's version.</param>
/// <param name="Fingerprint">One for all that the passages depend on: extractors and their limits, segmenter, tagger, authority files and mapping. Documents with the same one were read in the same way.</param>
public sealed record Provenance(
    string Sha256, long Size, DateTimeOffset? Modified, string? MediaType, string? Extractor, int? ExtractorVersion, string Fingerprint)
{
    /// <summary>What the catalogue says of it.</summary>
    public static Provenance Of(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new Provenance(entry.Hash, entry.Size, entry.Written ?? entry.Modified, entry.MediaType, entry.Extractor, entry.ExtractorVersion, entry.Fingerprint);
    }
}
