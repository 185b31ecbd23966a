using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Names.ProperNames;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Places;

/// <summary>Finds places that no list knows: "from Drumlow, Scotland", "in Vexhaven", "Northern Italy".</summary>
internal sealed class PlaceFormFinder(Lexicon lexicon, SymbolTable symbols) : IFinder
{
    private const WordClass NoPlace = WordClass.Function | WordClass.Connector | WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Programme
        | WordClass.Generic | WordClass.Subject | WordClass.Title | WordClass.Month | WordClass.Nationality | WordClass.Cabinet | WordClass.Firm | WordClass.Numbered | WordClass.Street;

    private const int ShortestName = 4;
    private const int LongestList = 8;

    private readonly int _and = symbols.Add("and");
    private readonly int _of = symbols.Add("of");

    private readonly HashSet<int> _within = [.. new[] { "in", "at", "near", "outside", "around" }.Select(word => symbols.Add(word))];
    private readonly HashSet<int> _near = [.. new[] { "near", "outside", "around" }.Select(word => symbols.Add(word))];
    private readonly HashSet<int> _directions =
    [
        .. new[] { "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "upper", "lower", "greater", "inner", "outer" }
            .Select(word => symbols.Add(word)),
    ];

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var known = PlacesByWord(context);
        foreach (var block in context.Blocks)
        {
            for (var i = 0; i < block.Words.Count; i++)
            {
                var word = block.Words[i];
                if (word.IsCjk || !word.IsCapital)
                {
                    continue;
                }

                if (_directions.Contains(word.Symbol))
                {
                    FindPartOf(context, block, i, known);
                }
                else if (IsUnknownName(block.Words, i) && !NameFilter.IsStreet(context.TextOf(word)))
                {
                    FindUnknown(context, block, i, known);
                }
            }
        }
    }

    private static Dictionary<int, int> PlacesByWord(TaggingContext context)
    {
        var ends = new Dictionary<int, int>();
        foreach (var candidate in context.Candidates)
        {
            if (candidate.Type == MentionType.Place)
            {
                ends[candidate.Span.Start] = Math.Max(candidate.Span.End, ends.GetValueOrDefault(candidate.Span.Start));
            }
        }

        return ends;
    }

    // "Northern Italy", "South Korea's Greater Seoul".
    private void FindPartOf(TaggingContext context, TextBlock block, int i, Dictionary<int, int> known)
    {
        var words = block.Words;
        if (i + 1 < words.Count && words[i + 1].Before is Gap.Space or Gap.Hyphen or Gap.Line && known.TryGetValue(words[i + 1].Start, out var end)
            && !IsFollowedByName(words, i + 1, end))
        {
            context.AddForm(block, MentionType.Place, words[i].Start, end, "part-of-place");
        }
    }

    // One to three unknown words before a comma and a known place, or one after "in".
    private void FindUnknown(TaggingContext context, TextBlock block, int first, Dictionary<int, int> known)
    {
        var words = block.Words;
        var isWithin = first > 0 && words[first].Before is Gap.Space or Gap.Line && _within.Contains(words[first - 1].Symbol);
        var isAlone = first == 0 || words[first].Before is not (Gap.Space or Gap.Line or Gap.Hyphen) || !words[first - 1].IsCapital;
        var last = first;
        while (last + 1 < words.Count && last - first < 2 && words[last + 1].Before is Gap.Space or Gap.Hyphen && IsUnknownName(words, last + 1))
        {
            last++;
        }

        if (!isAlone || (words[last].Shape & WordShape.Possessive) != WordShape.None)
        {
            return;
        }

        var isBeforePlace = last + 1 < words.Count && words[last + 1].Before == (Gap.Comma | Gap.Space) && known.ContainsKey(words[last + 1].Start)
            && (block.Kind == BlockKind.TableCell || (block.Kind == BlockKind.ListItem && last == first && !IsCoined(context, words[first])) || isWithin || IsAfter(words, first, "at", "of", "from", "to"));
        var isSingle = isWithin && words[last].End - words[first].Start >= ShortestName && !(last + 1 < words.Count && words[last + 1].Before is Gap.Space or Gap.Line && (words[last + 1].IsCapital || words[last + 1].IsNumber || words[last + 1].Symbol == _of));
        if (isBeforePlace || (isSingle && (last == first || words[last].Before == Gap.Hyphen)))
        {
            context.AddForm(block, MentionType.Place, words[first].Start, words[last].End, isBeforePlace ? "place-before-place" : "place-after-in");
            FindListed(context, block, last);
        }
    }

    // "in Vexhaven, Drumlow and Oxcombe": what the list goes on with.
    private void FindListed(TaggingContext context, TextBlock block, int last)
    {
        var words = block.Words;
        for (var steps = 0; steps < LongestList && last + 1 < words.Count; steps++)
        {
            var isAnd = words[last + 1].Symbol == _and && words[last + 1].Before is Gap.Space or (Gap.Comma | Gap.Space) or Gap.Line;
            var next = isAnd ? last + 2 : last + 1;
            if (next >= words.Count || !(isAnd ? words[next].Before is Gap.Space or Gap.Line : words[next].Before is (Gap.Comma | Gap.Space) or (Gap.Comma | Gap.Line)) || !IsUnknownName(words, next)
                || (next + 1 < words.Count && words[next + 1].Before is Gap.Space or Gap.Line && (words[next + 1].IsCapital || !MayFollowListed(words, next + 1, isAnd))))
            {
                return;
            }

            context.AddForm(block, MentionType.Place, words[next].Start, words[next].End, "place-in-list");
            last = next;
        }
    }

    // "in Vexhaven, Acme chose", "in Vexhaven and Acme in Drumlow": no more of the list.
    private bool MayFollowListed(IReadOnlyList<Word> words, int at, bool isLast) =>
        words[at].Symbol == _and || _near.Contains(words[at].Symbol) || (isLast && !_within.Contains(words[at].Symbol));

    private bool IsAfter(IReadOnlyList<Word> words, int i, params ReadOnlySpan<string> before)
    {
        foreach (var word in before)
        {
            if (i > 0 && words[i - 1].Symbol == symbols.Find(word))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsUnknownName(IReadOnlyList<Word> words, int i) =>
        words[i].IsCapital && !words[i].IsCjk && !words[i].IsNumber && (words[i].Shape & (WordShape.AllCapitals | WordShape.Initial)) == WordShape.None
        && !lexicon.Is(words[i], NoPlace) && !(i + 1 < words.Count && lexicon.Is(words[i + 1], WordClass.Street));

    // "Ci3", "NeoPark"
    private static bool IsCoined(TaggingContext context, Word word) => context.TextOf(word)[1..].ContainsAnyInRange('0', '9') || context.TextOf(word)[1..].ContainsAnyInRange('A', 'Z');

    private static bool IsFollowedByName(IReadOnlyList<Word> words, int from, int end)
    {
        var next = from;
        while (next < words.Count && words[next].Start < end)
        {
            next++;
        }

        return next < words.Count && words[next].Before is Gap.Space or Gap.Hyphen && words[next].IsCapital && (words[next].Shape & WordShape.AllCapitals) == WordShape.None;
    }
}
