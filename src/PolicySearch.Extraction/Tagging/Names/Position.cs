using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Where a word stands, as far as that says what its capital means.</summary>
internal static class Position
{
    private const Gap Ends = Gap.Break | Gap.Period | Gap.Other;

    /// <summary>Whether the block is running text, where capitals are not a matter of layout.</summary>
    public static bool IsText(TextBlock block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Footnote or BlockKind.TableCell;

    /// <summary>Whether the word stands inside a sentence, so that its capital is that of a name.</summary>
    public static bool IsInsideSentence(TextBlock block, int word) => IsText(block) && !BeginsSentence(block, word);

    /// <summary>Whether a sentence, a list item or a cell begins with the word; numbers and marks before it do not count.</summary>
    public static bool BeginsSentence(TextBlock block, int word)
    {
        var words = block.Words;
        while (word > 0)
        {
            if ((words[word].Before & Ends) != Gap.None)
            {
                return (words[word].Before & (Gap.Semicolon | Gap.Period | Gap.Break)) != Gap.Semicolon;
            }

            if (!words[word - 1].IsNumber || (words[word].Before & ~(Gap.Space | Gap.Dash | Gap.Hyphen)) != Gap.None)
            {
                return false;
            }

            word--;
        }

        return true;
    }
}
