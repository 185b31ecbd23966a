using PolicySearch.Text;
using PolicySearch.Text.Boundaries;

namespace PolicySearch.Engine.Analysis;

/// <summary>Emoji with their modifiers and joined ones as one token (UTS #51).</summary>
internal static class EmojiScan
{
    /// <summary>Whether an emoji can begin with such a character, ASCII left out.</summary>
    public static bool MayBegin(WordBreakProperty property) =>
        property.Class == WordBreakClass.RegionalIndicator || property.IsPictographic || (property.IsEmoji && !property.Clings);

    /// <summary>The length of the emoji at the beginning of <paramref name="window"/>; 0 where there is none.</summary>
    public static int End(ReadOnlySpan<char> window)
    {
        var first = WordBreakProperty.Of(CodePoints.At(window, 0, out var length));
        var position = WordScan.SkipClinging(window, length);
        if (first.Class == WordBreakClass.RegionalIndicator)
        {
            return EndOfFlag(window, position);
        }

        while (position < window.Length && window[position - 1] == '\u200D'
               && WordBreakProperty.Of(CodePoints.At(window, position, out length)).IsPictographic)
        {
            position = WordScan.SkipClinging(window, position + length);
        }

        return position;
    }

    private static int EndOfFlag(ReadOnlySpan<char> window, int position)
    {
        if (position == window.Length
            || WordBreakProperty.Of(CodePoints.At(window, position, out var length)).Class != WordBreakClass.RegionalIndicator)
        {
            return 0;
        }

        return WordScan.SkipClinging(window, position + length);
    }
}
