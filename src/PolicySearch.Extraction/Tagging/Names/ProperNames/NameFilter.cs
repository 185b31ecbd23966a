using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>Drops runs of capitals that are no names: ordinary words at a sentence's start, paper numbers, speakers, titles of books.</summary>
internal sealed class NameFilter(Lexicon lexicon)
{
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Programme;
    private const WordClass Subjects = WordClass.Generic | WordClass.Subject | WordClass.Adjective;
    private const WordClass Common = WordClass.Function | WordClass.Month | WordClass.NotName | WordClass.Title | WordClass.Numbered | WordClass.Cabinet
        | WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Programme | WordClass.Connector | WordClass.Generic | WordClass.Subject
        | WordClass.GivenName | WordClass.Nationality | WordClass.Unit | WordClass.NotPerson | WordClass.Street | WordClass.Firm | WordClass.Regional | WordClass.Business;

    /// <summary>Whether the word is an ordinary one: listed, or written without a capital elsewhere in the document.</summary>
    public bool IsCommon(TaggingContext context, TextBlock block, SmallWords small, int i) =>
        lexicon.Is(block.Words[i], Common) || small.Contains(context.TextOf(block.Words[i]));

    /// <summary>Whether the run can be a name.</summary>
    public bool IsName(TaggingContext context, TextBlock block, WordOwners owners, SmallWords small, int first, int last)
    {
        var words = block.Words;
        if (lexicon.Is(words[last], WordClass.NotName | WordClass.Street | WordClass.Numbered) || IsStreet(context.TextOf(words[last])) || IsCode(context, words, first, last) || IsShouted(context, block, first, last)
            || IsHalf(words, last) || IsSeries(words, last) || context.TextOf(words[last]) is "Budget" or "Budgets" || IsTitle(context, words, first, last))
        {
            return false;
        }

        var begins = Position.BeginsSentence(block, first);
        if (begins && last == first && owners[block, first] is null && IsSentenceWord(context.TextOf(words[first])))
        {
            return false;
        }

        for (var i = first; i <= last; i++)
        {
            if (owners[block, i] is null && !IsCommon(context, block, small, i))
            {
                return true;
            }
        }

        // "Digital Economy Clusters" inside a sentence is a name, "Digital Economy" and "Advanced Manufacturing" are subjects.
        return last > first && !lexicon.Is(words[last], Heads) && ((lexicon.Is(words[last], WordClass.Trade) && !lexicon.Is(words[last - 1], Subjects)) || (last - first >= 2 && !begins));
    }

    private static bool IsSentenceWord(ReadOnlySpan<char> word) => word.EndsWith("ing") || word.EndsWith("ed") || word.EndsWith("ly");

    // "HC 778", "GAO-19-2014", "EDA/12": numbers of papers.
    private static bool IsCode(TaggingContext context, IReadOnlyList<Word> words, int first, int last)
    {
        var text = context.TextOf(words[last]);
        if (text.Length > 2 && text[^1] == 's' && !text[..^1].ContainsAnyExceptInRange('A', 'Z'))
        {
            // "LEDs"
            return true;
        }

        if (context.TextOf(words[first]).ContainsAnyInRange('0', '9') && (words[first].Shape & WordShape.AllCapitals) != WordShape.None)
        {
            return true;
        }

        if (last == first && text.Length == 2 && (words[last].Shape & WordShape.AllCapitals) == WordShape.None)
        {
            // "Le programme …": a foreign article
            return true;
        }

        if (last == first + 1 && (words[first].Shape & WordShape.Initial) != WordShape.None && words[last].Before == Gap.Hyphen && (words[first].Before & Gap.Open) != Gap.None
            && text.Length == 2)
        {
            // "Senator Doe (D-OH)"
            return true;
        }

        var isShort = (words[last].Shape & (WordShape.AllCapitals | WordShape.Initial)) != WordShape.None;
        var isNumbered = last + 1 < words.Count && words[last + 1].IsNumber && words[last + 1].Before is Gap.Space or Gap.Hyphen or Gap.Slash;
        return (isShort && isNumbered) || context.TextOf(words[last]).Contains('_');
    }

    // "Harbour Research Material No. 268"
    private bool IsSeries(IReadOnlyList<Word> words, int last) =>
        last + 2 < words.Count && words[last + 1].Before == Gap.Space && lexicon.Is(words[last + 1], WordClass.Numbered) && words[last + 2].IsNumber;

    // "Tie" of "Tie-up", "Ying" of "Ying-jeou"
    private static bool IsHalf(IReadOnlyList<Word> words, int last) =>
        last + 1 < words.Count && words[last + 1].Before == Gap.Hyphen && !words[last + 1].IsNumber;

    // *The Wealth of Rivers*: what Markdown sets in italics is a book, or a foreign word.
    private static bool IsTitle(TaggingContext context, IReadOnlyList<Word> words, int first, int last)
    {
        var start = words[first].Start;
        var end = words[last].End;
        if (IsPartOfBold(context.Text, start, end))
        {
            return true;
        }

        var opens = start > 0 && context.Text[start - 1] is '*' or '_' && (start < 2 || context.Text[start - 2] is not ('*' or '_' or '\n'));
        var closes = end < context.Text.Length && context.Text[end] is '*' or '_' && (end + 1 >= context.Text.Length || context.Text[end + 1] is not ('*' or '_'));
        return opens || closes;
    }

    // "**Clean Water and Soil**": a bold phrase is one name or none.
    private static bool IsPartOfBold(string text, int start, int end)
    {
        var opens = start > 1 && text.AsSpan(start - 2, 2) is "**";
        var closes = end + 1 < text.Length && text.AsSpan(end, 2) is "**";
        return opens != closes && (opens ? GoesOn(text, end) : start > 0 && text[start - 1] == ' ' && GoesOn(text, start - 2));
    }

    private static bool GoesOn(string text, int at) => at >= 0 && at + 1 < text.Length && !text.AsSpan(at).StartsWith("**") && (char.IsLetter(text[at]) || text[at] is ' ' or ',');

    // "MINISTER OF ELECTRONICS AND TRADE"
    private static bool IsAmongCapitals(IReadOnlyList<Word> words, int at) =>
        (at > 0 && words[at].JoinsPlainly && (words[at - 1].Shape & WordShape.AllCapitals) != WordShape.None)
        || (at + 1 < words.Count && words[at + 1].JoinsPlainly && (words[at + 1].Shape & WordShape.AllCapitals) != WordShape.None);

    /// <summary>Whether the word ends as German and Dutch names of streets do.</summary>
    public static bool IsStreet(ReadOnlySpan<char> word) =>
        word.EndsWith("straße") || word.EndsWith("strasse") || word.EndsWith("gasse") || word.EndsWith("allee") || word.EndsWith("straat");

    // A line in capitals, or a speaker's name in a transcript.
    private static bool IsShouted(TaggingContext context, TextBlock block, int first, int last)
    {
        var words = block.Words;
        if ((words[first].Shape & WordShape.AllCapitals) == WordShape.None)
        {
            return false;
        }

        const int Long = 4;
        var isLine = last > first && (words[last].Shape & WordShape.AllCapitals) != WordShape.None && (words[last].End - words[last].Start > Long || words[first].End - words[first].Start > Long);
        var isSpeaker = Position.BeginsSentence(block, first) && words[last].End < context.Text.Length && context.Text[words[last].End] is ':' or '：';
        return isLine || isSpeaker || (last == first && words[first].End - words[first].Start > Long && IsAmongCapitals(words, first));
    }
}
