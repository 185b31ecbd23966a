using PolicySearch.Text;
using PolicySearch.Text.Boundaries;

namespace PolicySearch.Engine.Analysis;

/// <summary>Emoji with their modifiers and joined ones as one token (UTS #51).</summary>
internal static class EmojiScan
{
    private const char ZeroWidthJoiner = '\u200D';
    private const char EmojiPresentation = '\uFE0F';
    private const char Keycap = '\u20E3';

    /// <summary>Whether an emoji can begin with such a character that begins no word.</summary>
    public static bool MayBegin(int codePoint, WordBreakProperty property) =>
        property.Class == WordBreakClass.RegionalIndicator || property.IsPictographic
        || (property.IsEmoji && (codePoint >= 0x80 || codePoint is '#' or '*'));

    /// <summary>The length of the emoji at the beginning of <paramref name="window"/>; 0 where there is none.</summary>
    public static int End(ReadOnlySpan<char> window)
    {
        if (window[0] < 0x80)
        {
            return EndOfKeycap(window);
        }

        var first = WordBreakProperty.Of(CodePoints.At(window, 0, out var length));
        var position = WordScan.SkipClinging(window, length);
        if (first.Class == WordBreakClass.RegionalIndicator)
        {
            return EndOfFlag(window, position);
        }

        while (position < window.Length && window[position - 1] == ZeroWidthJoiner
               && WordBreakProperty.Of(CodePoints.At(window, position, out length)).IsPictographic)
        {
            position = WordScan.SkipClinging(window, position + length);
        }

        return position;
    }

    /// <summary>The length of a digit, # or * in a key cap; 0 where there is none.</summary>
    public static int EndOfKeycap(ReadOnlySpan<char> window)
    {
        if (!(char.IsAsciiDigit(window[0]) || window[0] is '#' or '*'))
        {
            return 0;
        }

        var cap = window.Length > 1 && window[1] == EmojiPresentation ? 2 : 1;
        return window.Length > cap && window[cap] == Keycap ? WordScan.SkipClinging(window, cap) : 0;
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
