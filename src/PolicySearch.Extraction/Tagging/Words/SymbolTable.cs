namespace PolicySearch.Extraction.Tagging.Words;

/// <summary>Numbers for the folded words that some list holds, so that matching compares integers; British and American spellings share one.</summary>
internal sealed class SymbolTable
{
    private static readonly string[] Spellings =
    [
        "centre center", "centres centers", "labour labor", "programme program", "programmes programs", "defence defense",
        "organisation organization", "organisations organizations", "modernisation modernization", "revitalisation revitalization",
        "industrialisation industrialization", "digitalisation digitalization", "commercialisation commercialization",
        "globalisation globalization", "internationalisation internationalization", "mobilisation mobilization", "utilisation utilization",
        "behaviour behavior", "licence license", "advisor adviser",
    ];

    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public SymbolTable()
    {
        _lookup = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var spelling in Spellings)
        {
            var pair = spelling.Split(' ');
            _symbols[pair[0]] = Count;
            _symbols[pair[1]] = Count;
            Count++;
        }
    }

    /// <summary>How many symbols there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a folded word, given one if it has none yet.</summary>
    public int Add(ReadOnlySpan<char> folded)
    {
        if (!_lookup.TryGetValue(folded, out var symbol))
        {
            symbol = Count++;
            _lookup[folded] = symbol;
        }

        return symbol;
    }

    /// <summary>The number of a folded word, or -1.</summary>
    public int Find(ReadOnlySpan<char> folded) => _lookup.TryGetValue(folded, out var symbol) ? symbol : -1;
}
