using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Definitions;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>Reads runs of capitalised words that belong to no name found so far.</summary>
internal sealed class ProperNameReader(Lexicon lexicon)
{
    private const int MaxWords = 7;
    private const WordClass Never = WordClass.Function | WordClass.Month | WordClass.NotName | WordClass.Title | WordClass.Numbered | WordClass.Cabinet;

    private readonly NameFilter _filter = new(lexicon);

    /// <summary>Adds the runs in a block to <paramref name="names"/>.</summary>
    /// <param name="context">The document.</param>
    /// <param name="block">The block.</param>
    /// <param name="owners">The names found so far.</param>
    /// <param name="small">The document's words without a capital.</param>
    /// <param name="names">Where the runs are added.</param>
    public void Read(TaggingContext context, TextBlock block, WordOwners owners, SmallWords small, List<ProperName> names)
    {
        var words = block.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!MayBegin(context, block, owners, i))
            {
                continue;
            }

            var last = LastOf(context, block, owners, small, i);
            var first = FirstOfDefined(context, block, owners, i, last);
            if (first < i || _filter.IsName(context, block, owners, small, i, last))
            {
                while (names.Count > 0 && names[^1].Block == block && names[^1].Last >= first)
                {
                    names.RemoveAt(names.Count - 1);
                }

                names.Add(new ProperName(block, first, last, CleanName.Of(context.Text, words[first].Start, words[last].End)));
            }

