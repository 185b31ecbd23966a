using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds where a name begins before its head word: "[Kanto] Bureau", "[Freedom of Movement] Act".</summary>
internal sealed class NameStart(Lexicon lexicon, int andSymbol, int theSymbol)
{
    private const int MaxJoined = 5;
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation;

    /// <summary>The first word of the capitalised words that lead up to <paramref name="head"/>.</summary>
    /// <param name="block">The block.</param>
    /// <param name="owners">The names known already.</param>
    /// <param name="head">The head word.</param>
    /// <param name="free">Whether "of", "for", "in" may stand between the words, as in names of laws: Freedom of Movement Act.</param>
    public int Of(TextBlock block, WordOwners owners, int head, bool free)
    {
        var words = block.Words;
        var first = head;
        while (first > 0 && head - first < NamePhrase.MaxWords)
        {
            var gap = words[first].Before;
            var before = words[first - 1];
            if (gap == Gap.None || (gap & ~(NamePhrase.Loose | Gap.Comma)) != Gap.None)
            {
                break;
            }

            if ((gap & Gap.Comma) != Gap.None)
            {
                // "Culture, Sports and Tourism Agency": commas only between subjects, before an "and".
                if (!IsListItem(words, first, head) || !lexicon.Is(before, WordClass.Subject) || !before.IsCapital)
                {
                    break;
                }
            }
            else if (before.Symbol == andSymbol)
            {
                if (first < 2 || lexicon.Is(words[head], WordClass.Ministry) || !MayPrecedeAnd(block, owners, first) || (words[first - 1].Before & ~(NamePhrase.Loose | Gap.Comma)) != Gap.None)
                {
                    break;
                }

                first -= 2;
                continue;
            }

            if (!NamePhrase.IsNameWord(lexicon, before))
            {
                if (words[first].Before == Gap.Hyphen && before is { IsCapital: true, IsCjk: false })
                {
                    // "Three-Year Plan"
                    first--;
                    continue;
                }

                if (IsVersionInside(words, first))
                {
                    first -= 3;
                    continue;
                }

                if (first < 2 || !(IsNumberInside(words, first) || IsSmallHalf(words, first) || MayPrecedeConnector(block, owners, first, free)))
                {
                    break;
                }

                first -= 2;
                continue;
            }

            first--;
        }

        while (first < head && lexicon.Is(words[first], WordClass.Function | WordClass.Title))
        {
            if (words[first + 1].Before == Gap.Hyphen)
            {
                // "Three-Year Plan"
                break;
            }

            if (lexicon.Is(words[first], WordClass.Generic) && words[first].Before == Gap.Space && first + 1 < head)
            {
                // "the First Five-Year Plan"
                break;
            }

            first++;
        }

        return first;
    }

    // "Homes and Land Agency" after "the"; without it only subjects join: "Trade and Industry Agency", not "Siemens and Saxon Agency".
    private bool MayPrecedeAnd(TextBlock block, WordOwners owners, int first)
    {
        var words = block.Words;
        if (!NamePhrase.IsNameWord(lexicon, words[first - 2]) || (words[first - 1].Before & Gap.Comma) != Gap.None)
        {
            return false;
        }

        var start = first - 2;
        var isOne = true;
        while (true)
        {
            isOne &= !lexicon.Is(words[start], Heads | WordClass.Title) && owners[block, start] is null && (words[start].Shape & WordShape.AllCapitals) == WordShape.None;
            if (start == 0 || first - start > MaxJoined || (words[start].Before & ~NamePhrase.Loose) != Gap.None || words[start].Before == Gap.None || !NamePhrase.IsNameWord(lexicon, words[start - 1]))
            {
                break;
            }

            start--;
        }

        // "Institute of Wave Technology and …": what stands before belongs to another body.
        var isTail = start > 1 && !words[start - 1].IsCapital && lexicon.Is(words[start - 1], WordClass.Connector) && lexicon.Is(words[start - 2], Heads);
        var isSubject = !isTail && lexicon.Is(words[first - 2], WordClass.Subject | WordClass.Generic) && !lexicon.Is(words[first - 2], Heads);
        var mayStart = IsAfterThe(words, start) || (start == 0 && block.Kind is BlockKind.TableCell or BlockKind.ListItem);
        return isSubject || (isOne && first - start <= MaxJoined && mayStart);
    }

    // "Renewable Heat 2040 Delivery Plan"
    private bool IsNumberInside(IReadOnlyList<Word> words, int first) =>
        words[first - 1].IsNumber && words[first].Before == Gap.Space && words[first - 1].Before == Gap.Space
        && NamePhrase.IsNameWord(lexicon, words[first - 2]) && !lexicon.Is(words[first - 2], WordClass.Month);

    // "Ropes and Knots 2.0 Strategy"
    private bool IsVersionInside(IReadOnlyList<Word> words, int first) =>
        first > 2 && words[first - 1].IsNumber && words[first - 1].Before == Gap.Period && words[first - 2].IsNumber && words[first - 2].Before == Gap.Space
        && words[first - 2].End - words[first - 2].Start == 1 && NamePhrase.IsNameWord(lexicon, words[first - 3]);

    // "Regional Industry Tie-up programme": the small second half of a compound.
    private bool IsSmallHalf(IReadOnlyList<Word> words, int first) =>
        !words[first - 1].IsCapital && words[first - 1].Before == Gap.Hyphen && NamePhrase.IsNameWord(lexicon, words[first - 2]) && !words[first - 1].IsCjk && !words[first - 1].IsNumber;

    // "House of Lords Science Committee", "CHIPS for America Fund", "Freedom of Movement Act"
    private bool MayPrecedeConnector(TextBlock block, WordOwners owners, int first, bool free)
    {
        var words = block.Words;
        var name = words[first - 2];
        if (words[first].Before != Gap.Space || words[first - 1].Before != Gap.Space || words[first - 1].IsCapital
            || !lexicon.Is(words[first - 1], WordClass.Connector) || !NamePhrase.IsNameWord(lexicon, name))
        {
            return false;
        }

        if (lexicon.Is(name, WordClass.OfName) || ((name.Shape & WordShape.AllCapitals) != WordShape.None && !lexicon.Is(words[first - 1], WordClass.LawConnector)))
        {
            return true;
        }

        var start = first - 2;
        while (free && start > 0 && first - start <= MaxJoined && words[start].Before == Gap.Space && NamePhrase.IsNameWord(lexicon, words[start - 1]))
        {
            start--;
        }

        return free && owners[block, first - 2] is null && !lexicon.Is(name, Heads | WordClass.Title | WordClass.Month | WordClass.GivenName | WordClass.Programme)
            && IsAfterThe(words, start);
    }

    private bool IsAfterThe(IReadOnlyList<Word> words, int start) => start > 0 && words[start - 1].Symbol == theSymbol && words[start].Before == Gap.Space;

    private bool IsListItem(IReadOnlyList<Word> words, int first, int head)
    {
        for (var i = first; i < head; i++)
        {
            if (words[i].Symbol == andSymbol || (words[i + 1].Before & Gap.Ampersand) != Gap.None)
            {
                return true;
            }
        }

        return false;
    }
}
