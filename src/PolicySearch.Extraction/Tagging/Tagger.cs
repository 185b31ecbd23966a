using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging;

/// <summary>Finds the mentions in a document.</summary>
public sealed class Tagger
{
    /// <summary>Version of the rules and of the authority file together.</summary>
    public string Fingerprint => throw new NotImplementedException();

    /// <summary>The canonical id that a name stands for (<c>経済産業省</c> gives <c>METI</c>), without regard to case; null where the authority file does not know it.</summary>
    public string? Resolve(MentionType type, string name) => throw new NotImplementedException();

    /// <summary>All mentions in the document's text blocks (not in contents and boilerplate), by start; they do not nest but for a year that ends a programme's name.</summary>
    public IReadOnlyList<Mention> Tag(Document document) => throw new NotImplementedException();
}
