using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>Finds persons by form: Prime Minister Jun'ichiro Koizumi, Takeo Hoshi, Okubo, T., the Koizumi cabinet.</summary>
internal sealed class PersonFinder : IFinder
{
    private readonly NameParts _parts;
    private readonly NameContext _beside;
    private readonly FullNames _fullNames;
    private readonly KnownSurnames _known;
    private readonly CitedNames _cited;

    public PersonFinder(AuthorityIndex authority, Lexicon lexicon, NameLists lists, SymbolTable symbols)
    {
        _parts = new NameParts(lexicon, lists, symbols);
        _beside = new NameContext(_parts);
        _fullNames = new FullNames(_parts, _beside);
        _known = new KnownSurnames(authority, lexicon, symbols);
        _cited = new CitedNames(_parts, _known);
    }

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var places = new PlaceSurnames(context);
        foreach (var block in context.Blocks)
        {
            var words = block.Words;
            var next = 0;
            for (var i = 0; i < words.Count; i++)
            {
                if (words[i].IsCapital && !words[i].IsCjk && !words[i].IsNumber && i >= next)
                {
                    next = FindAt(context, block, i, places);
                }
            }
        }

        places.Settle(context);
        _cited.Settle(context, 0);
    }

    // The word to go on at.
    private int FindAt(TaggingContext context, TextBlock block, int at, PlaceSurnames places)
    {
        var words = block.Words;
        if (context.Offices.Contains(words[at].Start))
        {
            return at + 1;
        }

        if (_cited.Find(context, block, at))
        {
            return at + 1;
        }

        var isAfterTitle = _beside.IsAfterTitle(words, at);
        var isAfterOffice = !isAfterTitle && at > 0 && words[at].Before is Gap.Space or Gap.Line && context.Offices.Contains(words[at - 1].Start);
        var last = _fullNames.Read(context.Text, words, at, isAfterTitle || isAfterOffice, out var rule);
        if (last >= 0)
        {
            context.AddForm(block, MentionType.Person, words[at].Start, words[last].End, rule);
            return last + 1;
        }

        if (isAfterTitle && CapitalNames.LastOf(_parts.Lexicon, words, at) is var capital && capital > at)
        {
            var name = CapitalNames.Plain(CleanName.Of(context.Text, words[at].Start, words[capital].End));
            context.Add(block, MentionType.Person, name, words[at].Start, words[capital].End, Trust.Form, "rule:person-title");
            return capital + 1;
        }

        if (!_known.Find(context, block, at, isAfterTitle, places))
        {
            FindSurname(context, block, at, isAfterTitle, places);
        }

        return at + 1;
    }

    // What only a person is addressed by.
    private static bool IsAddress(ReadOnlySpan<char> title) => title is "Member" or "Sen" or "Rep" or "Gov" or "Hon" or "Mr" or "Mrs" or "Ms" or "Dr" or "Lord" or "Lady" or "Baroness" or "Sir" or "Dame" or "Professor" or "Prof" or "Senator";

    // "Minister Yoo said": one word that is a surname and ends there. Behind an address or an office it is none of the places of that name.
    private void FindSurname(TaggingContext context, TextBlock block, int at, bool isAfterTitle, PlaceSurnames places)
    {
        var words = block.Words;
        var word = words[at];
        if (!_parts.IsUnlisted(word))
        {
            return;
        }

        var isCabinet = at + 1 < words.Count && words[at + 1].Before == Gap.Space && places.IsHead(context.TextOf(words[at + 1]), word);
        var title = isAfterTitle ? context.TextOf(words[at - 1]) : "";
        var isSure = isCabinet || (isAfterTitle && (word.Before & Gap.Line) == Gap.None && (IsAddress(title) || places.IsOfficer(title, word)));
        if (isCabinet || (isAfterTitle && (isSure || _parts.IsKnown(word) || IsAddress(title)) && IsAlone(words, at)))
        {
            context.AddForm(block, MentionType.Person, word.Start, word.End, isAfterTitle ? "person-title-surname" : "person-cabinet");
            if (isSure)
            {
                places.AddPerson(word);
            }
        }
    }

    private static bool IsAlone(IReadOnlyList<Word> words, int at) =>
        at + 1 == words.Count || !words[at + 1].JoinsPlainly || (!words[at + 1].IsCapital && words[at + 1].Before != Gap.Hyphen);
}
