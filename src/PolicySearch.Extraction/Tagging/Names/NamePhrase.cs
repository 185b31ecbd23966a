using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds how far a name reaches around its head word: "Kanto [Bureau] of Economy, Trade and Industry".</summary>
internal sealed class NamePhrase(Lexicon lexicon, int andSymbol, int theSymbol)
{
    // Longer names exist; the bound keeps the work on a text of capitals linear.
    private const int MaxWords = 24;
    private const int MaxJoined = 5;

    private const Gap Loose = Gap.Space | Gap.Line | Gap.Hyphen | Gap.Ampersand;
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation;

    /// <summary>The first word of the capitalised words that lead up to <paramref name="head"/>.</summary>
    /// <param name="block">The block.</param>
    /// <param name="owners">The names known already.</param>
    /// <param name="head">The head word.</param>
    /// <param name="free">Whether "of", "for", "in" may stand between the words, as in names of laws: Freedom of Movement Act.</param>
    public int Left(TextBlock block, WordOwners owners, int head, bool free)
    {
        var words = block.Words;
        var first = head;
        while (first > 0 && head - first < MaxWords)
        {
            var gap = words[first].Before;
            var before = words[first - 1];
            if (gap == Gap.None || (gap & ~(Loose | Gap.Comma)) != Gap.None)
            {
                break;
            }

            if ((gap & Gap.Comma) != Gap.None)
            {
                // "Culture, Sports and Tourism Agency": commas only between subjects, before an "and".
                if (!IsListItem(words, first, head) || !lexicon.Is(before, WordClass.Subject) || !before.IsCapital)
                {
                    break;
                }
            }
            else if (before.Symbol == andSymbol)
            {
                if (first < 2 || !MayPrecedeAnd(block, owners, first) || (words[first - 1].Before & ~(Loose | Gap.Comma)) != Gap.None)
                {
                    break;
                }

                first -= 2;
                continue;
            }

            if (!IsNameWord(before))
            {
                if (first < 2 || !(IsNumberInside(words, first) || IsSmallHalf(words, first) || MayPrecedeConnector(block, owners, first, free)))
                {
                    break;
                }

                first -= 2;
                continue;
            }

            first--;
        }

        while (first < head && lexicon.Is(words[first], WordClass.Function | WordClass.Title))
        {
            if (lexicon.Is(words[first], WordClass.Generic) && words[first].Before == Gap.Space && first + 1 < head)
            {
                // "the First Five-Year Plan"
                break;
            }

            first++;
        }

        return first;
    }

    /// <summary>The last word of what follows <paramref name="head"/> with "of", "for", "on"; <paramref name="head"/> itself where nothing does.</summary>
    /// <param name="block">The block.</param>
    /// <param name="owners">The names known already.</param>
    /// <param name="head">The head word.</param>
    /// <param name="free">Whether "to", "through", "by" and unlisted words may follow "and", as in names of laws.</param>
    public int Right(TextBlock block, WordOwners owners, int head, bool free)
    {
        var words = block.Words;
        var last = head;
        var limit = Math.Min(words.Count, head + (free ? 2 : 1) * MaxWords);
        var at = head + 1;
        while (at < limit)
        {
            // Each turn reads a connector (of, for the, and, a comma) and the capitalised word after it.
            var item = SkipConnectors(words, at, limit, last == head, free, out var joint);
            if (item < 0 || !IsNameWord(words[item]) || lexicon.Is(words[item], WordClass.Month) || (last == head && joint == Joint.None))
            {
                break;
            }

            if (joint is Joint.And or Joint.Comma
                ? !MayFollow(block, owners, item, limit, joint, free, IsAdjective(words[last]))
                : IsOtherName(block, owners, item, free))
            {
                break;
            }

            // "Economic Co-operation": the small second half of a compound.
            last = item + 1 < limit && words[item + 1].Before == Gap.Hyphen && !words[item + 1].IsCapital ? item + 1 : item;
            at = last + 1;
        }

        return last;
    }

    /// <summary>Whether a word may be part of a name.</summary>
    public bool IsNameWord(Word word) => word.IsCapital && !word.IsCjk && !lexicon.Is(word, WordClass.Function);

    private enum Joint
    {
        None,
        Of,
        And,
        Comma,
    }

