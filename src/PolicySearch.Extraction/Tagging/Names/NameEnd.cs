using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds where a name ends behind its head word: "Bureau [of Economy, Trade and Industry]".</summary>
internal sealed class NameEnd(Lexicon lexicon, int andSymbol, int theSymbol, int ofSymbol)
{
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation;

    /// <summary>The last word of what follows <paramref name="head"/> with "of", "for", "on"; <paramref name="head"/> itself where nothing does.</summary>
    /// <param name="block">The block.</param>
    /// <param name="owners">The names known already.</param>
    /// <param name="head">The head word.</param>
    /// <param name="free">Whether "to", "through", "by" and unlisted words may follow "and", as in names of laws.</param>
    public int Of(TextBlock block, WordOwners owners, int head, bool free)
    {
        var words = block.Words;
        var last = head;
        var limit = Math.Min(words.Count, head + (free ? 2 : 1) * NamePhrase.MaxWords);
        var isLawOn = free && IsLawOn(words, head);
        var at = head + 1;
        while (at < limit)
        {
            // Each turn reads a connector (of, for the, and, a comma) and the capitalised word after it.
            var item = SkipConnectors(block, owners, at, limit, head, last, free, isLawOn, out var joint);
            if (item < 0 || !NamePhrase.IsNameWord(lexicon, words[item]) || lexicon.Is(words[item], WordClass.Month) || (joint == Joint.None && (last == head || IsNextColumn(words[item]))))
            {
                break;
            }

            if (joint is Joint.And or Joint.Comma
                ? !MayFollow(block, owners, item, limit, joint, free, IsAdjective(words[last]))
                : IsOtherName(block, owners, item, free, isLawOn, joint) || (!free && last == head && IsOwner(block, owners, head, item)))
            {
                break;
            }

            // "Economic Co-operation": the small second half of a compound.
            last = item + 1 < limit && words[item + 1].Before == Gap.Hyphen && !words[item + 1].IsCapital ? item + 1 : item;
            at = last + 1;
        }

        return last;
    }

    // "Ministry of Ports\n   MOP Ministry of …": a list of short forms.
    private static bool IsNextColumn(Word word) => (word.Before & Gap.Line) != Gap.None && (word.Shape & WordShape.AllCapitals) != WordShape.None;

    private enum Joint
    {
        None,
        Of,
        And,
        Comma,
    }

    private int SkipConnectors(TextBlock block, WordOwners owners, int at, int limit, int head, int last, bool free, bool isLawOn, out Joint joint)
    {
        var words = block.Words;
        var isFirst = last == head;
        joint = Joint.None;
        for (var item = at; item < limit && item < at + 4; item++)
        {
            var word = words[item];
            var gap = word.Before;
            if ((gap & Gap.Possessive) != Gap.None && (gap & ~(Gap.Space | Gap.Line | Gap.Possessive)) == Gap.None && free && last > head + 2 && word.IsCapital && (isLawOn || owners[block, last] is { Type: MentionType.Place }))
            {
                // "Programme for Renewing Japan's Harbour Towns", "Act on Young People's Employment"
                return item;
            }

            if (gap == Gap.None || (gap & ~(NamePhrase.Loose | Gap.Comma)) != Gap.None)
            {
                return -1;
            }

            if ((gap & Gap.Comma) != Gap.None)
            {
                if (isFirst || joint != Joint.None)
                {
                    return -1;
                }

                joint = Joint.Comma;
            }

            if ((gap & Gap.Ampersand) != Gap.None)
            {
                joint = Joint.And;
            }

            if (word.Symbol == theSymbol && joint == Joint.None && lexicon.Is(words[last], WordClass.Subject))
            {
                // "the Ministry of Sea Trade the Harbour Plan"
                return -1;
            }

            if (word.Symbol == andSymbol)
            {
                if (isFirst)
                {
                    return -1;
                }

                joint = Joint.And;
            }
            else if (!word.IsCapital && lexicon.Is(word, WordClass.Connector) && (free || !lexicon.Is(word, WordClass.LawConnector) || IsBeforeSubject(words, item, limit, isFirst)))
            {
                joint = joint == Joint.None ? Joint.Of : joint;
            }
            else
            {
                return item;
            }
        }

        return -1;
    }

    // "Institute for Studies in Regional Development"
    private bool IsBeforeSubject(IReadOnlyList<Word> words, int item, int limit, bool isFirst) =>
        !isFirst && item + 1 < limit && words[item + 1].IsCapital && lexicon.Is(words[item + 1], WordClass.Subject | WordClass.Generic);

