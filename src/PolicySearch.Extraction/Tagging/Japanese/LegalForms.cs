using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>The legal forms that stand before or behind the names of Japanese bodies: 独立行政法人, 一般社団法人, 株式会社.</summary>
internal sealed class LegalForms(Lexicon lexicon)
{
    private readonly WordTable<bool> _forms = new(lexicon.EastAsian("ja_legal_agency").Concat(lexicon.EastAsian("ja_legal_organisation")).Select(form => (form, true)));

    /// <summary>The name without its legal form; the name itself where it has none.</summary>
    public string Without(string name)
    {
        var bare = name.AsSpan().Trim();
        bare = bare[_forms.MatchStart(bare, 0)..].TrimStart();
        bare = _forms.TryMatchEnd(bare, bare.Length, out var length, out _) ? bare[..^length].TrimEnd() : bare;
        return bare.Length > 1 ? bare.ToString() : name;
    }
}
