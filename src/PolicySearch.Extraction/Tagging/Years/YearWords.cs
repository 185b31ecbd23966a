using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells years from other numbers by the words on either side: pages, rooms, standards, firms, kilometres.</summary>
internal sealed class YearWords(Lexicon lexicon)
{
    /// <summary>Starts of the numbers of a block that are no years, by the words around them.</summary>
    public HashSet<int> Refused(TaggingContext context, TextBlock block)
    {
        var refused = new HashSet<int>();
        for (var i = 0; i < block.Words.Count; i++)
        {
            var word = block.Words[i];
            if (word.IsNumber && (IsNumbered(context, block.Words, i) || IsCounted(block.Words, i) || IsStreet(block.Words, i)))
            {
                refused.Add(word.Start);
            }
        }

        return refused;
    }

    private bool IsNumbered(TaggingContext context, IReadOnlyList<Word> words, int i)
    {
        if (i == 0 || (words[i].Before & ~(Gap.Space | Gap.Line | Gap.Period | Gap.Hyphen)) != Gap.None)
        {
            return false;
        }

        // "no. 2010" is a number, "the answer was no. 2010 saw" hardly occurs.
        var before = words[i - 1];
        return lexicon.Is(before, WordClass.Numbered) && (!before.IsCapital || (words[i].Before & Gap.Period) == Gap.None || context.TextOf(before).Length <= 4);
    }

    private bool IsCounted(IReadOnlyList<Word> words, int i)
    {
        if (i + 1 >= words.Count || (words[i + 1].Before & ~(Gap.Space | Gap.Line | Gap.Hyphen)) != Gap.None)
        {
            return false;
        }

        var next = words[i + 1];
        if (lexicon.Is(next, WordClass.Unit))
        {
            return true;
        }

        return i > 0 && lexicon.Is(words[i - 1], WordClass.Quantity) && words[i].Before == Gap.Space
            && i + 1 < words.Count && !next.IsCapital && !next.IsNumber && !next.IsCjk && !lexicon.Is(next, WordClass.Function | WordClass.Connector);
    }

    private bool IsStreet(IReadOnlyList<Word> words, int i)
    {
        for (var next = i + 1; next < words.Count && next <= i + 3; next++)
        {
            if (!words[next].JoinsPlainly || !words[next].IsCapital)
            {
                return false;
            }

            if (lexicon.Is(words[next], WordClass.Street))
            {
                return true;
            }
        }

        return false;
    }
}
