using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>Finds persons by form: Prime Minister Jun'ichiro Koizumi, Takeo Hoshi, Okubo, T., the Koizumi cabinet.</summary>
internal sealed class PersonFinder : IFinder
{
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Programme;
    private const WordClass Never = Heads | WordClass.Function | WordClass.Connector | WordClass.NotPerson | WordClass.Month | WordClass.Nationality
        | WordClass.Title | WordClass.Cabinet | WordClass.Street;

    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, List<AuthorityEntry>> _bySurname = new(StringComparer.OrdinalIgnoreCase);

    public PersonFinder(AuthorityIndex authority, Lexicon lexicon, SymbolTable symbols)
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

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        foreach (var block in context.Blocks)
        {
            for (var i = 0; i < block.Words.Count; i++)
            {
                var word = block.Words[i];
                if (word.IsCjk || word.IsNumber || !word.IsCapital)
                {
                    continue;
                }

                if (!FindFull(context, block, i) && !FindCited(context, block, i) && !FindInitialsFirst(context, block, i))
                {
                    FindKnownSurname(context, block, i);
                }
            }
        }
    }

    // A given name and one to three more words, or any two after a title.
    private bool FindFull(TaggingContext context, TextBlock block, int first)
    {
        var words = block.Words;
        var afterTitle = IsAfterTitle(words, first);
        if (!_lexicon.Is(words[first], WordClass.GivenName) && !afterTitle && !Surnames.IsBeforeHyphenatedName(words, first, _lexicon) && !IsBeforeRole(words, first))
        {
            return false;
        }

        if (first > 0 && words[first].JoinsPlainly && IsNamePart(words[first - 1]) && !afterTitle && !_lexicon.Is(words[first - 1], WordClass.Title))
        {
            return false;
        }

        if (!IsNamePart(words[first]))
        {
            return false;
        }

        var last = first;
        while (last + 1 < words.Count && last - first < 4 && MayGoOn(words, last + 1, first))
        {
            last++;
        }

        while (last > first && ((words[last].Shape & WordShape.Initial) != WordShape.None || (!words[last].IsCapital && words[last].Before != Gap.Hyphen)))
        {
            last--;
        }

        // After the last part another capitalised word would make it a name of something else: "Max Planck Society".
        if (last == first || (last + 1 < words.Count && words[last + 1].JoinsPlainly && _lexicon.Is(words[last + 1], Heads) && words[last + 1].IsCapital))
        {
            return false;
        }

        context.AddForm(block, MentionType.Person, words[first].Start, words[last].End, afterTitle ? "person-title" : "person-given-name");
        return true;
    }

    // At a line's start a name and what its bearer is: "Rana Okafor, former Director of …".
    private bool IsBeforeRole(IReadOnlyList<Word> words, int first)
    {
        if (first + 2 >= words.Count || (words[first].Before & (Gap.Break | Gap.Line)) == Gap.None || words[first + 1].Before != Gap.Space
            || !IsUnlisted(words[first]) || !IsUnlisted(words[first + 1]))
        {
            return false;
        }

        var role = first + 2;
        if (words[role].Before != (Gap.Comma | Gap.Space))
        {
            return false;
        }

        while (role + 1 < words.Count && role < first + 5 && !words[role].IsCapital && words[role + 1].Before == Gap.Space && !_lexicon.Is(words[role], WordClass.Title))
        {
            role++;
        }

        return _lexicon.Is(words[role], WordClass.Title);
    }

    private bool IsUnlisted(Word word) => IsNamePart(word) && !_lexicon.Is(word, WordClass.Generic | WordClass.Subject);

    private bool IsAfterTitle(IReadOnlyList<Word> words, int i) =>
        i > 0 && _lexicon.Is(words[i - 1], WordClass.Title) && words[i - 1].IsCapital && !_lexicon.Is(words[i], WordClass.Title)
        && words[i].Before is Gap.Space or Gap.Line or (Gap.Period | Gap.Space);

    private bool MayGoOn(IReadOnlyList<Word> words, int i, int first)
    {
        var gap = words[i].Before;
        var before = words[i - 1];
        var isInitial = (before.Shape & WordShape.Initial) != WordShape.None;
        if ((before.Shape & WordShape.Possessive) != WordShape.None)
        {
            return false;
        }

        var joins = gap is Gap.Space or Gap.Line or Gap.Hyphen or (Gap.Space | Gap.Line) || (isInitial && gap is (Gap.Period | Gap.Space) or Gap.Period);
        if (!joins)
        {
            return false;
        }

        if (IsNamePart(words[i]))
        {
            return true;
        }

        // "Ursula von der Leyen", "Kim Dae-jung": small parts inside.
        return gap == Gap.Hyphen ? !words[i].IsNumber && !words[i].IsCjk && !_lexicon.Is(words[i], Heads | WordClass.Cabinet)
            : i > first && !words[i].IsCapital && words[i].End - words[i].Start <= 3 && _lexicon.Is(words[i], WordClass.Connector)
                && !_lexicon.Is(words[i], WordClass.Function) && i + 1 < words.Count
                && (words[i + 1].IsCapital || (i + 2 < words.Count && words[i + 1].JoinsPlainly && _lexicon.Is(words[i + 1], WordClass.Connector) && words[i + 2].IsCapital));
    }

    private bool IsNamePart(Word word) =>
        word.IsCapital && !word.IsCjk && !word.IsNumber && (word.Shape & WordShape.AllCapitals) == WordShape.None
        && (!_lexicon.Is(word, Never) || _lexicon.Is(word, WordClass.GivenName))
        && (!_lexicon.Is(word, WordClass.Generic | WordClass.Subject) || _lexicon.Is(word, WordClass.GivenName | WordClass.Surname));

    // "Okubo, T.", "Hoshi, T. and", in lists of references.
    private bool FindCited(TaggingContext context, TextBlock block, int first)
    {
        var words = block.Words;
        if (first + 1 >= words.Count || !IsNamePart(words[first]) || words[first + 1].Before != (Gap.Comma | Gap.Space)
            || (words[first + 1].Shape & WordShape.Initial) == WordShape.None)
        {
            return false;
        }

        var last = first + 1;
        while (last + 1 < words.Count && (words[last + 1].Shape & WordShape.Initial) != WordShape.None
            && words[last + 1].Before is (Gap.Period | Gap.Space) or Gap.Period or Gap.Space or (Gap.Period | Gap.Hyphen))
        {
            last++;
        }

        var end = words[last].End;
        if (end < block.Span.End && context.Text[end] == '.')
        {
            end++;
        }
        else if (words[last].End < block.Span.End && context.Text[words[last].End - 1] != '.')
        {
            return false;
        }

        var initials = CleanName.Of(context.Text, words[first + 1].Start, end);
        var surname = context.TextOf(words[first]).ToString();
        context.Add(block, MentionType.Person, $"{initials} {surname}", words[first].Start, end, Trust.Form, "rule:person-cited");
        return true;
    }

    // "and C. Harlow.", "M. J. Ito,": after the first author of a reference.
    private bool FindInitialsFirst(TaggingContext context, TextBlock block, int first)
    {
        var words = block.Words;
        var last = first;
        while (last - first <= 3 && last + 1 < words.Count && (words[last].Shape & WordShape.Initial) != WordShape.None && words[last + 1].Before is (Gap.Period | Gap.Space) or Gap.Period)
        {
            last++;
        }

        if (block.Kind != BlockKind.Reference || last == first || last - first > 3 || !IsUnlisted(words[last]) || (words[last].Shape & WordShape.Initial) != WordShape.None
            || first == 0 || (words[first].Before & (Gap.Break | Gap.Line)) != Gap.None || (words[first - 1].IsCapital && (words[first].Before & Gap.Comma) == Gap.None)
            || (last + 1 < words.Count && (words[last + 1].Before & (Gap.Comma | Gap.Period | Gap.Open | Gap.Space)) == Gap.None))
        {
            return false;
        }

        context.AddForm(block, MentionType.Person, words[first].Start, words[last].End, "person-initials");
        return true;
    }

    // "Prime Minister Koizumi", "the Koizumi cabinet", without a full name in the document.
    private void FindKnownSurname(TaggingContext context, TextBlock block, int i)
    {
        var words = block.Words;
        var isGovernment = i + 1 < words.Count && words[i + 1].JoinsPlainly && _lexicon.Is(words[i + 1], WordClass.Cabinet);
        if ((!isGovernment && !IsAfterTitle(words, i)) || !_bySurname.TryGetValue(context.TextOf(words[i]).ToString(), out var entries))
        {
            return;
        }

        var best = entries[0];
        foreach (var entry in entries)
        {
            if (Weight(context, entry) > Weight(context, best))
            {
                best = entry;
            }
        }

        context.Candidates.Add(new Candidate(MentionType.Person, best.Id, new TextSpan(words[i].Start, words[i].End), Trust.Form, "rule:person-surname")
        {
            Block = block.Number,
            Entry = best,
            Source = new NameSource(best.Id, best.Origin),
        });
    }

    private static int Weight(TaggingContext context, AuthorityEntry entry) =>
        entry.Country is { } country ? context.Countries.GetValueOrDefault(country) : 0;
}
