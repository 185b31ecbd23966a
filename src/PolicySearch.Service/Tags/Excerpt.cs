using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Text;

namespace PolicySearch.Service.Tags;

/// <summary>A mention with some words around it.</summary>
internal static class Excerpt
{
    private const int Reach = 60;

    /// <summary>The mention and about <see cref="Reach"/> characters to each side, inside its block, from word to word; an ellipsis where the block goes on.</summary>
    /// <param name="text">The passage's text.</param>
    /// <param name="textStart">Where that starts in the document's.</param>
    /// <param name="passage">The passage.</param>
    /// <param name="mention">The mention's span in the document's text.</param>
    public static string Around(string text, int textStart, Passage passage, TextSpan mention)
    {
        var block = passage.Blocks.FirstOrDefault(block => block.Span.Contains(mention))?.Span ?? passage.Span;
        var start = Math.Max(block.Start, mention.Start - Reach) - textStart;
        var end = Math.Min(block.End, mention.End + Reach) - textStart;
        var isCutBefore = start > block.Start - textStart;
        var isCutAfter = end < block.End - textStart;
        for (var mentionStart = mention.Start - textStart; isCutBefore && start < mentionStart && char.IsLetterOrDigit(text[start - 1]) && IsSpaced(text[start]);)
        {
            start++;
        }

        for (var mentionEnd = mention.End - textStart; isCutAfter && end > mentionEnd && char.IsLetterOrDigit(text[end]) && IsSpaced(text[end - 1]);)
        {
            end--;
        }

        start += isCutBefore && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= isCutAfter && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return (isCutBefore ? "…" : "") + Whitespace.Collapse(text.AsSpan(start, end - start)) + (isCutAfter ? "…" : "");
    }

    // Words of East Asian scripts have no blanks between them, so there is no better place to cut.
    private static bool IsSpaced(char unit) => char.IsLetterOrDigit(unit) && unit < '\u2E80';
}
