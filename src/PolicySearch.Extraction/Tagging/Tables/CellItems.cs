using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Japanese;
using PolicySearch.Extraction.Tagging.Names.ProperNames;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Tables;

/// <summary>Cuts a table's cell into what it lists, and keeps what looks like a name.</summary>
internal sealed class CellItems(Lexicon lexicon)
{
    private const int MaxWords = 7;
    private const int MaxJapanese = 24;
    private const Gap Separators = Gap.Comma | Gap.Other | Gap.Slash | Gap.Break | Gap.Open | Gap.Close | Gap.Dash;
    private const Gap Joining = Gap.Space | Gap.Line | Gap.Hyphen | Gap.Ampersand | Gap.Quote | Gap.Period;
    private const WordClass Common = WordClass.Function | WordClass.Connector | WordClass.Generic | WordClass.Subject | WordClass.NotName | WordClass.Title | WordClass.Unit
        | WordClass.Nationality | WordClass.Month | WordClass.Programme | WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Business | WordClass.Trade;

    private readonly CommonWords _common = new(lexicon);

    /// <summary>Adds the spans of the cell's items that can be names to <paramref name="items"/>.</summary>
    /// <param name="context">The document.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="small">The document's words without a capital.</param>
    /// <param name="items">Where they are added.</param>
    /// <returns>Whether the cell holds nothing else.</returns>
    public bool Read(TaggingContext context, TextBlock cell, SmallWords small, List<TextSpan> items)
    {
        var words = cell.Words;
        var isPure = words.Count > 0;
        for (var first = 0; first < words.Count;)
        {
            var last = first;
            while (last + 1 < words.Count && (words[last + 1].Before & Separators) == Gap.None && !IsAnd(context, words[last + 1]))
            {
                last++;
            }

            if (words[first].IsCjk || words[last].IsCjk)
            {
                isPure &= ReadJapanese(context, new TextSpan(words[first].Start, words[last].End), items);
            }
            else if (IsName(context, words, small, first, last))
            {
                items.Add(new TextSpan(words[first].Start, words[last].End));
            }
            else
            {
                isPure = false;
            }

            first = last + 1;
            first += first < words.Count && IsAnd(context, words[first]) ? 1 : 0;
        }

        return isPure;
    }

    private static bool IsAnd(TaggingContext context, Word word) => context.TextOf(word) is "and" or "und" or "et";

    // Capitalised words, with small ones between them; one at least that says more than what kind of thing it is.
    private bool IsName(TaggingContext context, IReadOnlyList<Word> words, SmallWords small, int first, int last)
    {
        if (last - first >= MaxWords || words[first].IsNumber || words[last].End - words[first].Start < 2
            || lexicon.Is(words[first], WordClass.Function | WordClass.NotName) || lexicon.Is(words[last], WordClass.Function | WordClass.NotName | WordClass.Title))
        {
            return false;
        }

        var isTelling = false;
        for (var i = first; i <= last; i++)
        {
            var isCapital = words[i].IsCapital || HasCapital(context.TextOf(words[i]));
            if ((i > first && (words[i].Before & ~Joining) != Gap.None) || (!isCapital && !words[i].IsNumber && !(i > first && i < last && IsJoint(context, words[i]))))
            {
                return false;
            }

            isTelling |= isCapital && !lexicon.Is(words[i], Common) && !small.Contains(context.TextOf(words[i]));
        }

        return isTelling;
    }

    // "University of Orléans", but not "Buffalo to Syracuse"
    private bool IsJoint(TaggingContext context, Word word) => lexicon.Is(word, WordClass.Connector) && !lexicon.Is(word, WordClass.LawConnector) && context.TextOf(word) is not ("from" or "in");

    // "eTrikes"
    private static bool HasCapital(ReadOnlySpan<char> word) => word.Length > 2 && word[1..].ContainsAnyInRange('A', 'Z');

    private bool ReadJapanese(TaggingContext context, TextSpan span, List<TextSpan> items)
    {
        var name = span.Of(context.Text);
        var isName = name.Length is >= 2 and <= MaxJapanese && !char.IsDigit(name[0]) && !name.ContainsAny('を', '。', ' ') && !_common.IsMadeOf(name, 4)
            && !"るたいくすしり".Contains(name[^1], StringComparison.Ordinal);
        if (isName)
        {
            items.Add(span);
        }

        return isName;
    }
}
