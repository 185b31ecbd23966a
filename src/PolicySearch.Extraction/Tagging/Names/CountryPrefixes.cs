using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging.Japanese;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>The countries that stand before the names of their bodies in East Asian text: 米商務省, ドイツ連邦教育研究省, 韓国の産業通商資源部.</summary>
internal sealed class CountryPrefixes
{
    // Newspapers' short forms; 中, 加, 台 and others are too often parts of other words.
    private static readonly (string Letter, string Country)[] Letters =
        [("米", "US"), ("英", "GB"), ("独", "DE"), ("仏", "FR"), ("伊", "IT"), ("豪", "AU"), ("露", "RU"), ("韓", "KR"), ("印", "IN")];

    private readonly WordTable<string> _countries;
    private readonly ILookup<string, string> _names;

    /// <summary>Takes the countries' names from the entries: they are the places that have adjectives.</summary>
    public CountryPrefixes(IEnumerable<AuthorityEntry> entries)
    {
        var names = entries
            .Where(entry => entry is { Type: MentionType.Place, Country: not null, Adjectives.Count: > 0 })
            .SelectMany(entry => entry.Names.Where(name => Scripts.IsCjk(name[0])).Select(name => (name, entry.Country!)))
            .Concat(Letters)
            .ToArray();
        _countries = new WordTable<string>(names);
        _names = names.ToLookup(pair => pair.Item2, pair => pair.Item1, StringComparer.Ordinal);
    }

    /// <summary>The country that stands right before <paramref name="start"/>, or null.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="limit">Where the block begins.</param>
    /// <param name="start">Where a body's name begins.</param>
    /// <param name="from">Where the country's name begins.</param>
    public string? Before(ReadOnlySpan<char> text, int limit, int start, out int from)
    {
        from = start;
        var block = text[limit..start];
        if (!_countries.TryMatchEnd(block, block.Length, out var length, out var country))
        {
            return null;
        }

        from = start - length;
        var isCut = from > limit && (Scripts.IsHan(text[from]) ? Scripts.IsName(text[from - 1]) && text[from - 1] != '・' : Scripts.IsKatakana(text[from - 1]));
        return isCut ? null : country;
    }

    /// <summary>Other spellings of a foreign body's name that begins with its country: of 米国商務省 also 米商務省 and アメリカ商務省.</summary>
    public IEnumerable<string> Respelled(string name, string country)
    {
        var length = _countries.TryMatchStart(name, 0, out var matched, out var first) && first == country && matched > 1 ? matched : 0;
        return length == 0 || length == name.Length ? [] : _names[country].Where(other => !name.StartsWith(other, StringComparison.Ordinal)).Select(other => other + name[length..]);
    }
}
