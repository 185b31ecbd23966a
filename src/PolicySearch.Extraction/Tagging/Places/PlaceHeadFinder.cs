using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Places;

/// <summary>Finds places whose last or first word says what they are: Bexley Science Park, Marlow County, Port of Ostend.</summary>
internal sealed class PlaceHeadFinder(Lexicon lexicon, SymbolTable symbols) : IFinder
{
    private const int MaxWords = 4;
    private const WordClass NoPart = WordClass.Function | WordClass.Connector | WordClass.Title | WordClass.Month | WordClass.Ministry | WordClass.Agency | WordClass.Numbered;

    private readonly HashSet<int> _last =
    [
        .. new[] { "park", "valley", "county", "district", "island", "islands", "bay", "peninsula", "province", "borough", "basin", "delta", "campus", "prefecture", "oblast", "canton", "city", "mountains", "desert", "coast", "port", "airport" }
            .Select(word => symbols.Add(word)),
    ];

    private readonly HashSet<int> _first = [.. new[] { "port", "isle", "gulf", "bay", "city", "state", "county", "strait" }.Select(word => symbols.Add(word))];
    private readonly int _of = symbols.Add("of");

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        foreach (var block in context.Blocks)
        {
            for (var i = 0; i < block.Words.Count; i++)
            {
                var word = block.Words[i];
                if (!word.IsCapital)
                {
                    continue;
                }

                if (_last.Contains(word.Symbol))
                {
                    FindBefore(context, block, i);
                }

                if (_first.Contains(word.Symbol))
                {
                    FindBehind(context, block, i);
                }
            }
        }
    }

    // The words before the head, of which the first is no common one: "Science Park" alone says too little.
    private void FindBefore(TaggingContext context, TextBlock block, int head)
    {
        var words = block.Words;
        var first = head;
        while (first > 0 && head - first < MaxWords && Joins(words[first]) && IsPart(words[first - 1]))
        {
            first--;
        }

        if (first < head && !GoesOn(words, head) && !lexicon.Is(words[first], WordClass.Generic | WordClass.Subject | WordClass.Programme | WordClass.Nationality))
        {
            context.AddForm(block, MentionType.Place, words[first].Start, words[head].End, "place-head");
        }
    }

    // "Isle of Man", "Gulf of Mexico"
    private void FindBehind(TaggingContext context, TextBlock block, int head)
    {
        var words = block.Words;
        if (head + 2 < words.Count && words[head + 1].Symbol == _of && Joins(words[head + 1]) && Joins(words[head + 2]) && IsPart(words[head + 2])
            && !GoesOn(words, head + 2) && !lexicon.Is(words[head + 2], WordClass.Generic | WordClass.Subject))
        {
            context.AddForm(block, MentionType.Place, words[head].Start, words[head + 2].End, "place-head");
        }
    }

    private bool IsPart(Word word) =>
        word.IsCapital && !word.IsCjk && !word.IsNumber && (word.Shape & WordShape.Possessive) == WordShape.None && !lexicon.Is(word, NoPart);

    private static bool Joins(Word word) => word.Before is Gap.Space or Gap.Hyphen or Gap.Line;

    private static bool GoesOn(IReadOnlyList<Word> words, int last) =>
        last + 1 < words.Count && words[last + 1].Before is Gap.Space or Gap.Hyphen && words[last + 1].IsCapital;
}
