using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds French names, of which only the first word has a capital: Direction générale des entreprises, Fonds pour l'innovation.</summary>
/// <remarks>A head, then adjectives, then any number of "de", "du", "d'" with a noun and its adjectives; the first word that fits none of these ends the name.</remarks>
internal sealed class FrenchNameFinder(Lexicon lexicon) : IFinder
{
    private const WordClass Heads = WordClass.FrenchMinistry | WordClass.FrenchAgency | WordClass.FrenchOrganisation | WordClass.FrenchProgramme;
    private const int MaxWords = 16;

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        foreach (var block in context.Blocks)
        {
            for (var i = 0; i + 1 < block.Words.Count; i++)
            {
                if (block.Words[i].IsCapital && lexicon.Is(block.Words[i], Heads) && TypeOf(block.Words[i]) is { } type)
                {
                    var last = LastOf(context, block.Words, i);
                    if (last > i)
                    {
                        context.AddForm(block, type, block.Words[i].Start, block.Words[last].End, "french");
                    }
                }
            }
        }
    }

    private MentionType? TypeOf(Word head) =>
        lexicon.Is(head, WordClass.FrenchMinistry) ? MentionType.Ministry
        : lexicon.Is(head, WordClass.FrenchAgency) ? MentionType.Agency
        : lexicon.Is(head, WordClass.FrenchOrganisation) ? MentionType.Organisation
        : lexicon.Is(head, WordClass.FrenchProgramme) ? MentionType.Programme
        : null;

    private int LastOf(TaggingContext context, IReadOnlyList<Word> words, int head)
    {
        var last = head;
        var limit = Math.Min(words.Count, head + MaxWords);
        for (var i = head + 1; i < limit && words[i].Before is Gap.Space or Gap.Line or Gap.Hyphen; i++)
        {
            if (IsAdjective(words[i]) || IsElided(context.TextOf(words[i])))
            {
                last = i;
                continue;
            }

            // "de la recherche", "et de compétitivité": the joints and the noun after them.
            var noun = i;
            while (noun < limit && IsJoint(words[noun]) && noun < i + 3)
            {
                noun++;
            }

            // "Plan de relance et la loi de finances": an article after "et" begins another name.
            if (noun > i + 1 && context.TextOf(words[i]) is "et" && context.TextOf(words[i + 1]) is "la" or "le" or "les")
            {
                break;
            }

            if (noun == i || noun >= limit || words[noun].Before is not (Gap.Space or Gap.Line) || words[noun].IsNumber || words[noun].IsCjk || lexicon.Is(words[noun], WordClass.Month))
            {
                break;
            }

            last = i = noun;
        }

        return last;
    }

    private bool IsAdjective(Word word) => !word.IsCapital && lexicon.Is(word, WordClass.FrenchSmall);

    private bool IsJoint(Word word) => !word.IsCapital && lexicon.Is(word, WordClass.FrenchJoint);

    // "d’investissement", "l’industrie"
    private static bool IsElided(ReadOnlySpan<char> word) => word.Length > 3 && word[0] is 'd' or 'l' && WordFolding.IsApostrophe(word[1]);
}