    // "the Innovation Fund of the Ministry of Trade", "the Taskforce of Jane Doe", "the Agreement with the IMF", "the Dairy Laboratory of the CSIR", "the Harbour Strategy under President Doe": another name begins.
    private bool IsOtherName(TextBlock block, WordOwners owners, int item, bool free, bool isLawOn, Joint joint)
    {
        var words = block.Words;
        var owner = owners[block, item] is { } known && known.Span.Start >= words[item].Start ? known : null;
        if (lexicon.Is(words[item], WordClass.Ministry) || (lexicon.Is(words[item], WordClass.Title) && IsBeforePerson(words, item)) || owner is { Type: MentionType.Ministry or MentionType.Person })
        {
            return true;
        }

        var isGivenName = lexicon.Is(words[item], WordClass.GivenName) && item + 1 < words.Count && words[item + 1].IsCapital && words[item + 1].Before == Gap.Space;
        var isShortForm = (words[item].Shape & WordShape.AllCapitals) != WordShape.None;
        // Without "of" before it a form alone says little: "Japan's Harbour Universities".
        var isTelling = !isLawOn && (joint == Joint.Of || owner?.Entry is not null);
        return isGivenName || (isTelling && (free || isShortForm) && owner is { Type: MentionType.Agency or MentionType.Organisation or MentionType.Programme });
    }

    // "Committee of Tides of the House of Lords", but "Harbour Committee of the House of Lords": a body with a name of its own, and whose it is.
    private static bool IsOwner(TextBlock block, WordOwners owners, int head, int item) =>
        item == head + 3 && head > 0 && block.Words[head].JoinsPlainly && block.Words[head - 1].IsCapital
        && owners[block, item] is { Type: MentionType.Agency or MentionType.Organisation, Entry: not null } owner && owner.Span.Start == block.Words[item].Start;

    // "Act on the Promotion of …": whatever it names is what the law is about.
    private bool IsLawOn(IReadOnlyList<Word> words, int head) =>
        lexicon.Is(words[head], WordClass.Law) && head + 1 < words.Count && words[head + 1].Before == Gap.Space && !words[head + 1].IsCapital
        && lexicon.Is(words[head + 1], WordClass.Connector) && words[head + 1].End - words[head + 1].Start is 2 or 3 && words[head + 1].Symbol != ofSymbol;

    // "under President Doe", "for Minister Doe"; but "Office of the President".
    private bool IsBeforePerson(IReadOnlyList<Word> words, int title) =>
        lexicon.Is(words[title - 1], WordClass.LawConnector)
        || (title + 1 < words.Count && words[title + 1].Before == Gap.Space && words[title + 1].IsCapital && (lexicon.Of(words[title + 1]) & ~(WordClass.GivenName | WordClass.Surname)) == WordClass.None);

    // After "and" or a comma only what goes on with the same list of subjects: "Trade and Industry", "Sports, Science and Technology".
    private bool MayFollow(TextBlock block, WordOwners owners, int item, int limit, Joint joint, bool free, bool endsInAdjective)
    {
        var words = block.Words;
        var last = item;
        var hasHead = lexicon.Is(words[item], Heads);
        while (last + 1 < limit && words[last + 1].JoinsPlainly && NamePhrase.IsNameWord(lexicon, words[last + 1]))
        {
            last++;
            hasHead |= lexicon.Is(words[last], Heads);
        }

        // "Institute of Physics and Technology Centre": two bodies. "Establishment and Administration of Parks": a law's subject.
        if ((hasHead && !free) || lexicon.Is(words[item], WordClass.Ministry | WordClass.GivenName) || (!free && IsKnownBody(block, owners, item)))
        {
            return false;
        }

        if (words[item - 1].Symbol == theSymbol && (owners[block, item] is not null || IsSmallHead(words, last + 1)))
        {
            // "Ministry of Trade and the Digital Coast programme"
            return false;
        }

        var isSubject = lexicon.Is(words[item], WordClass.Subject) || lexicon.Is(words[last], WordClass.Subject);
        if (free)
        {
            isSubject |= !hasHead && owners[block, item] is null && !lexicon.Is(words[last], WordClass.Programme);
            isSubject |= joint == Joint.And && hasHead && last == item;

            // "Plan for the North and Midlands"
            isSubject |= owners[block, item] is { Type: MentionType.Place } && (owners[block, item - 2] is { Type: MentionType.Place } || lexicon.Is(words[item - 2], WordClass.OfName));
        }

        // "Centre for Cellular and Molecular Platforms": the adjective needs what follows.
        isSubject |= joint == Joint.And && !hasHead && owners[block, item] is null && endsInAdjective;

        return isSubject && (joint == Joint.And || ListEndsInAnd(words, last + 1, limit));
    }

    private bool ListEndsInAnd(IReadOnlyList<Word> words, int at, int limit)
    {
        for (; at < limit; at++)
        {
            if (words[at].Symbol == andSymbol || (words[at].Before & Gap.Ampersand) != Gap.None)
            {
                return true;
            }

            if (!NamePhrase.IsNameWord(lexicon, words[at]) || (words[at].Before & ~(NamePhrase.Loose | Gap.Comma)) != Gap.None)
            {
                return false;
            }
        }

        return false;
    }

    // "Institute of Ropes and Norvale Harbour University"
    private static bool IsKnownBody(TextBlock block, WordOwners owners, int item) =>
        owners[block, item] is { Type: MentionType.Place or MentionType.Agency or MentionType.Organisation, Entry: not null } owner && owner.Span.Start == block.Words[item].Start;

    private bool IsSmallHead(IReadOnlyList<Word> words, int at) =>
        at < words.Count && !words[at].IsCapital && words[at].JoinsPlainly && lexicon.Is(words[at], Heads | WordClass.Programme);

    private bool IsAdjective(Word word) => lexicon.Is(word, WordClass.Adjective);
}
