using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>The language of a passage: that of its longest block, else that of its document.</summary>
internal static class PassageLanguage
{
    private const int FewestCharacters = 24;

    public static string? Of(Document document, List<Block> blocks)
    {
        var longest = blocks[0];
        foreach (var block in blocks)
        {
            longest = block.Span.Length > longest.Span.Length ? block : longest;
        }

        return longest.Span.Length < FewestCharacters && document.Language is not null
            ? document.Language
            : DocumentLanguage.Of(longest.Span.Of(document.Text)) ?? document.Language;
    }
}
