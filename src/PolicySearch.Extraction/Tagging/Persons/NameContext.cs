using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>What beside a name shows that it is a person's: a title, a role, what persons do.</summary>
internal sealed class NameContext(NameParts parts)
{
    private const WordClass Roles = WordClass.Title | WordClass.Office;
    private const int RoleReach = 4;

    private readonly Lexicon _lexicon = parts.Lexicon;

    /// <summary>Whether a title with a capital stands before the word: Minister, Dr.</summary>
    public bool IsAfterTitle(IReadOnlyList<Word> words, int at) =>
        at > 0 && words[at - 1].IsCapital && (_lexicon.Is(words[at - 1], WordClass.Title) || IsShortTitle(words, at)) && !_lexicon.Is(words[at], Roles)
        && words[at].Before is Gap.Space or Gap.Line or (Gap.Space | Gap.Line) or (Gap.Period | Gap.Space);

    // "Sen. Doe", "Ranking Member Doe"
    private bool IsShortTitle(IReadOnlyList<Word> words, int at) =>
        (words[at].Before == (Gap.Period | Gap.Space) && parts.IsShortTitle(words[at - 1]))
        || (words[at].Before == Gap.Space && NameParts.IsInitial(words[at]) && parts.IsJudge(words[at - 1]))
        || (at > 1 && words[at].Before == Gap.Space && words[at - 1].Before == Gap.Space && parts.IsRankingMember(words[at - 2], words[at - 1]));

    /// <summary>Whether two words that no list knows are a person's by what stands beside them.</summary>
    public bool ShowsPerson(string text, IReadOnlyList<Word> words, int first, int last) =>
        IsAfterRole(words, first) || IsBeforeRole(words, last) || IsBeforeVerb(words, last) || IsSpeaker(text, words, first, last);

    // "the engineer Rana Okafor", "her successor, Rana Okafor", "chaired by Rana Okafor".
    private bool IsAfterRole(IReadOnlyList<Word> words, int first)
    {
        if (first == 0)
        {
            return false;
        }

        var before = words[first - 1];
        var isNear = words[first].Before is Gap.Space or Gap.Line;
        if (_lexicon.Is(before, Roles))
        {
            return isNear || (words[first].Before == (Gap.Comma | Gap.Space) && !before.IsCapital);
        }

        return isNear && first >= 2 && !before.IsCapital && _lexicon.Is(before, WordClass.Connector) && before.JoinsPlainly && _lexicon.Is(words[first - 2], WordClass.PersonAct);
    }

    /// <summary>Whether a role stands behind the name: "Rana Okafor, a former director", "Rana Okafor, who", "Rana Okafor (chair)".</summary>
    public bool IsBeforeRole(IReadOnlyList<Word> words, int last)
    {
        var at = last + 1;
        if (at >= words.Count || (words[at].Before & (Gap.Comma | Gap.Open)) == Gap.None || (words[at].Before & ~(Gap.Comma | Gap.Open | Gap.Space | Gap.Line)) != Gap.None)
        {
            return false;
        }

        for (var end = Math.Min(words.Count, at + RoleReach); at < end; at++)
        {
            if (_lexicon.Is(words[at], Roles | WordClass.Who))
            {
                return true;
            }

            if (words[at].IsCapital || (at > last + 1 && (!words[at].JoinsPlainly || _lexicon.Is(words[at], WordClass.Connector))))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsBeforeVerb(IReadOnlyList<Word> words, int last) =>
        last + 1 < words.Count && words[last + 1].Before is Gap.Space or Gap.Line && !words[last + 1].IsCapital && _lexicon.Is(words[last + 1], WordClass.PersonVerb);

    // "Q5 Rana Okafor:" at a line's start.
    private bool IsSpeaker(string text, IReadOnlyList<Word> words, int first, int last)
    {
        var isFirst = (words[first].Before & (Gap.Break | Gap.Line)) != Gap.None;
        var isNumbered = first > 0 && !isFirst && (words[first - 1].Before & (Gap.Break | Gap.Line)) != Gap.None && char.IsDigit(text[words[first - 1].End - 1]);
        return (isNumbered || (isFirst && (parts.IsKnown(words[last]) || parts.IsDoubtfulGiven(words[first])))) && words[last].End + 1 < text.Length && text[words[last].End] == ':' && char.IsWhiteSpace(text[words[last].End + 1]);
    }
}
