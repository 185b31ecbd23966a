namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Words that are looked up where they end, or where they begin: the longest that fits.</summary>
/// <typeparam name="T">What is known of a word.</typeparam>
internal sealed class WordTable<T>
{
    private readonly Dictionary<char, (string Word, T Value)[]> _byLast;
    private readonly Dictionary<char, (string Word, T Value)[]> _byFirst;

    /// <summary>A table of <paramref name="words"/>; of equal words the first counts.</summary>
    public WordTable(IEnumerable<(string Word, T Value)> words)
    {
        var list = words.DistinctBy(pair => pair.Word, StringComparer.Ordinal).OrderByDescending(pair => pair.Word.Length).ToArray();
        _byLast = list.GroupBy(pair => pair.Word[^1]).ToDictionary(group => group.Key, group => group.ToArray());
        _byFirst = list.GroupBy(pair => pair.Word[0]).ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The longest word that ends before <paramref name="end"/>.</summary>
    /// <returns>False where none does.</returns>
    public bool TryMatchEnd(ReadOnlySpan<char> text, int end, out int length, out T? value)
    {
        if (end > 0 && _byLast.TryGetValue(text[end - 1], out var words))
        {
            var before = text[..end];
            foreach (var (word, known) in words)
            {
                if (before.EndsWith(word, StringComparison.Ordinal))
                {
                    (length, value) = (word.Length, known);
                    return true;
                }
            }
        }

        (length, value) = (0, default);
        return false;
    }

    /// <summary>Length of the longest word that begins at <paramref name="start"/>; 0 where none does.</summary>
    public int MatchStart(ReadOnlySpan<char> text, int start) => TryMatchStart(text, start, out var length, out _) ? length : 0;

    /// <summary>The longest word that begins at <paramref name="start"/>.</summary>
    /// <returns>False where none does.</returns>
    public bool TryMatchStart(ReadOnlySpan<char> text, int start, out int length, out T? value)
    {
        if (start < text.Length && _byFirst.TryGetValue(text[start], out var words))
        {
            var after = text[start..];
            foreach (var (word, known) in words)
            {
                if (after.StartsWith(word, StringComparison.Ordinal))
                {
                    (length, value) = (word.Length, known);
                    return true;
                }
            }
        }

        (length, value) = (0, default);
        return false;
    }
}
