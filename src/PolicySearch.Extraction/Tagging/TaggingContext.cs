using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging;

/// <summary>A document on its way through the finders.</summary>
internal sealed class TaggingContext(string text, IReadOnlyList<TextBlock> blocks, SymbolTable symbols)
{
    /// <summary>The document's text.</summary>
    public string Text { get; } = text;

    /// <summary>The blocks that are tagged, in reading order.</summary>
    public IReadOnlyList<TextBlock> Blocks { get; } = blocks;

    /// <summary>The symbols of the words.</summary>
    public SymbolTable Symbols { get; } = symbols;

    /// <summary>What has been found so far.</summary>
    public List<Candidate> Candidates { get; } = [];

    /// <summary>Where the words of offices and their portfolios begin ("Minister for Trade"): no part of a name, but a person's name may follow.</summary>
    public HashSet<int> Offices { get; } = [];

    /// <summary>How often each country (ISO 3166 code) has been named, by itself, its adjectives or its bodies.</summary>
    public Dictionary<string, int> Countries { get; } = new(StringComparer.Ordinal);

    /// <summary>The script of a Chinese text; null for any other.</summary>
    public ChineseScript? Chinese { get; } = HanVariants.ScriptOf(text);

    /// <summary>Whether the text holds Japanese.</summary>
    public bool IsJapanese { get; } = text.AsSpan().ContainsAnyInRange('\u3041', '\u30FF');

    /// <summary>The country named most often, or null.</summary>
    public string? MainCountry => Countries.Count == 0 ? null : Countries.MaxBy(country => (country.Value, country.Key)).Key;

    /// <summary>The text of a word.</summary>
    public ReadOnlySpan<char> TextOf(Word word) => Text.AsSpan(word.Start, word.End - word.Start);

    /// <summary>Adds a candidate of a rule.</summary>
    public void AddForm(TextBlock block, MentionType type, int start, int end, string rule) =>
        Add(block, type, CleanName.Of(Text, start, end), start, end, Trust.Form, "rule:" + rule);

    /// <summary>Adds a candidate.</summary>
    public void Add(TextBlock block, MentionType? type, string id, int start, int end, Trust trust, string evidence) =>
        Candidates.Add(new Candidate(type, id, new TextSpan(start, end), trust, evidence) { Block = block.Number });
}
