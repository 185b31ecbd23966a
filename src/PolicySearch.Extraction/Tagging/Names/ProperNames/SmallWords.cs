using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>The words that a document also writes without a capital: at a sentence's start they are no names.</summary>
internal sealed class SmallWords
{
    private readonly HashSet<ulong> _words = [];

    /// <summary>Collects the words of a document.</summary>
    public static SmallWords Of(TaggingContext context)
    {
        var small = new SmallWords();
        foreach (var block in context.Blocks)
        {
            foreach (var word in block.Words)
            {
                if (!word.IsCapital && !word.IsNumber && !word.IsCjk)
                {
                    small._words.Add(Hash(context.TextOf(word)));
                }
            }
        }

        return small;
    }

    /// <summary>Whether the word stands somewhere without a capital.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(Hash(word));

    // FNV-1a: the same on every machine; two words of one hash would count as one.
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in word)
        {
            hash = (hash ^ WordFolding.Fold(unit)) * 1099511628211UL;
        }

        return hash;
    }
}
