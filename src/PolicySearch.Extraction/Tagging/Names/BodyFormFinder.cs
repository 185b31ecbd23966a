using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds ministries, agencies and organisations by the form of their names: Ministry of …, … Agency, Institute for ….</summary>
internal sealed class BodyFormFinder(Lexicon lexicon, NamePhrase phrase) : IFinder
{
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation;

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        foreach (var block in context.Blocks)
        {
            for (var i = 0; i < block.Words.Count; i++)
            {
                if (block.Words[i].IsCapital && lexicon.Is(block.Words[i], Heads))
                {
                    FindAround(context, block, i);
                }
                else if (lexicon.Is(block.Words[i], WordClass.Firm) && block.Words[i].IsCapital)
                {
                    FindFirm(context, block, i);
                }
            }
        }
    }

    private void FindAround(TaggingContext context, TextBlock block, int head)
    {
        var words = block.Words;
        var first = phrase.Left(words, head);
        var last = phrase.Right(words, head, free: false);
        var headClass = lexicon.Of(words[head]);
        if ((headClass & WordClass.Ministry) != WordClass.None)
        {
            // "Japanese Ministry of …": the adjective is outside.
            while (first < head && lexicon.Is(words[first], WordClass.Nationality))
            {
                first++;
            }
        }

        if (first == last || (last == head && IsGeneric(words, first, head)))
        {
            return;
        }

        if (((headClass & WordClass.Ministry) != WordClass.None && last == head) || (last == head && IsGovernment(words, first, head)))
        {
            return;
        }

        if (TypeOf(words, first, head, last) is { } type)
        {
            context.AddForm(block, type, words[first].Start, words[last].End, "body");
        }
    }

    private MentionType? TypeOf(IReadOnlyList<Word> words, int first, int head, int last)
    {
        var headClass = lexicon.Of(words[head]);
        if ((headClass & WordClass.Ministry) != WordClass.None)
        {
            return lexicon.Is(words[last], WordClass.Subject) || lexicon.Is(words[Math.Min(head + 2, last)], WordClass.Subject)
                ? MentionType.Ministry
                : MentionType.Agency;
        }

        if (head > first && lexicon.Is(words[head - 1], WordClass.Working))
        {
            // Study groups, working parties and policy groups are a ministry's own.
            return MentionType.Agency;
        }

        if ((headClass & WordClass.Agency) != WordClass.None && (headClass & WordClass.Organisation) != WordClass.None)
        {
            // An institute or centre is the state's where its name says so.
            for (var i = first; i <= last; i++)
            {
                if (lexicon.Is(words[i], WordClass.Title | WordClass.Nationality) || (i != head && lexicon.Is(words[i], WordClass.Agency)))
                {
                    return MentionType.Agency;
                }
            }

            return MentionType.Organisation;
        }

        return (headClass & WordClass.Agency) != WordClass.None ? MentionType.Agency : MentionType.Organisation;
    }

    private bool IsGeneric(IReadOnlyList<Word> words, int first, int head)
    {
        // Three words of little meaning make a name after all: "Industrial Cluster Study Group".
        if (head - first >= 3)
        {
            return false;
        }

        for (var i = first; i < head; i++)
        {
            if (!lexicon.Is(words[i], WordClass.Generic | WordClass.Function | WordClass.Nationality | WordClass.Connector) || lexicon.Is(words[i], Heads))
            {
                return false;
            }
        }

        return true;
    }

    // "the Trump Administration" is a person's; "Food and Drug Administration" is not.
    private bool IsGovernment(IReadOnlyList<Word> words, int first, int head)
    {
        if (!lexicon.Is(words[head], WordClass.Cabinet))
        {
            return false;
        }

        for (var i = first; i < head; i++)
        {
            if (lexicon.Is(words[i], WordClass.Subject))
            {
                return false;
            }
        }

        return true;
    }

    // "Hitachi Ltd", "Siemens AG"
    private void FindFirm(TaggingContext context, TextBlock block, int form)
    {
        var words = block.Words;
        if (form == 0 || (words[form].Before & ~(Gap.Space | Gap.Comma)) != Gap.None)
        {
            return;
        }

        var first = phrase.Left(words, form - 1);
        if (phrase.IsNameWord(words[first]) && phrase.IsNameWord(words[form - 1]))
        {
            context.AddForm(block, MentionType.Organisation, words[first].Start, words[form].End, "firm");
        }
    }
}
