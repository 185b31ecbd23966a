using System.Collections.Frozen;

namespace PolicySearch.Engine.Analysis;

/// <summary>A set of words that an analyzer drops, as they are after folding.</summary>
public sealed class StopWords
{
    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly int _longest;

    /// <summary>Makes a set.</summary>
    /// <param name="name">What the analyzer's fingerprint says of it; letters and digits; differs when the words differ.</param>
    /// <param name="words">Lower-case words.</param>
    public StopWords(string name, IEnumerable<string> words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(words);
        Name = name;
        _words = words.ToFrozenSet(StringComparer.Ordinal);
        _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _words.Count == 0 ? 0 : _words.Max(w => w.Length);
    }

    /// <summary>No words.</summary>
    public static StopWords None { get; } = new("none", []);

    /// <summary>The 33 English words of Lucene's EnglishAnalyzer.</summary>
    public static StopWords English { get; } = new("lucene33",
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of", "on",
        "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with",
    ]);

    /// <summary>The set's name.</summary>
    public string Name { get; }

    /// <summary>Whether there is no word in it.</summary>
    public bool IsEmpty => _words.Count == 0;

    /// <summary>Whether the word is in it.</summary>
    public bool Contains(ReadOnlySpan<char> word) => word.Length <= _longest && _bySpan.Contains(word);
}
