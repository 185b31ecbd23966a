using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Persons;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Keeps an office's portfolio, or that of several ministries named at once, from being taken for a body or an instrument: "Secretary of State for Business, Energy and Industrial Strategy", "the Ministries of Finance and Education".</summary>
/// <remarks>Adds candidates without a type over office and portfolio, and notes their words: a person's name may follow.</remarks>
internal sealed class OfficeFinder(Lexicon lexicon, NameParts parts, SymbolTable symbols) : IFinder
{
    private const int MaxWords = 16;
    private const WordClass Subjects = WordClass.Subject | WordClass.Generic;
    private const WordClass NoPortfolio = WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Title | WordClass.Month | WordClass.Function;

    private readonly HashSet<int> _offices =
        [.. new[] { "secretary", "minister", "ministers", "secretaries", "commissioner", "undersecretary", "spokesperson", "spokesman", "spokeswoman", "ministries", "departments" }.Select(word => symbols.Add(word))];

    private readonly int _of = symbols.Add("of");
    private readonly int _for = symbols.Add("for");
    private readonly int _the = symbols.Add("the");
    private readonly int _and = symbols.Add("and");
    private readonly int _state = symbols.Add("state");

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var owners = WordOwners.Of(context);
        foreach (var block in context.Blocks)
        {
            for (var i = 0; i + 2 < block.Words.Count; i++)
            {
                if (block.Words[i].IsCapital && _offices.Contains(block.Words[i].Symbol) && LastOf(block, owners, i) is var last && last > i)
                {
                    context.Add(block, null, "", block.Words[i].Start, block.Words[last].End, Trust.Context, "rule:office");
                    for (; i < last; i++)
                    {
                        context.Offices.Add(block.Words[i].Start);
                    }

                    context.Offices.Add(block.Words[last].Start);
                }
            }
        }
    }

    // The portfolio's last word; the office itself where none follows.
    private int LastOf(TextBlock block, WordOwners owners, int office)
    {
        var words = block.Words;
        var at = office;
        if (IsPlain(words, at + 1, _of) && at + 2 < words.Count && words[at + 2].Symbol == _state && words[at + 2].IsCapital && words[at + 2].Before == Gap.Space)
        {
            at += 2;
        }

        var last = office;
        for (var next = Item(words, at + 1, isFirst: true); next > 0 && next - office < MaxWords && MayBelong(block, owners, next, isFirst: last == office); next = Item(words, last + 1, isFirst: false))
        {
            last = EndOf(block, owners, next);
        }

        return last;
    }

    // Where the next item of the portfolio begins behind "for", "of the", a comma or "and"; -1 where none does.
    private int Item(IReadOnlyList<Word> words, int at, bool isFirst)
    {
        var isJoined = false;
        for (; at < words.Count; at++)
        {
            var gap = words[at].Before;
            if ((gap & ~(Gap.Space | Gap.Line | Gap.Comma | Gap.Ampersand)) != Gap.None || gap == Gap.None || (isFirst && (gap & (Gap.Comma | Gap.Ampersand)) != Gap.None))
            {
                return -1;
            }

            isJoined |= (gap & (Gap.Comma | Gap.Ampersand)) != Gap.None;
            var symbol = words[at].Symbol;
            if (words[at].IsCapital)
            {
                return isJoined ? at : -1;
            }

            if (symbol == _of || symbol == _for || (!isFirst && symbol == _and))
            {
                isJoined = true;
            }
            else if (!(symbol == _the && isJoined))
            {
                return -1;
            }
        }

        return -1;
    }

    // The first word says what the office is for, whatever it is; what "and" or a comma adds must be a subject of government, too.
    private bool MayBelong(TextBlock block, WordOwners owners, int at, bool isFirst)
    {
        var word = block.Words[at];
        var isSubject = lexicon.Is(word, Subjects);
        if (word.IsNumber || word.IsCjk || (lexicon.Is(word, NoPortfolio) && !isSubject) || owners[block, at] is { Type: MentionType.Ministry or MentionType.Agency or MentionType.Organisation or MentionType.Person })
        {
            return false;
        }

        return isSubject || (isFirst ? (word.Shape & WordShape.AllCapitals) == WordShape.None && MayBePlace(block, owners, at) : owners[block, at] is null && !parts.IsKnown(word));
    }

    // "Secretary of State for Wales" is an office, "Minister of Japan" hardly ends in a portfolio.
    private bool MayBePlace(TextBlock block, WordOwners owners, int at) =>
        owners[block, at] is not { Type: MentionType.Place } || block.Words[at - 1].Symbol == _for;

    private int EndOf(TextBlock block, WordOwners owners, int at)
    {
        var words = block.Words;
        var last = at;
        while (last + 1 < words.Count && words[last + 1].Before is Gap.Space or Gap.Hyphen or Gap.Line && IsPart(block, owners, last + 1)
            && (words[last].Shape & WordShape.Possessive) == WordShape.None)
        {
            last++;
        }

        return last;
    }

    private bool IsPart(TextBlock block, WordOwners owners, int at)
    {
        var word = block.Words[at];
        if (word.Before == Gap.Hyphen)
        {
            return true;
        }

        // "Levelling Up"
        return word.IsCapital && !word.IsNumber && (lexicon.Is(word, Subjects) || (word.End - word.Start == 2 && owners[block, at] is null));
    }

    private static bool IsPlain(IReadOnlyList<Word> words, int at, int symbol) => at < words.Count && words[at].Symbol == symbol && words[at].Before == Gap.Space && !words[at].IsCapital;
}
