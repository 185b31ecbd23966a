using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>The mentions of a text of one block, as a line.</summary>
internal static class Mentions
{
    private static readonly Tagger Tagger = new();

    /// <summary>Each mention as "type:id@text", parted by "|".</summary>
    public static string Show(string text) =>
        string.Join('|', Tagger.Tag(PlainDocuments.OfOneBlock(text)).Select(mention => $"{mention.Type.ToString().ToLowerInvariant()}:{mention.Id}@{mention.Span.Of(text)}"));
}
