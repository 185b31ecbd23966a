using PolicySearch.Extraction.Tagging;
using PolicySearch.Extraction.Tagging.Names;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Authority;

/// <summary>The entries compiled for matching: a trie of words for Latin names, a trie of code units for East Asian ones.</summary>
internal sealed class AuthorityIndex
{
    private readonly Dictionary<(MentionType, string), AuthorityEntry> _byName = [];
    private readonly Dictionary<int, string> _adjectives = [];
    private readonly Lazy<CountryPrefixes> _countryPrefixes;

    /// <summary>Compiles entries; symbols of their words are added to <paramref name="symbols"/>.</summary>
    public AuthorityIndex(IReadOnlyList<AuthorityEntry> entries, SymbolTable symbols)
    {
        Entries = entries;
        _countryPrefixes = new Lazy<CountryPrefixes>(() => new CountryPrefixes(entries));
        var words = new WordReader(symbols);
        foreach (var entry in entries)
        {
            // An id stands before all names, so that every entry finds itself.
            if (entry.Type is { } type)
            {
                _byName.TryAdd((type, Key(entry.Id)), entry);
            }
        }

        foreach (var entry in entries)
        {
            Add(entry, words);
            foreach (var adjective in entry.Adjectives)
            {
                if (entry.Country is not null && words.AddName(adjective) is [var symbol])
                {
                    _adjectives.TryAdd(symbol, entry.Country);
                }
            }
        }
    }

    /// <summary>The entries, in the order of the files.</summary>
    public IReadOnlyList<AuthorityEntry> Entries { get; }

    /// <summary>Latin names by their words' symbols.</summary>
    public NameTrie Latin { get; } = new();

    /// <summary>East Asian names by their code units.</summary>
    public NameTrie EastAsian { get; } = new();

    /// <summary>The countries' names before those of their bodies, in East Asian text.</summary>
    public CountryPrefixes CountryPrefixes => _countryPrefixes.Value;

    /// <summary>The symbols of the countries' adjectives of one word.</summary>
    public IReadOnlyCollection<int> Adjectives => _adjectives.Keys;

    /// <summary>The country that an adjective names, or null.</summary>
    public string? CountryOfAdjective(int symbol) => _adjectives.GetValueOrDefault(symbol);

    /// <summary>The entry of that type with that id or name, or null.</summary>
    public AuthorityEntry? Find(MentionType type, string name) => _byName.GetValueOrDefault((type, Key(name))) ?? FindWithoutCountry(type, name);

    // "Ministry of Economy, Trade and Industry Japan", "… (Japan)", "… of Japan".
    private AuthorityEntry? FindWithoutCountry(MentionType type, string name)
    {
        if (type is not (MentionType.Ministry or MentionType.Agency))
        {
            return null;
        }

        for (var at = name.LastIndexOf(' '); at > 0; at = name.LastIndexOf(' ', at - 1))
        {
            if (_byName.TryGetValue((MentionType.Place, Key(name[at..])), out var place))
            {
                var rest = name[..at].TrimEnd(' ', ',');
                rest = rest.EndsWith(" of", StringComparison.OrdinalIgnoreCase) ? rest[..^3] : rest;
                return _byName.TryGetValue((type, Key(rest)), out var entry) && entry.Country is not null && entry.Country == place.Country ? entry : null;
            }
        }

        return null;
    }

    /// <summary>A name without letter case, accents, blanks, punctuation and "and": what is compared when a whole name is looked up.</summary>
    public static string Key(string name)
    {
        var key = new System.Text.StringBuilder(name.Length);
        Span<char> word = stackalloc char[WordFolding.MaxLength];
        var length = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]))
            {
                if (length == WordFolding.MaxLength)
                {
                    key.Append(word);
                    length = 0;
                }

                word[length++] = WordFolding.Fold(name[i]);
            }
            else if (i < name.Length && (WordFolding.IsApostrophe(name[i]) || name[i] == '.'))
            {
                continue;
            }
            else
            {
                WordFolding.Respell(word[..length]);
                if (!word[..length].SequenceEqual("and") && !(key.Length == 0 && i < name.Length && word[..length].SequenceEqual("the")))
                {
                    key.Append(word[..length]);
                }

                length = 0;
            }
        }

        return key.ToString();
    }

    private void Add(AuthorityEntry entry, WordReader words)
    {
        AddForm(entry, entry.Id, isExact: IsShortForm(AuthorityEntry.WithoutBracket(entry.Id)), words);
        foreach (var name in entry.Names)
        {
            AddForm(entry, name, isExact: false, words);
            if (entry is { Type: MentionType.Ministry or MentionType.Agency, Country: { } country and not "JP" } && Scripts.IsCjk(name[0]))
            {
                foreach (var other in CountryPrefixes.Respelled(name, country))
                {
                    AddForm(entry, other, isExact: false, words);
                    _byName.TryAdd((entry.Type.Value, Key(other)), entry);
                }
            }
        }

        foreach (var name in entry.Short)
        {
            AddForm(entry, name, isExact: true, words);
        }

        if (entry.Type is { } type)
        {
            foreach (var name in entry.Names.Concat(entry.Short))
            {
                _byName.TryAdd((type, Key(name)), entry);
            }
        }
    }

    private void AddForm(AuthorityEntry entry, string name, bool isExact, WordReader words)
    {
        name = AuthorityEntry.WithoutBracket(name);
        var trie = Latin;
        var node = NameTrie.Root;
        var count = 0;
        if (name.AsSpan().ContainsAnyInRange('\u3041', '\u9FFF') || IsKorean(name))
        {
            // Korean may be written with blanks inside a name or without.
            trie = EastAsian;
            foreach (var unit in IsKorean(name) ? name.Replace(" ", "", StringComparison.Ordinal) : name)
            {
                node = trie.Grow(node, WordFolding.Fold(unit));
                count++;
            }
        }
        else
        {
            foreach (var symbol in words.AddName(name))
            {
                node = trie.Grow(node, symbol);
                count++;
            }
        }

        if (node != NameTrie.Root)
        {
            trie.Attach(node, new NameForm(entry, name, isExact, count));
        }
    }

    private static bool IsKorean(string name) => name.AsSpan().ContainsAnyInRange('\uAC00', '\uD7A3');

    // METI, AIST, BMWK: two capitals or more in a single word mean a short form.
    internal static bool IsShortForm(string id) => !id.Contains(' ', StringComparison.Ordinal) && id.Count(char.IsUpper) >= 2;
}
