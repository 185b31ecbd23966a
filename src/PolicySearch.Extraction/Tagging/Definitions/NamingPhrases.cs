using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Reads the phrases that name something anew: (hereafter …), （以下「…」という）, abbreviated as …, known as …, or … for short.</summary>
internal static class NamingPhrases
{
    private const int LongestName = 40;
    private const int LongestJapaneseName = 24;

    private static readonly string[] BracketLeads =
        ["hereafter", "hereinafter", "henceforth", "hereunder", "abbreviated", "abbreviation", "acronym", "known", "also", "commonly", "short", "shortened", "called"];

    private static readonly string[][] TextLeads =
    [
        ["known", "as"], ["also", "known", "as"], ["better", "known", "as"], ["commonly", "known", "as"], ["widely", "known", "as"], ["abbreviated", "as"], ["abbreviated", "to"],
        ["abbreviated"], ["hereafter"], ["hereinafter"], ["commonly", "called"], ["or"], ["or", "simply"],
    ];

    private static readonly string[] JapaneseLeads = ["以下", "略称", "通称", "略して"];
    private static readonly string[] JapaneseTails = ["という", "と略す", "と略称", "と略記", "と呼ぶ", "と表記", "とする", "と称", "といい"];

    /// <summary>The name that a bracket gives in words; null where it does not begin so.</summary>
    /// <param name="context">The document.</param>
    /// <param name="words">The block's words.</param>
    /// <param name="open">The first word in the bracket.</param>
    /// <param name="last">The last.</param>
    public static string? InBracket(TaggingContext context, IReadOnlyList<Word> words, int open, int last)
    {
        var lead = context.TextOf(words[open]);
        if (words[open].IsCjk)
        {
            return Japanese(context, words, open, last);
        }

        if (!IsOneOf(lead, BracketLeads))
        {
            return null;
        }

        var first = open + 1;
        while (first <= last && !words[first].IsCapital)
        {
            first++;
        }

        return first <= last && words[last].End - words[first].Start <= LongestName && (IsShort(context, words[first]) || AreCapitalised(words, first, last))
            ? CleanName.Of(context.Text, words[first].Start, words[last].End)
            : null;
    }

    /// <summary>Number of the short form that running text gives from word <paramref name="at"/> on; -1 where it gives none.</summary>
    public static int InText(TaggingContext context, IReadOnlyList<Word> words, int at)
    {
        if ((words[at].Before & ~(Gap.Space | Gap.Line | Gap.Comma | Gap.Quote)) != Gap.None || !MayLead(context.TextOf(words[at])))
        {
            return -1;
        }

        foreach (var lead in TextLeads)
        {
            var next = at + lead.Length;
            if (next < words.Count && Stands(context, words, at, lead) && IsShort(context, words[next]) && (words[next].Before & (Gap.Open | Gap.Close | Gap.Break | Gap.Period)) == Gap.None
                && (lead[0] != "or" || Stands(context, words, next + 1, ["for", "short"])))
            {
                return next;
            }
        }

        return -1;
    }

    private static bool MayLead(ReadOnlySpan<char> word) =>
        word is "known" or "also" or "better" or "commonly" or "widely" or "abbreviated" or "hereafter" or "hereinafter" or "or";

    private static bool Stands(TaggingContext context, IReadOnlyList<Word> words, int at, ReadOnlySpan<string> phrase)
    {
        if (at + phrase.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (!context.TextOf(words[at + i]).SequenceEqual(phrase[i]) || (i > 0 && !words[at + i].JoinsPlainly))
            {
                return false;
            }
        }

        return true;
    }

    // （以下「機構」という。）, （以下、NEDOという。）, （略称：NEDO）
    private static string? Japanese(TaggingContext context, IReadOnlyList<Word> words, int open, int last)
    {
        var run = context.TextOf(words[open]);
        foreach (var lead in JapaneseLeads)
        {
            if (!run.StartsWith(lead) && !(lead == "以下" && run.EndsWith(lead)))
            {
                continue;
            }

            var isWhole = run.EndsWith(lead);
            if (!isWhole)
            {
                return Named(run[lead.Length..]);
            }

            return open == last ? null
                : (words[open + 1].Before & Gap.Quote) != Gap.None ? Quoted(context.Text, words[open + 1].Start)
                : words[open + 1].IsCjk ? Named(context.TextOf(words[open + 1]))
                : IsShort(context, words[open + 1]) ? context.TextOf(words[open + 1]).ToString() : null;
        }

        return null;
    }

    private static string? Quoted(string text, int start)
    {
        var end = text.AsSpan(start, Math.Min(LongestJapaneseName + 1, text.Length - start)).IndexOfAny('」', '』', '”');
        return end > 0 ? text.Substring(start, end) : null;
    }

    /// <summary>The name in front of what ends a naming phrase: ABC of "ABCという"; the whole text where nothing does.</summary>
    public static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> name)
    {
        foreach (var tail in JapaneseTails)
        {
            var at = name.IndexOf(tail);
            if (at is > 1 and <= LongestJapaneseName)
            {
                return name[..at];
            }
        }

        return name;
    }

    private static string? Named(ReadOnlySpan<char> phrase) =>
        WithoutTail(phrase) is var name && name.Length < phrase.Length ? name.ToString() : null;

    private static bool IsShort(TaggingContext context, Word word) => ShortForms.IsShortForm(context.TextOf(word));

    // "the Coastal Growth Act": two words or more, the last one with a capital.
    private static bool AreCapitalised(IReadOnlyList<Word> words, int first, int last)
    {
        var capitals = 0;
        for (var i = first; i <= last; i++)
        {
            capitals += words[i].IsCapital && (i == first || words[i].JoinsPlainly) ? 1 : 0;
        }

        return capitals >= 2 && words[last].IsCapital;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var other in words)
        {
            if (word.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
