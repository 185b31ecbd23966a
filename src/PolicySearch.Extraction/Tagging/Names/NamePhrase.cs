using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds how far a name reaches around its head word: "Kanto [Bureau] of Economy, Trade and Industry".</summary>
internal sealed class NamePhrase(Lexicon lexicon, SymbolTable symbols)
{
    /// <summary>Longer names exist; the bound keeps the work on a text of capitals linear.</summary>
    public const int MaxWords = 24;

    /// <summary>What may stand between two words of a name besides a comma.</summary>
    public const Gap Loose = Gap.Space | Gap.Line | Gap.Hyphen | Gap.Ampersand;

    private readonly NameStart _start = new(lexicon, symbols.Add("and"), symbols.Add("the"));
    private readonly NameEnd _end = new(lexicon, symbols.Add("and"), symbols.Add("the"), symbols.Add("of"));

    /// <inheritdoc cref="NameStart.Of"/>
    public int Left(TextBlock block, WordOwners owners, int head, bool free) => _start.Of(block, owners, head, free);

    /// <inheritdoc cref="NameEnd.Of"/>
    public int Right(TextBlock block, WordOwners owners, int head, bool free) => _end.Of(block, owners, head, free);

    /// <summary>Whether the word may be part of a name: it has a capital and is no function word.</summary>
    public bool IsNameWord(Word word) => IsNameWord(lexicon, word);

    /// <inheritdoc cref="IsNameWord(Word)"/>
    public static bool IsNameWord(Lexicon lexicon, Word word) => word.IsCapital && !word.IsCjk && !lexicon.Is(word, WordClass.Function);
}
