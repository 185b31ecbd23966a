using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>Reads names of two words and more: Takeo Hoshi, Ursula von der Leyen, Tan Boon Khai, Hayashi Yuriko, C. N. R. Rao.</summary>
internal sealed class FullNames(NameParts parts, NameContext context)
{
    private const int MaxMore = 5;
    private const int MaxInitials = 4;

    /// <summary>The last word of the name that begins at <paramref name="first"/>, and by which rule; -1 where none begins.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="words">The block's words.</param>
    /// <param name="first">The first word.</param>
    /// <param name="isAfterTitle">Whether a title or an office stands before it.</param>
    /// <param name="rule">What shows that it is a person's name.</param>
    public int Read(string text, IReadOnlyList<Word> words, int first, bool isAfterTitle, out string rule)
    {
        rule = "";
        if (NameParts.IsInitial(words[first]))
        {
            rule = "person-initials";
            return ReadInitials(words, first);
        }

        if (IsInitialism(text, words[first]) && first + 1 < words.Count && words[first + 1].Before == Gap.Space && parts.IsKnown(words[first + 1]) && parts.IsUnlisted(words[first + 1]))
        {
            rule = "person-initials";
            var end = Extend(words, first + 1);
            return IsFollowedByHead(words, end) ? -1 : end;
        }

        if (IsMonths(words, first))
        {
            return -1;
        }

        if (!parts.IsPart(words[first]) || EndsInDigit(text, words[first]) || (!isAfterTitle && IsInsideName(text, words, first)))
        {
            return -1;
        }

        var last = Extend(words, first);
        if (last == first || IsFollowedByHead(words, last))
        {
            return -1;
        }

        rule = isAfterTitle ? "person-title" : RuleOf(text, words, first, last);
        return rule.Length == 0 ? -1 : last;
    }

    // "Grant Ottenby of the Harbour Council"
    private static bool IsOfBody(string text, IReadOnlyList<Word> words, int last) =>
        last + 2 < words.Count && words[last + 1].Before == Gap.Space && text.AsSpan(words[last + 1].Start, words[last + 1].End - words[last + 1].Start) is "of" or "at"
        && words[last + 2].Before == Gap.Space && (words[last + 2].IsCapital || (last + 3 < words.Count && words[last + 3].IsCapital));

    // "J.D.", but not "U.S."
    private static bool IsInitialism(string text, Word word) =>
        text.AsSpan(word.Start, word.End - word.Start) is { Length: 3 or 4 or 6 } initials && initials.Contains('.') && !initials.StartsWith("U.") && !initials.StartsWith("E.U") && !initials.StartsWith("D.C");

    // "April-December"
    private bool IsMonths(IReadOnlyList<Word> words, int first) =>
        first + 1 < words.Count && words[first + 1].Before == Gap.Hyphen && parts.Lexicon.Is(words[first], WordClass.Month) && parts.Lexicon.Is(words[first + 1], WordClass.Month);

    // The reason to take words[first..last] for a person's name; empty for none.
    private string RuleOf(string text, IReadOnlyList<Word> words, int first, int last)
    {
        var (head, second) = (words[first], words[first + 1]);
        if (parts.IsGiven(head))
        {
            return "person-given-name";
        }

        if (second.Before == Gap.Hyphen && last > first + 1 && parts.IsGiven(second) && parts.IsDoubtfulGiven(head))
        {
            return "person-given-name";
        }

        if (last == first + 2 && second.Before == Gap.Hyphen && second.IsCapital && parts.IsEasternSurname(words[last]) && parts.IsUnlisted(head) && parts.IsUnlisted(second))
        {
            // "Yuan-Tseh Lee"
            return "person-given-name";
        }

        if (EasternNames.IsSurnameFirst(parts, words, first, last))
        {
            return "person-surname-first";
        }

        if (!parts.Lexicon.Is(head, WordClass.NotName) && parts.IsDoubtfulGiven(head) && (parts.IsFamily(words[last]) || NameParts.IsInitial(second)))
        {
            return "person-given-name";
        }

        if (last == first + 1 && parts.IsDoubtfulGiven(head) && parts.IsUnlisted(words[last]) && IsOfBody(text, words, last))
        {
            return "person-context";
        }

        if (!parts.IsUnlisted(head) || !parts.IsUnlisted(words[last]) || last - first > 2)
        {
            return "";
        }

        if (second.Before == Gap.Space && parts.IsFamily(words[last]) && !parts.IsFamily(head))
        {
            return "person-family-name";
        }

        return context.ShowsPerson(text, words, first, last) ? "person-context" : "";
    }

