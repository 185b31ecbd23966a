namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Looks at what stands beside a position of a block's text; every look is bounded by the length of the word looked for.</summary>
internal static class Beside
{
    /// <summary>Whether <paramref name="word"/> stands at <paramref name="at"/>, letter for letter.</summary>
    public static bool StartsWith(ReadOnlySpan<char> text, int at, string word) =>
        at <= text.Length && text[at..].StartsWith(word, StringComparison.Ordinal);

    /// <summary>The position behind one blank or line break, where 年 stands there; pdftotext sets blanks around digits.</summary>
    public static int BeforeMark(ReadOnlySpan<char> text, int at) =>
        At(text, at) is ' ' or '\n' or '\u3000' && At(text, at + 1) == '年' ? at + 1 : at;

    /// <summary>The code unit at <paramref name="at"/>; a blank outside the text.</summary>
    public static char At(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length ? text[at] : ' ';

    /// <summary>Where <paramref name="word"/> starts if it stands right before <paramref name="at"/>, with a blank or hyphen between; else <paramref name="at"/>.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="at">Where to look back from.</param>
    /// <param name="word">The word; with a capital it is matched letter for letter, else whatever its capitals.</param>
    /// <param name="mayTouch">Whether nothing need stand between.</param>
    public static int WordBefore(ReadOnlySpan<char> text, int at, string word, bool mayTouch)
    {
        var end = at;
        while (end > 0 && end > at - 2 && IsJoint(text[end - 1]))
        {
            end--;
        }

        var start = end - word.Length;
        if (start < 0 || (end == at && !mayTouch) || (start > 0 && char.IsLetterOrDigit(text[start - 1]) && text[start - 1] < '\u3000'))
        {
            return at;
        }

        // The first letter may be a capital at a sentence's start; "FY" is always written so.
        var comparison = char.IsUpper(word[0]) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return text[start..end].Equals(word, comparison) ? start : at;
    }

    /// <summary>The start of the digits or letters that end at <paramref name="end"/>, at most <paramref name="most"/> of them.</summary>
    public static int TokenStart(ReadOnlySpan<char> text, int end, int most)
    {
        var start = end;
        while (start > 0 && end - start < most && char.IsLetterOrDigit(text[start - 1]) && text[start - 1] < '\u3000')
        {
            start--;
        }

        return start;
    }

    /// <summary>The position after the blanks before <paramref name="at"/>, at most <paramref name="most"/> of them.</summary>
    public static int BackOverBlanks(ReadOnlySpan<char> text, int at, int most)
    {
        for (; most > 0 && at > 0 && char.IsWhiteSpace(text[at - 1]); most--)
        {
            at--;
        }

        return at;
    }

    /// <summary>Whether one of <paramref name="words"/> ends the text, but for blanks, and is a whole word where it is of Latin letters; whatever their capitals.</summary>
    public static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        var trimmed = text.TrimEnd();
        foreach (var word in words)
        {
            if (trimmed.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (!char.IsAsciiLetter(word[0]) || !char.IsLetterOrDigit(At(trimmed, trimmed.Length - word.Length - 1))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of <paramref name="words"/> begins the text, whatever their capitals.</summary>
    public static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text is one of <paramref name="words"/>, whatever their capitals.</summary>
    public static bool IsOneOf(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJoint(char unit) =>
        unit is ' ' or '-' or '\u2010' or '\u2011' or '\u00A0' or '\n' or '\r' or '.' || Words.WordFolding.IsApostrophe(unit);
}
