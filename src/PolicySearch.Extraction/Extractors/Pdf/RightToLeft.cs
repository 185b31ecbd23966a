using System.Globalization;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Puts the letters of Arabic and Hebrew words in the order in which they are read: <c>pdftotext</c> gives a word with its place as it looks, from left to right.</summary>
internal static class RightToLeft
{
    /// <summary>The word as it is read; one of another script as it is.</summary>
    public static string Logical(string word)
    {
        if (!WideText.IsRightToLeft(word.AsSpan()))
        {
            return word;
        }

        var elements = new List<string>();
        for (var at = 0; at < word.Length;)
        {
            var length = ElementAt(word, at);
            elements.Insert(0, word.Substring(at, length));
            at += length;
        }

        return string.Concat(elements);
    }

    /// <summary>A line's words in the order in which they are read; those of a line in another script as they are.</summary>
    public static IReadOnlyList<PdfWord> Logical(IReadOnlyList<PdfWord> words)
    {
        var balance = words.Sum(word => word.Text.Sum(c => !char.IsLetter(c) ? 0 : WideText.IsRightToLeft(c) ? 1 : -1));
        if (balance <= 0)
        {
            return words;
        }

        // A name in Latin letters of several words keeps their order.
        var ordered = words.OrderByDescending(word => word.Box.Left).ToList();
        for (var start = 0; start < ordered.Count; start++)
        {
            var end = start;
            while (end < ordered.Count && IsLatin(ordered[end].Text))
            {
                end++;
            }

            ordered.Reverse(start, end - start);
            start = Math.Max(start, end - 1);
        }

        return ordered;
    }

    private static bool IsLatin(string word) => word.Any(char.IsAsciiLetter) && !WideText.IsRightToLeft(word.AsSpan());

    // Digits and Latin letters inside keep their order; a mark stays behind its letter.
    private static int ElementAt(string word, int at)
    {
        var end = at;
        while (end < word.Length && (char.IsDigit(word[end]) || char.IsAsciiLetter(word[end]) || (end > at && end + 1 < word.Length && word[end] is '.' or ',' or '/' && char.IsDigit(word[end + 1]))))
        {
            end++;
        }

        return end > at ? end - at : StringInfo.GetNextTextElementLength(word, at);
    }
}