    // "Boston Robert Smith": a name does not begin right after another part of it.
    private bool IsInsideName(string text, IReadOnlyList<Word> words, int first) =>
        first > 0 && !EndsInDigit(text, words[first - 1]) && words[first].JoinsPlainly && words[first].Before is Gap.Space or Gap.Hyphen && parts.IsPart(words[first - 1])
        && !parts.Lexicon.Is(words[first - 1], WordClass.Title | WordClass.Office | WordClass.NotName);

    // "Q4" before a speaker's name is no part of it.
    private static bool EndsInDigit(string text, Word word) => char.IsAsciiDigit(text[word.End - 1]);

    private int Extend(IReadOnlyList<Word> words, int first)
    {
        var last = first;
        while (last + 1 < words.Count && last - first < MaxMore && MayGoOn(words, last + 1, first))
        {
            last++;
        }

        while (last > first && (NameParts.IsInitial(words[last]) || (!words[last].IsCapital && (words[last].Before & Gap.Hyphen) == Gap.None)))
        {
            last--;
        }

        return last;
    }

    private bool MayGoOn(IReadOnlyList<Word> words, int at, int first)
    {
        var gap = words[at].Before;
        var before = words[at - 1];
        if ((before.Shape & WordShape.Possessive) != WordShape.None)
        {
            return false;
        }

        var isAbbreviated = NameParts.IsInitial(before) && gap is (Gap.Period | Gap.Space) or Gap.Period or (Gap.Period | Gap.Line) or (Gap.Period | Gap.Hyphen);
        if ((gap & (Gap.Hyphen | Gap.Line)) == (Gap.Hyphen | Gap.Line))
        {
            // A name that a line's end broke.
            return at > first + 1 && (gap & ~(Gap.Hyphen | Gap.Line | Gap.Space)) == Gap.None && !words[at].IsCapital && parts.MayFollowHyphen(words[at]);
        }

        if (!isAbbreviated && gap is not (Gap.Space or Gap.Line or Gap.Hyphen or (Gap.Space | Gap.Line)))
        {
            return false;
        }

        if (gap == Gap.Hyphen)
        {
            return parts.MayFollowHyphen(words[at]);
        }

        if (at == first + 1 && gap == Gap.Space && parts.IsSyllableAmong(words, first, at))
        {
            return true;
        }

        return parts.IsPart(words[at])
            ? !((gap & Gap.Line) != Gap.None && at > first + 1 && !parts.IsKnown(words[at]) && !parts.IsSyllable(words[at]))
            : parts.IsParticle(words[at]) && at + 1 < words.Count && words[at + 1].JoinsPlainly
                && (words[at + 1].IsCapital || (at + 2 < words.Count && words[at + 2].JoinsPlainly && parts.IsParticle(words[at + 1]) && words[at + 2].IsCapital));
    }

    // After the last part a head would make it a name of something else: "Max Planck Society".
    private bool IsFollowedByHead(IReadOnlyList<Word> words, int last)
    {
        // "Ben Franklin Technology Partnerships"
        var next = last + 1;
        while (next < words.Count && next <= last + 2 && words[next].Before == Gap.Space && words[next].IsCapital && parts.Lexicon.Is(words[next], WordClass.Subject) && !parts.IsHead(words[next]))
        {
            next++;
        }

        return next < words.Count && words[next].JoinsPlainly && parts.IsHead(words[next]);
    }

    // "C. N. R. Rao", "E. V. Ramana Reddy"; with one initial only before a known name.
    private int ReadInitials(IReadOnlyList<Word> words, int first)
    {
        var at = first;
        while (at + 1 < words.Count && at - first < MaxInitials && NameParts.IsInitial(words[at])
            && words[at + 1].Before is (Gap.Period | Gap.Space) or Gap.Period or (Gap.Period | Gap.Line) or (Gap.Period | Gap.Hyphen))
        {
            at++;
        }

        if (at == first || !parts.IsUnlisted(words[at]) || (first > 0 && words[first].JoinsPlainly && words[first - 1].IsCapital && !context.IsAfterTitle(words, first)))
        {
            return -1;
        }

        var isPlain = first > 0 && (words[first].Before & (Gap.Break | Gap.Line | Gap.Period)) == Gap.None;
        var last = Extend(words, at);
        var isFull = last > at && parts.IsGiven(words[at]) && parts.IsUnlisted(words[last]);
        if (at == first + 1 && !isFull && !(isPlain && !words[first - 1].IsNumber && (parts.IsKnown(words[at]) || IsAfterSmallWord(words, first))) && !context.IsBeforeRole(words, last))
        {
            return -1;
        }

        return IsFollowedByHead(words, last) ? -1 : last;
    }

    // "in C. Harlow and L. Ripp".
    private bool IsAfterSmallWord(IReadOnlyList<Word> words, int first) =>
        (words[first].Before & Gap.Comma) != Gap.None || (!words[first - 1].IsCapital && parts.Lexicon.Is(words[first - 1], WordClass.Function | WordClass.Connector));
}
