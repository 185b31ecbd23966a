using System.Globalization;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>Reads persons' names that are set in capitals behind a title in capitals: "STATEMENT OF DR. RANA OKAFOR".</summary>
internal static class CapitalNames
{
    private const int MaxMore = 4;
    private const WordClass NoName = WordClass.Function | WordClass.Connector | WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Programme
        | WordClass.Subject | WordClass.Title | WordClass.NotName;

    /// <summary>The last word of the name that begins at <paramref name="first"/> behind a title; -1 where none begins.</summary>
    public static int LastOf(Lexicon lexicon, IReadOnlyList<Word> words, int first)
    {
        if (!IsCapitals(words[first - 1]) || !IsPart(lexicon, words[first]))
        {
            return -1;
        }

        var last = first;
        while (last + 1 < words.Count && last - first < MaxMore && IsPart(lexicon, words[last + 1])
            && (words[last + 1].Before is Gap.Space or Gap.Hyphen || (words[last + 1].Before == (Gap.Period | Gap.Space) && IsInitial(words[last]))))
        {
            last++;
        }

        var isEnd = last + 1 == words.Count || (words[last + 1].Before & ~(Gap.Space | Gap.Hyphen)) != Gap.None;
        return last > first && isEnd && IsCapitals(words[last]) ? last : -1;
    }

    /// <summary>The name as it is written elsewhere: "Rana Okafor".</summary>
    public static string Plain(string name)
    {
        var plain = new char[name.Length];
        for (var i = 0; i < name.Length; i++)
        {
            plain[i] = i > 0 && char.IsLetter(name[i - 1]) ? char.ToLower(name[i], CultureInfo.InvariantCulture) : name[i];
        }

        return new string(plain);
    }

    private static bool IsPart(Lexicon lexicon, Word word) =>
        !word.IsCjk && !word.IsNumber && (IsCapitals(word) || IsInitial(word)) && (word.Shape & WordShape.Possessive) == WordShape.None && !lexicon.Is(word, NoName);

    private static bool IsCapitals(Word word) => (word.Shape & WordShape.AllCapitals) != WordShape.None;

    private static bool IsInitial(Word word) => (word.Shape & WordShape.Initial) != WordShape.None;
}
