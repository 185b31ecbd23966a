using System.Collections.Frozen;

namespace PolicySearch.Text.Languages;

/// <summary>Tells languages of the Latin script apart by the words that make up half of any text in them.</summary>
internal static class FrequentWords
{
    private const int LongestWord = 12;

    /// <summary>One frequent word may be part of a name.</summary>
    private const int FewestHits = 2;

    private const int FewestShare = 7;

    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "pt", "nl", "sv"];

    private static readonly string[] Words =
    [
        "the of and a to in that is for was on with as it by are at be this from or an which have has had not its were their been "
        + "but they will can would more than also these being said any my me him us do does did so if no only each both most out up other such into about between through under our we he she his who what "
        + "when where there all new over after may should must how why some",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie "
        + "nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man",
        "de la le et les des en un du une que est pour qui dans par plus au sur ne se ce pas il sont avec a aux cette son ou "
        + "comme être leur ses été mais nous sa elle ont deux même tout d l qu n s entre où fait aussi",
        "de la que el en y los se del las un por con no una su para es al lo como más o sus le ha me si sin sobre este ya entre "
        + "cuando todo esta ser son dos también fue había era muy años hasta desde está",
        "di che e la il un a per in una è sono del con le non si della i da al dei come nel più alla ha ma anche gli su delle o "
        + "lo se questo dal nella ed l dell all sul tra degli stato essere loro",
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser "
        + "quando muito há nos já está também só pelo pela até isso ela entre era depois sem mesmo aos são",
        "de het een en van in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog uit naar door over zij hij "
        + "worden wordt tot heeft deze dit hebben werd je ze wij kan geen meer was al",
        "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också "
        + "efter eller sin här där ska skulle mot alla",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> LanguagesByWord =
        Make().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The language with the most frequent words, or null where none or two are ahead.</summary>
    public static string? BestLanguage(ReadOnlySpan<char> text)
    {
        Span<int> hits = stackalloc int[Languages.Length];
        hits.Clear();
        var words = CountHits(text, hits);

        var best = 0;
        var second = 0;
        for (var i = 0; i < hits.Length; i++)
        {
            if (hits[i] > hits[best])
            {
                best = i;
            }
        }

        for (var i = 0; i < hits.Length; i++)
        {
            second = i == best ? second : Math.Max(second, hits[i]);
        }

        // Names of bodies in any language hold an "of the" or "de la"; a seventh of a text is such words, as a rule a third.
        var isEnough = hits[best] >= FewestHits && hits[best] * FewestShare >= words;
        return isEnough && hits[best] > second ? Languages[best] : null;
    }

    private static int CountHits(ReadOnlySpan<char> text, Span<int> hits)
    {
        Span<char> word = stackalloc char[LongestWord];
        var words = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!Scripts.IsLatin(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && Scripts.IsLatin(text[i]))
            {
                i++;
            }

            words++;
            if (i - start > LongestWord)
            {
                continue;
            }

            text[start..i].CopyTo(word);
            LowerCase.InPlace(word[..(i - start)]);
            if (LanguagesByWord.TryGetValue(word[..(i - start)], out var languages))
            {
                for (var language = 0; language < hits.Length; language++)
                {
                    hits[language] += (languages >> language) & 1;
                }
            }
        }

        return words;
    }

    private static FrozenDictionary<string, int> Make()
    {
        var languages = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Words.Length; i++)
        {
            foreach (var word in Words[i].Split(' '))
            {
                languages[word] = languages.GetValueOrDefault(word) | (1 << i);
            }
        }

        return languages.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
