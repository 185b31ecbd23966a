using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>Persons of the authority file by their surname.</summary>
internal sealed class KnownSurnames
{
    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, List<AuthorityEntry>> _bySurname = new(StringComparer.OrdinalIgnoreCase);

    public KnownSurnames(AuthorityIndex authority, Lexicon lexicon, SymbolTable symbols)
    {
        _lexicon = lexicon;
        foreach (var entry in authority.Entries)
        {
            if (entry.Type == MentionType.Person)
            {
                var candidate = new Candidate(entry.Type, entry.Id, default, Trust.Authority, "") { Block = 0, Entry = entry };
                var surname = Surnames.Of(candidate, entry.Id, lexicon, symbols) ?? entry.Id;
                if (!_bySurname.TryGetValue(surname, out var entries))
                {
                    _bySurname[surname] = entries = [];
                }

                entries.Add(entry);
            }
        }
    }

    /// <summary>The person of the surname and the initial, if only one person has the surname.</summary>
    public AuthorityEntry? Only(string surname, char initial) =>
        _bySurname.TryGetValue(surname, out var entries) && entries is [var entry] && entry.Id[0] == initial && entry.Id.EndsWith(surname, StringComparison.Ordinal) ? entry : null;

    /// <summary>Adds "Koizumi" in "Prime Minister Koizumi" and in "the Koizumi cabinet"; "Mr Koizumi" may be anybody.</summary>
    public bool Find(TaggingContext context, TextBlock block, int at, bool isAfterTitle, PlaceSurnames places)
    {
        var words = block.Words;
        var isUnder = IsUnder(context, words, at);
        var isGovernment = at + 1 < words.Count && words[at + 1].JoinsPlainly && _lexicon.Is(words[at + 1], WordClass.Cabinet);
        if ((!isGovernment && !isUnder && !(isAfterTitle && IsOffice(context.TextOf(words[at - 1])))) || !_bySurname.TryGetValue(context.TextOf(words[at]).ToString(), out var entries))
        {
            return false;
        }

        if (!isGovernment && (isUnder || !IsHeadOfGovernment(context, words, at))
            && !(entries is [{ Country: { } country }] && country == context.MainCountry && (isUnder || !_lexicon.Is(words[at], WordClass.Surname))))
        {
            // Of ministers and chairmen there are too many.
            return false;
        }

        var best = entries[0];
        foreach (var entry in entries)
        {
            if (Weight(context, entry) > Weight(context, best))
            {
                best = entry;
            }
        }

        // "President Obama", "the Obama administration" show no place; "the Nagano government" may.
        if (isGovernment ? context.TextOf(words[at + 1]) is "cabinet" or "Cabinet" or "administration" or "Administration" or "presidency" or "premiership" : isAfterTitle)
        {
            places.AddPerson(words[at]);
        }

        context.Candidates.Add(new Candidate(MentionType.Person, best.Id, new TextSpan(words[at].Start, words[at].End), Trust.Form, "rule:person-surname")
        {
            Block = block.Number,
            Entry = best,
            Source = new NameSource(best.Id, best.Origin),
        });
        return true;
    }

    // "Under Koizumi reforms began": alone, and no place.
    private static bool IsUnder(TaggingContext context, IReadOnlyList<Word> words, int at) =>
        at > 0 && words[at].Before == Gap.Space && context.TextOf(words[at - 1]) is "under" or "Under"
        && !(at + 1 < words.Count && words[at + 1].Before is Gap.Space or Gap.Hyphen && words[at + 1].IsCapital);

    private static bool IsHeadOfGovernment(TaggingContext context, IReadOnlyList<Word> words, int at) =>
        context.TextOf(words[at - 1]) is "President" or "Premier" or "Chancellor" or "PM"
        || (at > 1 && context.TextOf(words[at - 1]) is "Minister" && context.TextOf(words[at - 2]) is "Prime");

    private static bool IsOffice(ReadOnlySpan<char> title) =>
        title is "Minister" or "President" or "Premier" or "Chancellor" or "Secretary" or "Governor" or "Senator" or "Chairman" or "PM" or "Lord" or "Lady" or "Baroness";

    private static int Weight(TaggingContext context, AuthorityEntry entry) =>
        entry.Country is { } country ? context.Countries.GetValueOrDefault(country) : 0;
}
