namespace PolicySearch.Extraction.Segmentation;

/// <summary>Length of a text in words: what stands between white space is one; Han, kana and Hangul, written without spaces or in syllables, count half a word a character.</summary>
public static class WordCount
{
    /// <summary>Number of words of <paramref name="text"/>.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var words = 0;
        var wide = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (IsWide(c))
            {
                wide++;
                inWord = false;
            }
            else if (char.IsWhiteSpace(c))
            {
                inWord = false;
            }
            else if (!inWord)
            {
                words++;
                inWord = true;
            }
        }

        return words + ((wide + 1) / 2);
    }

    /// <summary>Whether a character counts half a word.</summary>
    public static bool IsWide(char c) =>
        c is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uAC00' and <= '\uD7A3');
}
