using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells years from other numbers by the words on either side: pages, rooms, standards, firms, kilometres, telephones.</summary>
internal sealed class YearWords(Lexicon lexicon)
{
    private const int MostPhoneGroups = 5;
    private const int MostFigures = 12;

    // A paper of a series has a number, a white paper a year.
    private static readonly string[] Series = ["working", "discussion", "research", "occasional", "technical", "policy", "staff", "seminar", "conference"];
    private static readonly string[] Papers = ["paper", "papers", "report", "reports", "memorandum"];
    private static readonly string[] Phones = ["tel", "tel.", "telephone", "phone", "fax", "mobile", "hotline", "ext", "extension"];
    private static readonly string[] JapanesePhones = ["電話", "電話番号", "ファックス", "ファクス", "ＦＡＸ", "内線", "代表"];
    private static readonly string[] Levels = ["level", "levels", "price", "prices", "baseline", "figure", "figures", "onwards", "onward", "budget", "edition"];

    /// <summary>Starts of the numbers of a block that are no years, by the words around them.</summary>
    public HashSet<int> Refused(TaggingContext context, TextBlock block)
    {
        var refused = new HashSet<int>();
        var words = block.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsNumber)
            {
                continue;
            }

            if (IsNumbered(context, words, i) || IsCounted(context, words, i) || IsStreet(words, i) || IsTelephone(context, words, i) || IsFigure(context, words, i)
                || (IsRange(context, words, i) && refused.Contains(words[RangeStart(words, i)].Start)))
            {
                refused.Add(words[i].Start);
            }
        }

        RefuseRangeStarts(context, words, refused);
        return refused;
    }

    // "from 1500 to 2000 firms": the first number counts what the second does.
    private static void RefuseRangeStarts(TaggingContext context, IReadOnlyList<Word> words, HashSet<int> refused)
    {
        for (var i = 1; refused.Count > 0 && i < words.Count; i++)
        {
            if (refused.Contains(words[i].Start) && IsRange(context, words, i) && RangeStart(words, i) is var first && !IsCapitalised(words, first)
                && words[first].End - words[first].Start == words[i].End - words[i].Start)
            {
                refused.Add(words[first].Start);
            }
        }
    }

    // "In 1999-2000 companies": what begins a sentence with "In" is a year.
    private static bool IsCapitalised(IReadOnlyList<Word> words, int number) => number > 0 && words[number - 1].IsCapital && words[number].JoinsPlainly;

    private static int RangeStart(IReadOnlyList<Word> words, int i) => words[i - 1].IsNumber ? i - 1 : i - 2;

    // A number with a dash or slash, or "to" and another number, before it.
    private static bool IsRange(TaggingContext context, IReadOnlyList<Word> words, int i)
    {
        if (i == 0)
        {
            return false;
        }

        if (words[i - 1].IsNumber)
        {
            return (words[i].Before & ~Gap.Space) is Gap.Hyphen or Gap.Dash or Gap.Slash;
        }

        return i > 1 && words[i - 2].IsNumber && words[i].Before == Gap.Space && words[i - 1].Before == Gap.Space && context.TextOf(words[i - 1]) is "to";
    }

    private bool IsNumbered(TaggingContext context, IReadOnlyList<Word> words, int i)
    {
        if (i == 0 || (words[i].Before & ~(Gap.Space | Gap.Line | Gap.Period | Gap.Hyphen)) != Gap.None)
        {
            return false;
        }

        var before = words[i - 1];
        var text = context.TextOf(before);
        if (Beside.IsOneOf(text, Papers))
        {
            return i > 1 && before.JoinsPlainly && Beside.IsOneOf(context.TextOf(words[i - 2]), Series);
        }

        // "no. 2010" is a number, "the answer was no. 2010 saw" hardly occurs.
        return lexicon.Is(before, WordClass.Numbered) && (!before.IsCapital || (words[i].Before & Gap.Period) == Gap.None || text.Length <= 4);
    }

    private bool IsCounted(TaggingContext context, IReadOnlyList<Word> words, int i)
    {
        if (i + 1 >= words.Count || (words[i + 1].Before & ~(Gap.Space | Gap.Line | Gap.Hyphen)) != Gap.None || IsAfterTime(context, words, i))
        {
            return false;
        }

        var next = words[i + 1];
        if (lexicon.Is(next, WordClass.Unit))
        {
            return true;
        }

        // "2000 new jobs", but "2010 new jobs" may be what the year brought.
        if (IsRound(context, words[i]) && words[i].Before != (Gap.Comma | Gap.Space) && IsPlainSmall(next) && i + 2 < words.Count && words[i + 2].Before == Gap.Space
            && lexicon.Is(words[i + 2], WordClass.Unit))
        {
            return true;
        }

        return i > 0 && lexicon.Is(words[i - 1], WordClass.Quantity) && words[i].Before == Gap.Space && IsPlainSmall(next) && !lexicon.Is(next, WordClass.Month)
            && !Beside.IsOneOf(context.TextOf(next), Levels) && !YearContext.IsTerm(context.TextOf(next), 0);
    }

    // "In 2010 companies", "since 2010 firms": a year, unless it is as round as counts are.
    private static bool IsAfterTime(TaggingContext context, IReadOnlyList<Word> words, int i) =>
        i > 0 && words[i].Before == Gap.Space && !(IsRound(context, words[i]) && !words[i - 1].IsCapital)
        && context.TextOf(words[i - 1]) is "In" or "in" or "Since" or "since" or "During" or "during" or "By" or "Until" or "until" or "After" or "Before";

    private static bool IsRound(TaggingContext context, Word number) => context.TextOf(number) is [_, _, '0', '0'];

    private bool IsPlainSmall(Word word) => !word.IsCapital && !word.IsNumber && !word.IsCjk && !lexicon.Is(word, WordClass.Function | WordClass.Connector);

    private bool IsStreet(IReadOnlyList<Word> words, int i)
    {
        for (var next = i + 1; next < words.Count && next <= i + 3; next++)
        {
            if (!words[next].JoinsPlainly || !words[next].IsCapital)
            {
                return false;
            }

            if (lexicon.Is(words[next], WordClass.Street))
            {
                return true;
            }
        }

        return false;
    }

    // "77 90 118 2012": the last of a row of figures none of which is a year.
    private static bool IsFigure(TaggingContext context, IReadOnlyList<Word> words, int i)
    {
        var figures = 0;
        for (var before = i - 1; before >= 0 && figures < MostFigures && words[before].IsNumber && words[before + 1].Before == Gap.Space; before--)
        {
            var length = words[before].End - words[before].Start;
            if (length > 3 || (length == 1 && figures == 0))
            {
                return false;
            }

            figures++;
        }

        return figures >= 2 && !IsDay(context, words, i);
    }

    // "3 12 2020"
    private static bool IsDay(TaggingContext context, IReadOnlyList<Word> words, int i) =>
        MonthNames.IsDay(context.TextOf(words[i - 1])) && MonthNames.IsDay(context.TextOf(words[i - 2]));

    // "Tel.: (65) 6225 1999": groups of digits back to the word.
    private static bool IsTelephone(TaggingContext context, IReadOnlyList<Word> words, int i)
    {
        for (var groups = 0; groups < MostPhoneGroups && i > 0 && (words[i].Before & (Gap.Break | Gap.Comma | Gap.Quote)) == Gap.None; groups++, i--)
        {
            var before = words[i - 1];
            if (!before.IsNumber)
            {
                return Beside.IsOneOf(context.TextOf(before), before.IsCjk ? JapanesePhones : Phones);
            }
        }

        return false;
    }
}
