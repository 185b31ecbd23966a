using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction;

/// <summary>A passage with its stable id and its tags.</summary>
/// <param name="Id">Lower-case base32, at least 80 bits; see <see cref="PassageIds"/>.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Mentions">The mentions in its blocks, by start.</param>
public sealed record TaggedPassage(string Id, Passage Passage, IReadOnlyList<Mention> Mentions);

/// <summary>A document with its tagged passages.</summary>
/// <param name="Id">Made from the document's address alone.</param>
/// <param name="Address">Root name and path below it, with forward slashes.</param>
/// <param name="Document">What the extractor read.</param>
/// <param name="Passages">All passages in order.</param>
/// <param name="Extractor">Name of the extractor that read it.</param>
public sealed record ExtractedDocument(
    string Id, string Address, Document Document, IReadOnlyList<TaggedPassage> Passages, string Extractor)
{
    /// <summary>Version of that extractor; 0 where it is not known.</summary>
    public int ExtractorVersion { get; init; }

    /// <summary>The same document read at another address: with other ids, for they are made from it.</summary>
    public ExtractedDocument At(string address)
    {
        var id = PassageIds.ForDocument(address);
        return this with { Id = id, Address = address, Passages = TaggedPassages.Renamed(id, Document, Passages) };
    }
}
