using System.Buffers;
using System.Globalization;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Tells whether a page's text layer is what a reader sees.</summary>
internal static class TextLayer
{
    private const int FewCharacters = 100;
    private const int LeastWords = 20;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    /// <summary>Whether the page has to be read from its image.</summary>
    /// <param name="page">The page with its text layer.</param>
    /// <param name="hasImage">Whether it shows a large image.</param>
    public static bool NeedsOcr(PdfPage page, bool hasImage)
    {
        var characters = page.Lines.Sum(line => line.Text.Count(c => !char.IsWhiteSpace(c)));
        return characters == 0 || (hasImage && characters < FewCharacters) || IsGarbage(page);
    }

    /// <summary>Whether the text is garbage, as fonts without a table of their characters give.</summary>
    public static bool IsGarbage(PdfPage page)
    {
        var (characters, bad, words, unlikely) = (0, 0, 0, 0);
        foreach (var word in page.Lines.SelectMany(line => line.Words))
        {
            characters += word.Text.Length;
            bad += word.Text.Count(IsBad);
            var isWord = word.Text.Length >= 3 && word.Text.Count(char.IsAsciiLetter) is var letters && letters * 3 >= word.Text.Length * 2 && letters >= 3;
            words += isWord ? 1 : 0;
            unlikely += isWord && !word.Text.AsSpan().ContainsAny(Vowels) ? 1 : 0;
        }

        return bad * 5 > characters || (words >= LeastWords && unlikely * 2 > words);
    }

    private static bool IsBad(char c) => c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
