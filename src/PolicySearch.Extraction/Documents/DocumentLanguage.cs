using PolicySearch.Text.Languages;

namespace PolicySearch.Extraction.Documents;

/// <summary>The language of a text, by its content.</summary>
internal static class DocumentLanguage
{
    // The first part says enough, and keeps large documents cheap.
    private const int MostCharacters = 20_000;

    /// <summary>BCP 47 tag, or null where the text does not say.</summary>
    public static string? Of(ReadOnlySpan<char> text) => LanguageDetector.Detect(text[..Math.Min(text.Length, MostCharacters)]);
}
