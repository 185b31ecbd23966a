using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Markup;

/// <summary>Marks paragraphs that begin with dates, "**1967** The council is founded.", as the items of a list where they follow each other.</summary>
internal static class MarkdownChronicles
{
    private const int LongestDate = 44;

    /// <summary>Changes the kinds of <paramref name="blocks"/>, which are in order.</summary>
    public static void Mark(string text, List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var end = i;
            while (end < blocks.Count && blocks[end].Kind == BlockKind.Paragraph && BeginsWithDate(blocks[end].Span.Of(text)))
            {
                end++;
            }

            for (var entry = i; end > i + 1 && entry < end; entry++)
            {
                blocks[entry] = blocks[entry] with { Kind = BlockKind.ListItem, Level = 1 };
            }

            i = Math.Max(i, end - 1);
        }
    }

    private static bool BeginsWithDate(ReadOnlySpan<char> words)
    {
        if (!words.StartsWith("**"))
        {
            return DatedEntries.BeginsWithDate(words);
        }

        var end = words[2..Math.Min(words.Length, LongestDate)].IndexOf("**");
        return end > 0 && DatedEntries.IsDate(words.Slice(2, end).TrimEnd(":：–—- "));
    }
}
