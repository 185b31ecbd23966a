namespace PolicySearch.Extraction.Segmentation;

/// <summary>Length of a text in words: what stands between white space is one; Han, kana and Hangul, written without spaces or in syllables, count half a word a character. What no language writes, a run of hundreds of characters, counts by its length.</summary>
public static class WordCount
{
    private const int LongestWord = 200;
    private const int CharactersOfWord = 20;

    /// <summary>Number of words of <paramref name="text"/>.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var words = 0;
        var wide = 0;
        var inWord = false;
        var length = 0;
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
                length = 1;
            }
            else if (++length > LongestWord && length % CharactersOfWord == 0)
            {
                words++;
            }
        }

        return words + ((wide + 1) / 2);
    }

    /// <summary>Whether a character counts half a word.</summary>
    public static bool IsWide(char c) =>
        c is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uAC00' and <= '\uD7A3');
}
