using PolicySearch.Extraction.Tagging;
using PolicySearch.Extraction.Tagging.Japanese;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Authority;

/// <summary>Looks entries up for people: by name, or by type, country and part of a name.</summary>
/// <param name="files">The files to look in.</param>
public sealed class AuthorityCatalogue(AuthorityFiles files)
{
    private readonly IReadOnlyList<AuthorityEntry> _entries = files.Entries;
    private readonly Lazy<LegalForms> _legalForms = new(() => new LegalForms(Lexicon.Read(files.Words, new SymbolTable())));

    /// <summary>What came before and after the entries.</summary>
    public AuthorityLineage Lineage { get; } = new(files.Entries);

    /// <summary>The entries of all types that go by a name, without regard to case, accents and punctuation, and with a Japanese legal form or without.</summary>
    public IReadOnlyList<AuthorityEntry> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FindKey(AuthorityIndex.Key(name)) is { Length: > 0 } found ? found : FindKey(AuthorityIndex.Key(_legalForms.Value.Without(name)));
    }

    /// <summary>The entries that fit everything that is not null, in the order of the files.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="country">ISO 3166 code or a name of their country.</param>
    /// <param name="text">Part of one of their names, without regard to case, accents and punctuation.</param>
    public IReadOnlyList<AuthorityEntry> List(MentionType? type = null, string? country = null, string? text = null)
    {
        var code = country is null ? null : CodeOf(country);
        var part = text is null ? null : AuthorityIndex.Key(text);
        return Mentioned()
            .Where(entry => type is null || entry.Type == type)
            .Where(entry => country is null || entry.Country == code)
            .Where(entry => part is null || entry.Forms.Append(entry.Id).Any(form => AuthorityIndex.Key(form).Contains(part, StringComparison.Ordinal)))
            .ToArray();
    }

    private AuthorityEntry[] FindKey(string key) =>
        key.Length == 0 ? [] : Mentioned().Where(entry => AuthorityIndex.Key(entry.Id) == key || entry.Forms.Any(form => AuthorityIndex.Key(form) == key)).ToArray();

    private IEnumerable<AuthorityEntry> Mentioned() => _entries.Where(entry => entry.Type is not null);

    private string CodeOf(string country) =>
        Find(country).FirstOrDefault(entry => entry is { Type: MentionType.Place, Country: not null })?.Country ?? country.ToUpperInvariant();
}
