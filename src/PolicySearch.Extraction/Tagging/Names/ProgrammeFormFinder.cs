using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds policy instruments by the form of their names: … Programme, … Strategy 2025, Act on ….</summary>
internal sealed class ProgrammeFormFinder(Lexicon lexicon, NamePhrase phrase) : IFinder
{
    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        foreach (var block in context.Blocks)
        {
            for (var i = 0; i < block.Words.Count; i++)
            {
                var classes = lexicon.Of(block.Words[i]);
                if ((classes & WordClass.Programme) != WordClass.None && (block.Words[i].IsCapital || (classes & WordClass.SmallProgramme) != WordClass.None))
                {
                    FindAround(context, block, i);
                }
            }
        }
    }

    private void FindAround(TaggingContext context, TextBlock block, int head)
    {
        var words = block.Words;
        var first = phrase.Left(words, head);
        while (first < head && lexicon.Is(words[first], WordClass.Nationality) && (words[first + 1].Before & Gap.Hyphen) == Gap.None)
        {
            first++;
        }

        if (IsMinistersSubject(words, first))
        {
            return;
        }

        if (!words[head].IsCapital)
        {
            AddSmall(context, block, first, head);
            return;
        }

        var last = phrase.Right(words, head, free: true);
        var isName = last > head || WithYear(context, words, last) > last || Weight(words, first, head) >= 1 || IsCapitalisedInText(block, first, head) || (head - first >= 3 && block.Kind is not (BlockKind.Heading or BlockKind.Title));
        if (!isName || (first == head && context.TextOf(words[head])[^1] == 's') || (last > head && first == head && !lexicon.Is(words[head + 1], WordClass.Connector)))
        {
            return;
        }

        last = WithEtc(context, words, WithYear(context, words, last));
        if (last == head && (IsFollowedByName(words, head) || IsJournal(words, head)))
        {
            return;
        }

        if (last == head && block.Kind == BlockKind.Heading && Weight(words, first, head) < 2)
        {
            return;
        }

        context.AddForm(block, MentionType.Programme, words[first].Start, words[last].End, "programme");
    }

    // "Industrial Development Act", "National Technology Plan": in running text the capitals say that it is a name.
    private bool IsCapitalisedInText(TextBlock block, int first, int head) =>
        head - first >= 2 && block.Kind is BlockKind.Paragraph or BlockKind.Footnote or BlockKind.ListItem
        && (lexicon.Is(block.Words[head], WordClass.Law) || lexicon.Is(block.Words[head], WordClass.SmallProgramme));

    // "Secretary of State for Business, Energy and Industrial Strategy"
    private bool IsMinistersSubject(IReadOnlyList<Word> words, int first)
    {
        if (first < 2 || words[first].Before != Gap.Space || !lexicon.Is(words[first - 1], WordClass.Connector))
        {
            return false;
        }

        return words[first - 2].IsCapital && lexicon.Is(words[first - 2], WordClass.Title | WordClass.Generic | WordClass.Ministry);
    }

    // "Digital Garden City initiative": a small head needs two words that say something.
    private void AddSmall(TaggingContext context, TextBlock block, int first, int head)
    {
        var words = block.Words;
        var isQuoted = (words[first].Before & Gap.Quote) != Gap.None && head + 1 < words.Count && (words[head + 1].Before & Gap.Quote) != Gap.None;
        if (head - first >= 2 && Weight(words, first, head) >= (isQuoted ? 1 : 2))
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

    // "Manufacturing Policy Portal": the head only describes what follows.
    private bool IsFollowedByName(IReadOnlyList<Word> words, int head) =>
        head + 1 < words.Count && (words[head + 1].Before is Gap.Space or Gap.Line) && phrase.IsNameWord(words[head + 1]);

    // "Science and Public Policy, 43(2)": a journal's volume and issue.
    private static bool IsJournal(IReadOnlyList<Word> words, int head) =>
        head + 2 < words.Count && words[head + 1].IsNumber && words[head + 1].Before == (Gap.Comma | Gap.Space)
        && words[head + 2].IsNumber && words[head + 2].Before == Gap.Open;

    // Laws' names end in ", etc." where they were translated so.
    private static int WithEtc(TaggingContext context, IReadOnlyList<Word> words, int last) =>
        last + 1 < words.Count && (words[last + 1].Before is (Gap.Comma | Gap.Space) or Gap.Space) && (context.TextOf(words[last + 1]) is "etc" or "Etc")
            ? last + 1
            : last;

    // "Operational Programme 2014–2020": the years say when it ran, and are one mention.
    private static bool IsSpan(IReadOnlyList<Word> words, int year) =>
        year + 1 < words.Count && words[year + 1].IsNumber && words[year + 1].Before is Gap.Dash or Gap.Hyphen or Gap.Slash;

    // "Industrial Structure Vision 2010"
    private static int WithYear(TaggingContext context, IReadOnlyList<Word> words, int last) =>
        last + 1 < words.Count && words[last + 1].IsNumber && words[last + 1].Before == Gap.Space
            && words[last + 1].End - words[last + 1].Start == 4 && context.Text[words[last + 1].Start] is '1' or '2' && !IsSpan(words, last + 1)
            ? last + 1
            : last;
}