    private int SkipConnectors(IReadOnlyList<Word> words, int at, int limit, bool isFirst, bool free, out Joint joint)
    {
        joint = Joint.None;
        for (var item = at; item < limit && item < at + 4; item++)
        {
            var word = words[item];
            var gap = word.Before;
            if (gap == Gap.None || (gap & ~(Loose | Gap.Comma)) != Gap.None)
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

    // "the Innovation Fund of the Ministry of Trade", "the Taskforce of Jane Doe", "the Agreement with the IMF": another name begins.
    private bool IsOtherName(TextBlock block, WordOwners owners, int item, bool free)
    {
        var words = block.Words;
        var owner = owners[block, item] is { } known && known.Span.Start >= words[item].Start ? known : null;
        if (lexicon.Is(words[item], WordClass.Ministry) || owner is { Type: MentionType.Ministry or MentionType.Person })
        {
            return true;
        }

        var isGivenName = lexicon.Is(words[item], WordClass.GivenName) && item + 1 < words.Count && words[item + 1].IsCapital && words[item + 1].Before == Gap.Space;
        return isGivenName || (free && owner is { Type: MentionType.Agency or MentionType.Organisation or MentionType.Programme });
    }

    // After "and" or a comma only what goes on with the same list of subjects: "Trade and Industry", "Sports, Science and Technology".
    private bool MayFollow(TextBlock block, WordOwners owners, int item, int limit, Joint joint, bool free, bool endsInAdjective)
    {
        var words = block.Words;
        var last = item;
        var hasHead = lexicon.Is(words[item], Heads);
        while (last + 1 < limit && words[last + 1].JoinsPlainly && IsNameWord(words[last + 1]))
        {
            last++;
            hasHead |= lexicon.Is(words[last], Heads);
        }

        // "Institute of Physics and Technology Centre": two bodies. "Establishment and Administration of Parks": a law's subject.
        if ((hasHead && !free) || lexicon.Is(words[item], WordClass.Ministry | WordClass.GivenName))
        {
            return false;
        }

        var isSubject = lexicon.Is(words[item], WordClass.Subject) || lexicon.Is(words[last], WordClass.Subject);
        if (free)
        {
            isSubject |= !hasHead && owners[block, item] is null && !lexicon.Is(words[last], WordClass.Programme);
            isSubject |= joint == Joint.And && hasHead && last == item;
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

            if (!IsNameWord(words[at]) || (words[at].Before & ~(Loose | Gap.Comma)) != Gap.None)
            {
                return false;
            }
        }

        return false;
    }

    // "Homes and Land Agency" after "the"; without it only subjects join: "Trade and Industry Agency", not "Siemens and Saxon Agency".
    private bool MayPrecedeAnd(TextBlock block, WordOwners owners, int first)
    {
        var words = block.Words;
        if (!IsNameWord(words[first - 2]) || (words[first - 1].Before & Gap.Comma) != Gap.None)
        {
            return false;
        }

        var start = first - 2;
        var isOne = true;
        while (true)
        {
            isOne &= !lexicon.Is(words[start], Heads | WordClass.Title) && owners[block, start] is null && (words[start].Shape & WordShape.AllCapitals) == WordShape.None;
            if (start == 0 || first - start > MaxJoined || (words[start].Before & ~Loose) != Gap.None || words[start].Before == Gap.None || !IsNameWord(words[start - 1]))
            {
                break;
            }

            start--;
        }

        var isSubject = lexicon.Is(words[first - 2], WordClass.Subject | WordClass.Generic) && !lexicon.Is(words[first - 2], Heads);
        var mayStart = IsAfterThe(words, start) || (start == 0 && block.Kind is BlockKind.TableCell or BlockKind.ListItem);
        return isSubject || (isOne && first - start <= MaxJoined && mayStart);
    }

    // "Renewable Heat 2040 Delivery Plan"
    private bool IsNumberInside(IReadOnlyList<Word> words, int first) =>
        words[first - 1].IsNumber && words[first].Before == Gap.Space && words[first - 1].Before == Gap.Space
        && IsNameWord(words[first - 2]) && !lexicon.Is(words[first - 2], WordClass.Month);

    // "Regional Industry Tie-up programme": the small second half of a compound.
    private bool IsSmallHalf(IReadOnlyList<Word> words, int first) =>
        !words[first - 1].IsCapital && words[first - 1].Before == Gap.Hyphen && IsNameWord(words[first - 2]) && !words[first - 1].IsCjk && !words[first - 1].IsNumber;

    // "House of Lords Science Committee", "CHIPS for America Fund", "Freedom of Movement Act"
    private bool MayPrecedeConnector(TextBlock block, WordOwners owners, int first, bool free)
    {
        var words = block.Words;
        var name = words[first - 2];
        if (words[first].Before != Gap.Space || words[first - 1].Before != Gap.Space || words[first - 1].IsCapital
            || !lexicon.Is(words[first - 1], WordClass.Connector) || !IsNameWord(name))
        {
            return false;
        }

        if (lexicon.Is(name, WordClass.OfName) || ((name.Shape & WordShape.AllCapitals) != WordShape.None && !lexicon.Is(words[first - 1], WordClass.LawConnector)))
        {
            return true;
        }

        var start = first - 2;
        while (free && start > 0 && first - start <= MaxJoined && words[start].Before == Gap.Space && IsNameWord(words[start - 1]))
        {
            start--;
        }

        return free && owners[block, first - 2] is null && !lexicon.Is(name, Heads | WordClass.Title | WordClass.Month | WordClass.GivenName | WordClass.Programme)
            && IsAfterThe(words, start);
    }

    private bool IsAdjective(Word word) => lexicon.Is(word, WordClass.Adjective);

    private bool IsAfterThe(IReadOnlyList<Word> words, int start) => start > 0 && words[start - 1].Symbol == theSymbol && words[start].Before == Gap.Space;

    private bool IsListItem(IReadOnlyList<Word> words, int first, int head)
    {
        for (var i = first; i < head; i++)
        {
            if (words[i].Symbol == andSymbol || (words[i + 1].Before & Gap.Ampersand) != Gap.None)
            {
                return true;
            }
        }

        return false;
    }
}
