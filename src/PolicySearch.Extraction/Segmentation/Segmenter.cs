using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>Cuts a document's blocks into passages.</summary>
public static class Segmenter
{
    /// <summary>Raised whenever the same document would give other passages.</summary>
    public const int Version = 1;

    /// <summary>The passages of <paramref name="document"/>, in order.</summary>
    public static IReadOnlyList<Passage> Segment(Document document) => throw new NotImplementedException();
}
