using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging.Years;

/// <summary>What the tagger reads of years in one block of text.</summary>
internal static class YearText
{
    private static readonly Tagger Tagger = new();

    /// <summary>The year mentions, by start.</summary>
    public static List<Mention> Read(string text, BlockKind kind = BlockKind.Paragraph) =>
        Tagger.Tag(PlainDocuments.OfOneBlock(text, kind)).Where(mention => mention.Type == MentionType.Year).ToList();

    /// <summary>"from-to basis @text" of every mention, parted by " | ".</summary>
    public static string Show(string text) =>
        string.Join(" | ", Read(text).Select(mention => $"{mention.Id} {mention.Years!.Basis.ToString().ToLowerInvariant()} @{mention.Span.Of(text)}"));

    /// <summary>"year role" of every mention, parted by " | ".</summary>
    public static string ShowRoles(string text, BlockKind kind = BlockKind.Paragraph) =>
        string.Join(" | ", Read(text, kind).Select(mention => $"{mention.Id} {mention.Years!.Role.ToString().ToLowerInvariant()}"));
}
