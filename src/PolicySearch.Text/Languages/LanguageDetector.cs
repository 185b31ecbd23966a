using System.Buffers;

namespace PolicySearch.Text.Languages;

/// <summary>Tells the language of a passage by its scripts and its most frequent words.</summary>
/// <remarks>Reliable from about ten words of running text on. Names and headings without a function word give null rather than a guess.</remarks>
public static class LanguageDetector
{
    /// <summary>A character of Chinese or Japanese says about as much as so many Latin letters.</summary>
    private const int HanWeight = 3;

    private const int FewestLetters = 4;

    /// <summary>A passage of kanji alone is Japanese or Chinese; so many kana in a hundred make it Japanese.</summary>
    private const int KanaPercent = 5;

    private static readonly SearchValues<char> UkrainianLetters = SearchValues.Create("іїєґІЇЄҐ");

    private const string ChineseOnly = "这這们們为為对對发發经經产產与還还没她是说說业济关開开务组织总應应";

    private const string JapaneseOnly = "経済産発対関検労働円図転駅広県沢気仏実団営変歩応戦庁総権価";

    /// <summary>The language as a BCP 47 tag, or null where the text does not tell.</summary>
    public static string? Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Detect(text.AsSpan());
    }

    /// <summary>The language as a BCP 47 tag, or null where the text does not tell.</summary>
    public static string? Detect(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[(int)Script.Other + 1];
        Count(text, counts);
        var latin = counts[(int)Script.Latin];
        var kana = counts[(int)Script.Hiragana] + counts[(int)Script.Katakana];
        var han = counts[(int)Script.Han];
        var eastAsian = (kana + han) * HanWeight;
        var hangul = counts[(int)Script.Hangul] * HanWeight;
        var (other, otherCount) = LargestOther(counts);

        var largest = Math.Max(Math.Max(latin, eastAsian), Math.Max(hangul, otherCount));
        if (largest < FewestLetters)
        {
            return null;
        }

        if (largest == hangul)
        {
            return "ko";
        }

        if (largest == eastAsian)
        {
            return OfHan(text, kana, han);
        }

        return largest == latin ? FrequentWords.BestLanguage(text) : OfScript(other, text);
    }

    private static void Count(ReadOnlySpan<char> text, Span<int> counts)
    {
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c < 0x80)
            {
                counts[(int)Script.Latin] += char.IsAsciiLetter(c) ? 1 : 0;
                i++;
                continue;
            }

            counts[(int)Scripts.Of(CodePoints.At(text, i, out var length))]++;
            i += length;
        }
    }

    private static (Script Script, int Count) LargestOther(ReadOnlySpan<int> counts)
    {
        var best = Script.Unknown;
        var bestCount = 0;
        for (var script = Script.Greek; script < Script.Other; script++)
        {
            var isHandled = script is Script.Hangul or Script.Hiragana or Script.Katakana or Script.Han or Script.Bopomofo;
            if (!isHandled && counts[(int)script] > bestCount)
            {
                (best, bestCount) = (script, counts[(int)script]);
            }
        }

        return (best, bestCount);
    }

    private static string? OfHan(ReadOnlySpan<char> text, int kana, int han)
    {
        if (kana * 100 >= (kana + han) * KanaPercent)
        {
            return "ja";
        }

        return OfPlainHan(text);
    }

    /// <summary>Han alone: Chinese if it has function words or simplified forms of China, Japanese if it has Japan's own simplified forms.</summary>
    private static string? OfPlainHan(ReadOnlySpan<char> text)
    {
        var chinese = 0;
        var japanese = 0;
        foreach (var c in text)
        {
            chinese += ChineseOnly.Contains(c, StringComparison.Ordinal) ? 2 : c is '的' or '在' or '不' or '他' or '也' ? 1 : 0;
            japanese += JapaneseOnly.Contains(c, StringComparison.Ordinal) ? 2 : 0;
        }

        return chinese > japanese ? "zh" : japanese > chinese ? "ja" : null;
    }

    private static string? OfScript(Script script, ReadOnlySpan<char> text) => script switch
    {
        Script.Cyrillic => text.ContainsAny(UkrainianLetters) ? "uk" : "ru",
        Script.Greek => "el",
        Script.Arabic => "ar",
        Script.Hebrew => "he",
        Script.Thai => "th",
        Script.Devanagari => "hi",
        Script.Armenian => "hy",
        Script.Georgian => "ka",
        _ => null,
    };
}
