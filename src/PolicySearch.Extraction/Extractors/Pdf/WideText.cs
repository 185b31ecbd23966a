namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Characters that are set without spaces between words.</summary>
internal static class WideText
{
    /// <summary>Whether <paramref name="c"/> is kana, a Han character or their punctuation; Hangul has spaces.</summary>
    public static bool Is(char c) => c is (>= '\u2E80' and <= '\u30FF') or (>= '\u31F0' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF01' and <= '\uFF9F') or (>= '\uD840' and <= '\uD88F');

    /// <summary>Whether <paramref name="c"/> is of a script that is written from right to left.</summary>
    public static bool IsRightToLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF');

    /// <summary>Whether more of the text than not is written from right to left.</summary>
    public static bool IsRightToLeft(ReadOnlySpan<char> text)
    {
        var balance = 0;
        foreach (var c in text)
        {
            balance += !char.IsLetter(c) ? 0 : IsRightToLeft(c) ? 1 : -1;
        }

        return balance > 0;
    }
}
