using PolicySearch.Extraction.Authority;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace PolicySearch.Extraction.Tagging.Words;

/// <summary>The words that the rules know, by class; their file is <c>words.yaml</c>: a mapping from class to words parted by blanks.</summary>
internal sealed class Lexicon
{
    private readonly WordClass[] _classes;
    private readonly IReadOnlyDictionary<string, string[]> _eastAsian;

    private Lexicon(WordClass[] classes, IReadOnlyDictionary<string, string[]> eastAsian)
    {
        _classes = classes;
        _eastAsian = eastAsian;
    }

    /// <summary>Reads the classes; "ja" and "ko" classes (such as <c>ja_ministry</c>) are lists of parts of words.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="symbols">Where the words become symbols.</param>
    /// <param name="nationalities">Symbols of further adjectives of countries.</param>
    public static Lexicon Read(string text, SymbolTable symbols, IEnumerable<int>? nationalities = null)
    {
        Dictionary<string, string> file;
        try
        {
            file = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(text);
        }
        catch (YamlException error)
        {
            throw new AuthorityException($"words.yaml, line {error.Start.Line}: {error.Message}", error);
        }

        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        var found = new List<(int Symbol, WordClass Class)>();
        var eastAsian = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, words) in file)
        {
            var list = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (name.StartsWith("ja_", StringComparison.Ordinal) || name.StartsWith("ko_", StringComparison.Ordinal))
            {
                eastAsian[name] = list;
            }
            else if (Enum.TryParse<WordClass>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var wordClass))
            {
                foreach (var word in list)
                {
                    found.Add((symbols.Add(folded[..WordFolding.Fold(word, folded)]), wordClass));
                }
            }
            else
            {
                throw new AuthorityException($"words.yaml: no class is named '{name}'");
            }
        }

        var classes = new WordClass[symbols.Count];
        foreach (var (symbol, wordClass) in found)
        {
            classes[symbol] |= wordClass;
        }

        foreach (var symbol in nationalities ?? [])
        {
            classes[symbol] |= WordClass.Nationality;
        }

        return new Lexicon(classes, eastAsian);
    }

    /// <summary>The classes of a word.</summary>
    public WordClass Of(Word word) => word.Symbol >= 0 && word.Symbol < _classes.Length ? _classes[word.Symbol] : WordClass.None;

    /// <summary>Whether the word is in one of <paramref name="classes"/>.</summary>
    public bool Is(Word word, WordClass classes) => (Of(word) & classes) != WordClass.None;

    /// <summary>The Japanese or Korean words of a class, longest first.</summary>
    public string[] EastAsian(string name) => _eastAsian[name].OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).ToArray();
}
