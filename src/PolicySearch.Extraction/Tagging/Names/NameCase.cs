using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Decides by capitals whether words that spell a name are meant as that name.</summary>
internal static class NameCase
{
    /// <summary>The forms that the words from <paramref name="first"/> to <paramref name="last"/> fit.</summary>
    public static IReadOnlyList<NameForm> Fitting(TaggingContext context, TextBlock block, int first, int last, IReadOnlyList<NameForm> forms)
    {
        if (forms is [var only])
        {
            return Fits(context, block, first, last, only) ? forms : [];
        }

        return forms.Where(form => Fits(context, block, first, last, form)).ToArray();
    }

    private static bool Fits(TaggingContext context, TextBlock block, int first, int last, NameForm form)
    {
        var words = block.Words;
        var type = form.Entry.Type;
        if (form.Text.EndsWith("'s", StringComparison.Ordinal) && (words[last].Shape & WordShape.Possessive) == WordShape.None)
        {
            // "Lloyd's" is not "Lloyd".
            return false;
        }

        if (form.WordCount > 1 && context.Text.AsSpan(words[first].Start, words[last].Start - words[first].Start).Contains(':') != form.Text.Contains(':', StringComparison.Ordinal))
        {
            return false;
        }

        if (form.WordCount > 1 && IsCommaOnlyInText(words[last], form))
        {
            // "ZEW, Mannheim": a body and where it is.
            return false;
        }

        if (form.WordCount > 1 && context.TextOf(words[last - 1]) is "and" && !form.Text.AsSpan().ContainsAny(',', '&') && !form.Text.Contains(" and ", StringComparison.OrdinalIgnoreCase))
        {
            // The matcher skips "and": "Ministry of Finance and Japan" is not the Ministry of Finance Japan.
            return false;
        }

        if (char.IsLower(form.Text[0]) && char.IsAscii(form.Text[0]))
        {
            // "one-north", "acatech", "imec" (not "IMEC").
            return BeginsWith(form.Text, context.TextOf(words[first])) && words[last].IsCapital == char.IsUpper(form.Text[LastWordOf(form.Text)]);
        }

        if (form.IsExact)
        {
            if (type == MentionType.Person && (context.TextOf(words[first]) is "May" or "March" or "April" or "June" or "August") && (IsMonth(words, first) || IsAfterTime(context, words, first)))
            {
                return false;
            }

            return form.WordCount > 1 ? words[first].IsCapital : EqualsShort(context.TextOf(words[first]), form.Text);
        }

        if (HasPossessive(words, first, last) && !form.Text.AsSpan().ContainsAny('\'', '\u2019'))
        {
            // "Singapore's Economic Development Board" is a place and a body.
            return false;
        }

        if (type == MentionType.Person && last - first + 1 != form.WordCount)
        {
            // The matcher skips "and"; "T. and Okazaki" is not T. Okazaki.
            return false;
        }

        if (type is MentionType.Place or MentionType.Person or null)
        {
            return AllCapital(words, first, last);
        }

        if (form.WordCount == 1 && char.IsLower(form.Text[0]))
        {
            // "imec", "dpa"
            return EqualsShort(context.TextOf(words[first]), form.Text) || words[first].IsCapital;
        }

        if (words[first].IsCapital)
        {
            // "Industrial strategy" at a sentence's start says too little to be the name.
            return form.WordCount != 2 || words[last].IsCapital || words[last].IsNumber || type == MentionType.Organisation || char.IsLower(form.Text[LastWordOf(form.Text)])
                || (type == MentionType.Programme && (words[first].Shape & WordShape.AllCapitals) != WordShape.None);
        }

        if (type != MentionType.Programme)
        {
            return false;
        }

        // "industrial Cluster Project"; long names and quoted ones are known without capitals.
        var isQuoted = (words[first].Before & (Gap.Quote | Gap.Open)) != Gap.None && last + 1 < words.Count && (words[last + 1].Before & (Gap.Quote | Gap.Close)) != Gap.None;
        // Titles in lists of references are in sentence case.
        return isQuoted || form.WordCount >= 5 || (form.WordCount >= 3 && HasForeignLetter(form.Text)) || (form.WordCount >= 3 && block.Kind == Documents.BlockKind.Reference) || (last > first && words[last].IsCapital);
    }

    // "pôles de compétitivité": other languages write names small, and in English text they are nothing else.
    private static bool HasForeignLetter(string name) => name.AsSpan().ContainsAnyInRange('\u00C0', '\u017F');

    private static bool IsCommaOnlyInText(Word last, NameForm form) =>
        form.WordCount == 2 && (last.Before & Gap.Comma) != Gap.None && !form.Text.Contains(',', StringComparison.Ordinal);

    // A sentence may make the first letter large.
    private static bool BeginsWith(string name, ReadOnlySpan<char> word) => name.AsSpan(1).StartsWith(word[1..], StringComparison.Ordinal);

    private static int LastWordOf(string name) => name.LastIndexOfAny([' ', '-']) + 1;

    // "in May 2023", "19 May": the month, not Theresa May.
    private static bool IsMonth(IReadOnlyList<Word> words, int at) =>
        (at + 1 < words.Count && words[at + 1].IsNumber && words[at + 1].Before is Gap.Space or (Gap.Comma | Gap.Space))
        || (at > 0 && words[at - 1].IsNumber && words[at].Before == Gap.Space && words[at - 1].End - words[at - 1].Start <= 2);

    // "last May", "in late May"
    private static bool IsAfterTime(TaggingContext context, IReadOnlyList<Word> words, int at) =>
        at > 0 && (words[at].Shape & WordShape.Possessive) == WordShape.None
        && context.TextOf(words[at - 1]) is "last" or "Last" or "next" or "Next" or "late" or "Late" or "early" or "Early" or "mid" or "this" or "This" or "in" or "In" or "since" or "Since" or "until" or "during" or "During";

    private static bool HasPossessive(IReadOnlyList<Word> words, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if ((words[i].Shape & WordShape.Possessive) != WordShape.None)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AllCapital(IReadOnlyList<Word> words, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            // Places are not written over commas: "Washington, Lincoln"; "Washington, D.C." is.
            if (i > first && (words[i].Before & Gap.Comma) != Gap.None && words[i].End - words[i].Start > 4)
            {
                return false;
            }

            if (i > first && words[i].Before == Gap.Hyphen)
            {
                // "Park Chung-hee"
                continue;
            }

            // Small words inside: Republic of Korea, Isle of Man, Côte d'Ivoire, Rio de Janeiro, Ursula von der Leyen.
            if (!words[i].IsCapital && !words[i].IsNumber && (i == first || i == last || words[i].End - words[i].Start > 4) && !words[i].IsCjk)
            {
                return false;
            }
        }

        return true;
    }

    private static char HalfWidth(char unit) => unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit;

    private static bool EqualsShort(ReadOnlySpan<char> word, string form)
    {
        var at = 0;
        foreach (var unit in word)
        {
            var plain = HalfWidth(unit);
            if (plain == '.')
            {
                continue;
            }

            while (at < form.Length && form[at] == '.')
            {
                at++;
            }

            if (at >= form.Length || HalfWidth(form[at++]) != plain)
            {
                return false;
            }
        }

        return form.AsSpan(at).Trim('.').IsEmpty;
    }
}
