using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Places;

/// <summary>Takes back places that are part of a longer name, though nobody knows of what: Ohio Brightworks, Advance Wisconsin, TU Berlin.</summary>
internal sealed class PlacesInNames(Lexicon lexicon) : IFinder
{
    private const WordClass BeforePlace = WordClass.Function | WordClass.Connector | WordClass.Title | WordClass.Month | WordClass.Nationality;

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var starts = new HashSet<int>();
        var ends = new HashSet<int>();
        foreach (var candidate in context.Candidates)
        {
            starts.Add(candidate.Span.Start);
            ends.Add(candidate.Span.End);
        }

        context.Candidates.RemoveAll(candidate =>
            candidate is { Type: MentionType.Place, Entry: not null } && IsInName(context, candidate, starts, ends));
    }

    private bool IsInName(TaggingContext context, Candidate place, HashSet<int> starts, HashSet<int> ends)
    {
        // Headings write every word with a capital.
        var block = context.Blocks[place.Block];
        var words = block.Words;
        if (block.Kind is BlockKind.Heading or BlockKind.Title)
        {
            return false;
        }

        var first = FindWord(words, place.Span.Start);
        if (first < 0 || words[first].IsCjk)
        {
            return false;
        }

        var last = first;
        while (last + 1 < words.Count && words[last + 1].Start < place.Span.End)
        {
            last++;
        }

        return GoesOn(words, last, starts) || Began(block, first, ends);
    }

    // "Texas Instruments", but not "Tokyo METI", "Kerala Chief Minister" or a name that begins behind the place.
    private bool GoesOn(IReadOnlyList<Word> words, int last, HashSet<int> starts)
    {
        if (last + 1 >= words.Count || (words[last].Shape & WordShape.Possessive) != WordShape.None)
        {
            return false;
        }

        var next = words[last + 1];
        return next.Before == Gap.Space && IsNameWord(next) && !lexicon.Is(next, BeforePlace) && !starts.Contains(next.Start);
    }

    // "Advance Wisconsin", "TU Berlin", but not "In Wisconsin"; at a sentence's start one word says too little, in a cell enough.
    private bool Began(TextBlock block, int first, HashSet<int> ends)
    {
        var words = block.Words;
        if (first < 1 || words[first].Before != Gap.Space)
        {
            return false;
        }

        var before = words[first - 1];
        var isShort = (before.Shape & WordShape.AllCapitals) != WordShape.None;
        return (isShort || IsNameWord(before)) && !lexicon.Is(before, BeforePlace) && !ends.Contains(before.End)
            && (isShort || before.Before is Gap.Space or Gap.Line || block.Kind == BlockKind.TableCell);
    }

    private static bool IsNameWord(Word word) =>
        word.IsCapital && !word.IsCjk && !word.IsNumber && (word.Shape & (WordShape.AllCapitals | WordShape.Possessive)) == WordShape.None;

    private static int FindWord(IReadOnlyList<Word> words, int start)
    {
        var (low, high) = (0, words.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (words[middle].Start == start)
            {
                return middle;
            }

            (low, high) = words[middle].Start < start ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
