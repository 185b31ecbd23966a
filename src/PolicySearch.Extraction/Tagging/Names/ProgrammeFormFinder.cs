using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds policy instruments by the form of their names: … Programme, … Strategy 2025, Act on ….</summary>
internal sealed class ProgrammeFormFinder(Lexicon lexicon, NamePhrase phrase) : IFinder
{
    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var owners = WordOwners.Of(context);
        foreach (var block in context.Blocks)
        {
            for (var i = 0; i < block.Words.Count; i++)
            {
                var classes = lexicon.Of(block.Words[i]);
                if ((classes & WordClass.Programme) != WordClass.None && (block.Words[i].IsCapital || (classes & WordClass.SmallProgramme) != WordClass.None))
                {
                    FindAround(context, block, owners, i);
                }
            }
        }
    }

    private void FindAround(TaggingContext context, TextBlock block, WordOwners owners, int head)
    {
        var words = block.Words;
        var first = phrase.Left(block, owners, head, free: words[head].IsCapital && !lexicon.Is(words[head], WordClass.Generic | WordClass.Subject));
        while (first < head && IsOutside(context, words, first, head))
        {
            first++;
        }

        if (!words[head].IsCapital)
        {
            AddSmall(context, block, owners, first, head);
            return;
        }

        var last = WithoutPlace(block, owners, first, head, phrase.Right(block, owners, head, free: true));
        var isLong = head - first >= 3 && block.Kind is not (BlockKind.Heading or BlockKind.Title);
        var isName = last > head || WithYear(context, words, last) > last || Weight(words, first, head) >= 1 || isLong || IsCapitalisedInText(block, first, head);
        if (!isName || IsBudget(context, block, owners, first, head) || (first == head && context.TextOf(words[head])[^1] == 's') || (last > head && first == head && !lexicon.Is(words[head + 1], WordClass.Connector)))
        {
            return;
        }

        last = WithEtc(context, words, WithYear(context, words, last));
        if (last == head && (IsFollowedByName(words, head) || IsJournal(words, head) || (block.Kind is BlockKind.Heading or BlockKind.Title && WeightInHeading(block, owners, first, head) < 2)))
        {
            return;
        }

        context.AddForm(block, MentionType.Programme, words[first].Start, words[last].End, "programme");
    }

    // "Spring Budget 2023" is the state's, "Fortitude Budget" has a name.
    private bool IsBudget(TaggingContext context, TextBlock block, WordOwners owners, int first, int head)
    {
        var words = block.Words;
        if (context.TextOf(words[head]) is not ("Budget" or "Budgets"))
        {
            return false;
        }

        for (var i = first; i < head; i++)
        {
            if (!lexicon.Is(words[i], WordClass.Generic | WordClass.Nationality | WordClass.Connector | WordClass.Subject) && owners[block, i] is not { Type: MentionType.Place }
                && context.TextOf(words[i]) is not ("Spring" or "Autumn" or "Summer" or "Union" or "Interim" or "Supplementary" or "Mini"))
            {
                return false;
            }
        }

        return true;
    }

    // "the German Skills Strategy": the adjective is outside; it is inside in "American Harbours Act" and "European Harbour Fund".
    // "FY2019 Budget": the year is one.
    private bool IsOutside(TaggingContext context, IReadOnlyList<Word> words, int first, int head) =>
        IsFiscalYear(context.TextOf(words[first])) || lexicon.Is(words[first], WordClass.Nationality) && (words[first + 1].Before & Gap.Hyphen) == Gap.None
        && context.TextOf(words[first]) is not "European" && !(context.TextOf(words[first]) is "American" && lexicon.Is(words[head], WordClass.Law));

    private static bool IsFiscalYear(ReadOnlySpan<char> word) => word.StartsWith("FY", StringComparison.Ordinal) && word.Length > 2 && char.IsAsciiDigit(word[2]);

    // "Inner Harbour Development Plan for Osaka": where the name says enough, the place is outside.
    private int WithoutPlace(TextBlock block, WordOwners owners, int first, int head, int last) =>
        last == head + 2 && owners[block, last] is { Type: MentionType.Place } && Weight(block.Words, first, head) >= 2 ? head : last;

    // "Industrial Development Act", "National Technology Plan": in running text the capitals say that it is a name.
    private bool IsCapitalisedInText(TextBlock block, int first, int head)
    {
        if (!lexicon.Is(block.Words[head], WordClass.Law | WordClass.SmallProgramme) || !Position.IsText(block))
        {
            return false;
        }

        return head - first >= 2 || (head > first && Position.IsInsideSentence(block, first));
    }

    // "Digital Garden City initiative": a small head needs two words that say something, or one that is no place and no body: "the Kelpie scheme".
    private void AddSmall(TaggingContext context, TextBlock block, WordOwners owners, int first, int head)
    {
        var words = block.Words;
        var isQuoted = (words[first].Before & Gap.Quote) != Gap.None && head + 1 < words.Count && (words[head + 1].Before & Gap.Quote) != Gap.None;
        var weight = Weight(words, first, head);
        var isOneWord = head == first + 1 && weight == 1 && owners[block, first] is null && words[head].Before == Gap.Space && Position.IsInsideSentence(block, first)
            && lexicon.Of(words[first]) == WordClass.None && (words[first].Shape & WordShape.Possessive) == WordShape.None;
        if (isOneWord || (head - first >= 2 && weight >= (isQuoted ? 1 : 2)))
        {
            context.AddForm(block, MentionType.Programme, words[first].Start, words[head].End, "programme");
        }
    }

    // How many of the words before the head make it a name.
    private int Weight(IReadOnlyList<Word> words, int first, int head)
    {
        var weight = 0;
        for (var i = first; i < head; i++)
        {
            weight += words[i].End - words[i].Start == 1 || lexicon.Is(words[i], WordClass.Generic | WordClass.Connector | WordClass.Function | WordClass.Nationality) ? 0 : 1;
        }

        return weight;
    }

    // In a heading all words have capitals, and a place says nothing: "Taiwan Manufacturing Policy".
    private int WeightInHeading(TextBlock block, WordOwners owners, int first, int head) =>
        Weight(block.Words, owners[block, first] is { Type: MentionType.Place } ? first + 1 : first, head);

    // "Manufacturing Policy Portal": the head only describes what follows.
    private bool IsFollowedByName(IReadOnlyList<Word> words, int head) =>
        head + 1 < words.Count && (words[head + 1].Before is Gap.Space or Gap.Line) && phrase.IsNameWord(words[head + 1]);

    // "Science and Public Policy, 43(2)": a journal's volume and issue.
    private static bool IsJournal(IReadOnlyList<Word> words, int head) =>
        head + 2 < words.Count && words[head + 1].IsNumber && words[head + 1].Before is Gap.Space or (Gap.Comma | Gap.Space)
        && words[head + 2].IsNumber && words[head + 2].Before == Gap.Open;

    // Laws' names end in ", etc." where they were translated so.
    private static int WithEtc(TaggingContext context, IReadOnlyList<Word> words, int last) =>
        last + 1 < words.Count && (words[last + 1].Before is (Gap.Comma | Gap.Space) or Gap.Space) && (context.TextOf(words[last + 1]) is "etc" or "Etc")
            ? last + 1
            : last;

    // "Operational Programme 2014–2020"
    private static bool IsSpan(IReadOnlyList<Word> words, int year) =>
        year + 1 < words.Count && words[year + 1].IsNumber && words[year + 1].Before is Gap.Dash or Gap.Hyphen or Gap.Slash;

    private static bool MayEndSpan(Word number) => number.End - number.Start is 2 or 4;

    // "Industrial Structure Vision 2010", "Harbours Act, 2013", "Green Deal 2.0", "Harbour Policy 2015-20"
    private int WithYear(TaggingContext context, IReadOnlyList<Word> words, int last)
    {
        if (last + 1 >= words.Count || !words[last + 1].IsNumber)
        {
            return last;
        }

        var number = words[last + 1];
        var length = number.End - number.Start;
        if (number.Before == Gap.Space && length == 1 && last + 2 < words.Count && words[last + 2].IsNumber && words[last + 2].Before == Gap.Period
            && words[last + 2].End - words[last + 2].Start == 1)
        {
            return last + 2;
        }

        var isJoined = number.Before == Gap.Space || (number.Before == (Gap.Comma | Gap.Space) && lexicon.Is(words[last], WordClass.Law));
        if (!isJoined || length != 4 || context.Text[number.Start] is not ('1' or '2'))
        {
            return last;
        }

        return !IsSpan(words, last + 1) ? last + 1 : number.Before == Gap.Space && MayEndSpan(words[last + 2]) ? last + 2 : last;
    }
}
