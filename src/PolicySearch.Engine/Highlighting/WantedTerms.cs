using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Highlighting;

/// <summary>What of a query can be seen in a text of some fields.</summary>
internal sealed class WantedTerms
{
    private readonly HashSet<string> _fields;
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _phraseTerms = new(StringComparer.Ordinal);
    private readonly List<string> _prefixes = [];
    private readonly List<string> _suffixes = [];
    private readonly List<PhraseQuery> _phrases = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _termsBySpan;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _phraseTermsBySpan;

    private WantedTerms(HashSet<string> fields)
    {
        _fields = fields;
        _termsBySpan = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        _phraseTermsBySpan = _phraseTerms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether the query asks for nothing that a text could show.</summary>
    public bool IsEmpty => _terms.Count == 0 && _prefixes.Count == 0 && _suffixes.Count == 0 && _phrases.Count == 0;

    /// <summary>The phrases, each of at least two terms.</summary>
    public IReadOnlyList<PhraseQuery> Phrases => _phrases;

    /// <summary>Collects from a query what is on one of the fields.</summary>
    public static WantedTerms Of(Query query, HashSet<string> fields)
    {
        var wanted = new WantedTerms(fields);
        wanted.Collect(query);
        return wanted;
    }

    /// <summary>Whether a token matches by itself, as a term, by its beginning or by its end.</summary>
    public bool MatchesAlone(ReadOnlySpan<char> term)
    {
        if (_termsBySpan.Contains(term))
        {
            return true;
        }

        foreach (var prefix in _prefixes)
        {
            if (term.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var suffix in _suffixes)
        {
            if (term.EndsWith(suffix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The term as a phrase holds it, or null.</summary>
    public string? FindPhraseTerm(ReadOnlySpan<char> term) => _phraseTermsBySpan.TryGetValue(term, out var found) ? found : null;

    private void Collect(Query query)
    {
        switch (query)
        {
            case BooleanQuery boolean:
                foreach (var clause in boolean.Clauses)
                {
                    if (clause.Occur is Occur.Must or Occur.Should)
                    {
                        Collect(clause.Query);
                    }
                }

                break;
            case BoostQuery boost:
                Collect(boost.Query);
                break;
            case ConstantScoreQuery constant:
                Collect(constant.Query);
                break;
            case TermQuery term when _fields.Contains(term.Field):
                _terms.Add(term.Term);
                break;
            case PrefixQuery prefix when _fields.Contains(prefix.Field):
                _prefixes.Add(prefix.Prefix);
                break;
            case SuffixQuery suffix when _fields.Contains(suffix.Field):
                _suffixes.Add(suffix.Suffix);
                break;
            case PhraseQuery phrase when _fields.Contains(phrase.Field):
                Collect(phrase);
                break;
        }
    }

    private void Collect(PhraseQuery phrase)
    {
        if (phrase.Terms.Count == 1)
        {
            _terms.Add(phrase.Terms[0]);
        }
        else if (phrase.Terms.Count > 1)
        {
            _phrases.Add(phrase);
            _phraseTerms.UnionWith(phrase.Terms);
        }
    }
}
