using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds how far a name reaches around its head word: "Kanto [Bureau] of Economy, Trade and Industry".</summary>
internal sealed class NamePhrase(Lexicon lexicon, int andSymbol)
{
    // Longer names exist; the bound keeps the work on a text of capitals linear.
    private const int MaxWords = 24;

    private const Gap Loose = Gap.Space | Gap.Line | Gap.Hyphen | Gap.Ampersand;
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation;

    /// <summary>The first word of the capitalised words that lead up to <paramref name="head"/>.</summary>
    public int Left(IReadOnlyList<Word> words, int head)
    {
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
                if (first < 2 || !MayPrecedeAnd(words, first) || (words[first - 1].Before & ~(Loose | Gap.Comma)) != Gap.None)
                {
                    break;
                }

                first -= 2;
                continue;
            }

            if (!IsNameWord(before))
            {
                // "CHIPS for America Fund"
                if (first >= 2 && !before.IsCapital && before.Before == Gap.Space && gap == Gap.Space && lexicon.Is(before, WordClass.Connector)
                    && (words[first - 2].Shape & WordShape.AllCapitals) != WordShape.None && !lexicon.Is(before, WordClass.LawConnector))
                {
                    first -= 2;
                    continue;
                }

                // "Regional Industry Tie-up programme": a small second half of a compound.
                if (first >= 2 && !before.IsCapital && before.Before == Gap.Hyphen && IsNameWord(words[first - 2]) && !before.IsCjk)
                {
                    first -= 2;
                    continue;
                }

                break;
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
    /// <param name="words">The block's words.</param>
    /// <param name="head">The head word.</param>
    /// <param name="free">Whether "to", "through", "by" and unlisted words may follow "and", as in names of laws.</param>
    public int Right(IReadOnlyList<Word> words, int head, bool free)
    {
        var last = head;
        var limit = Math.Min(words.Count, head + MaxWords);
        var at = head + 1;
        while (at < limit)
        {
            // Each turn reads a connector (of, for the, and, a comma) and the capitalised word after it.
            var item = SkipConnectors(words, at, limit, last == head, free, out var joint);
            if (item < 0 || !IsNameWord(words[item]) || lexicon.Is(words[item], WordClass.Month) || (last == head && joint == Joint.None))
            {
                break;
            }

            if (joint is Joint.And or Joint.Comma && (lexicon.Is(words[item], Heads) || !MayFollow(words, item, limit, joint, free)))
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
            else if (!word.IsCapital && lexicon.Is(word, WordClass.Connector) && (free || !lexicon.Is(word, WordClass.LawConnector)))
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

    // After "and" or a comma only what goes on with the same list of subjects: "Trade and Industry", "Sports, Science and Technology".
    private bool MayFollow(IReadOnlyList<Word> words, int item, int limit, Joint joint, bool free)
    {
        var last = item;
        while (last + 1 < limit && words[last + 1].JoinsPlainly && IsNameWord(words[last + 1]))
        {
            last++;
        }

        var isSubject = lexicon.Is(words[item], WordClass.Subject) || lexicon.Is(words[last], WordClass.Subject);
        if (joint == Joint.And)
        {
            return isSubject || (free && !lexicon.Is(words[item], WordClass.GivenName));
        }

        return isSubject && ListEndsInAnd(words, last + 1, limit);
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

    private bool MayPrecedeAnd(IReadOnlyList<Word> words, int first) =>
        IsNameWord(words[first - 2]) && (words[first - 1].Before & Gap.Comma) == Gap.None
        && lexicon.Is(words[first - 2], WordClass.Subject | WordClass.Generic);

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