            i = last;
        }
    }

    private bool MayBegin(TaggingContext context, TextBlock block, WordOwners owners, int i)
    {
        var word = block.Words[i];
        var isHyphened = i + 1 < block.Words.Count && block.Words[i + 1].Before == Gap.Hyphen && block.Words[i + 1].IsCapital;
        if (word.IsCjk || word.IsNumber || !(IsCapital(context, word) || (word.IsCapital && isHyphened)) || lexicon.Is(word, Never))
        {
            return false;
        }

        // "Northern Powerhouse Rail": what goes on with an instrument's name is no name by itself.
        var isRest = i > 0 && word.Before == Gap.Space && owners[block, i] is null && owners[block, i - 1] is { Type: MentionType.Programme, Entry: not null };
        if (isRest || (i > 0 && word.Before is Gap.Hyphen or Gap.Slash) || IsCode(context.TextOf(word)))
        {
            return false;
        }

        // "Hamburg Aviation": a place begins it; "ACME Optics": a body does.
        return owners[block, i] is not { } owner || (owner.Type is MentionType.Place or MentionType.Organisation or MentionType.Agency
            && owner.Span.Start == word.Start && GoesOn(context, block, owners, LastOwned(block, owner, i)));
    }

    private static int LastOwned(TextBlock block, Candidate owner, int first)
    {
        var last = first;
        while (last + 1 < block.Words.Count && block.Words[last + 1].Start < owner.Span.End)
        {
            last++;
        }

        return last;
    }

    // "Q2", "R47495"
    private static bool IsCode(ReadOnlySpan<char> word) => !word[1..].IsEmpty && !word[1..].ContainsAnyExceptInRange('0', '9');

    // What stands right after a place or a body makes one name with it.
    private bool GoesOn(TaggingContext context, TextBlock block, WordOwners owners, int i)
    {
        var words = block.Words;
        return i + 1 < words.Count && words[i + 1].Before == Gap.Space && (words[i].Shape & WordShape.Possessive) == WordShape.None && owners[block, i + 1] is null
            && !words[i + 1].IsCjk && IsCapital(context, words[i + 1]) && !lexicon.Is(words[i + 1], Never);
    }

    private int LastOf(TaggingContext context, TextBlock block, WordOwners owners, SmallWords small, int first)
    {
        var words = block.Words;
        var last = owners[block, first] is { } owner ? LastOwned(block, owner, first) : first;
        while (last + 1 < words.Count && last - first < MaxWords)
        {
            if (MayGoOn(context, block, owners, last + 1))
            {
                last++;
            }
            else if (last + 2 < words.Count && Joins(context, block, owners, small, first, last + 1))
            {
                last += 2;
            }
            else
            {
                break;
            }
        }

        return last;
    }

    // "Early and Distant Warnings (EDW)": the letters in brackets say where the name begins.
    private static int FirstOfDefined(TaggingContext context, TextBlock block, WordOwners owners, int first, int last)
    {
        var words = block.Words;
        if (last + 1 >= words.Count || (words[last + 1].Before & Gap.Open) == Gap.None || !ShortForms.IsShortForm(context.TextOf(words[last + 1])))
        {
            return first;
        }

        var shortForm = context.TextOf(words[last + 1]);
        var from = first;
        while (from > 0 && last - from < LetterAlignment.MaxWords && words[from].Before is Gap.Space or Gap.Line && owners[block, from - 1] is null)
        {
            from--;
        }

        if (LongForms.Before(shortForm, context.Text.AsSpan(words[from].Start, words[last].End - words[from].Start)) is not { } found)
        {
            return first;
        }

        var start = words[from].Start + found.Start;
        for (var i = from; i < first; i++)
        {
            if (words[i].Start == start && words[i].IsCapital)
            {
                return i;
            }
        }

        return first;
    }

    private bool MayGoOn(TaggingContext context, TextBlock block, WordOwners owners, int i)
    {
        var word = block.Words[i];
        if (word.IsNumber || word.IsCjk || !(IsCapital(context, word) || (word.IsCapital && word.Before == Gap.Hyphen))
            || lexicon.Is(word, WordClass.Function | WordClass.Month | WordClass.Title) || (block.Words[i - 1].Shape & WordShape.Possessive) != WordShape.None)
        {
            return false;
        }

        var joins = word.Before is Gap.Space or Gap.Line or Gap.Hyphen or (Gap.Space | Gap.Line) or (Gap.Space | Gap.Ampersand) or Gap.Ampersand;
        return joins && (owners[block, i] is not { } owner || (owner.Type == MentionType.Place && word.Before == Gap.Space));
    }

    // "Seal of Excellence", "Fast Track to Innovation": two halves of which neither is a name by itself.
    private bool Joins(TaggingContext context, TextBlock block, WordOwners owners, SmallWords small, int first, int joint)
    {
        var words = block.Words;
        if (words[joint].Before != Gap.Space || words[joint + 1].Before != Gap.Space || context.TextOf(words[joint]) is not ("of" or "for" or "to")
            || (words[joint - 1].Shape & (WordShape.AllCapitals | WordShape.Possessive)) != WordShape.None || lexicon.Is(words[joint - 1], WordClass.NotName))
        {
            return false;
        }

        var right = words[joint + 1];
        if (!IsCapital(context, right) || right.IsNumber || right.IsCjk || lexicon.Is(right, Never | WordClass.GivenName) || (right.Shape & WordShape.AllCapitals) != WordShape.None)
        {
            return false;
        }

        var isCommon = true;
        for (var i = first; i < joint; i++)
        {
            if (owners[block, i] is not null)
            {
                return false;
            }

            isCommon &= _filter.IsCommon(context, block, small, i);
        }

        return owners[block, joint + 1] is { } owner
            ? owner.Type == MentionType.Place && (isCommon || IsQuoted(words, first, joint + 1))
            : !OwnEvidence.HasInnerCapital(context.TextOf(right));
    }

    private static bool IsQuoted(IReadOnlyList<Word> words, int first, int last) =>
        (words[first].Before & Gap.Quote) != Gap.None && last + 1 < words.Count && (words[last + 1].Before & Gap.Quote) != Gap.None;

    // Also a capital inside, as in "eTrikes".
    private static bool IsCapital(TaggingContext context, Word word)
    {
        if (word.IsCapital)
        {
            return word.End - word.Start > 1;
        }

        return word.End - word.Start > 3 && context.TextOf(word)[1..].ContainsAnyInRange('A', 'Z');
    }
}
