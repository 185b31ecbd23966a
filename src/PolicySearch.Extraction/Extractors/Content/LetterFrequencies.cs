using System.Collections.Frozen;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>How ordinary the characters beyond ASCII of a decoded text are, were it in one language.</summary>
internal sealed class LetterFrequencies
{
    private const double OtherHan = 0.1;
    private const double OtherHangul = 0.3;

    private readonly FrozenDictionary<char, double> _weights;
    private readonly LetterScript _script;

    /// <summary>Takes a language's letters.</summary>
    /// <param name="script">How its letters stand beside others.</param>
    /// <param name="letters">The lower-case letters beyond ASCII; for alphabets without Latin letters the most frequent first, for Chinese and Korean the most frequent ones.</param>
    public LetterFrequencies(LetterScript script, string letters)
    {
        _script = script;
        var weights = new Dictionary<char, double>();
        for (var i = 0; i < letters.Length; i++)
        {
            var weight = script == LetterScript.Alphabet ? 1 - (0.8 * i / letters.Length) : 1;
            weights.TryAdd(letters[i], weight);

            // Capitals are rarer than small letters; encodings that have the two the other way round are told apart by it.
            weights.TryAdd(char.ToUpperInvariant(letters[i]), weight * (script == LetterScript.Latin ? 0.8 : 0.5));
        }

        _weights = weights.ToFrozenDictionary();
    }

    /// <summary>From 0 (or below, with undecodable characters) to 1: the mean over all characters beyond ASCII; of a text with nothing but typographic signs 0.5.</summary>
    public double Score(ReadOnlySpan<char> text)
    {
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < '\u0080' || (_script != LetterScript.EastAsian && IsTypographic(c)))
            {
                continue;
            }

            count++;
            sum += c == '\uFFFD' ? -3 : c < '\u00A0' ? -1 : Weight(text, i);
        }

        return count == 0 ? 0.5 : sum / count;
    }

    private double Weight(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (_script == LetterScript.EastAsian)
        {
            return EastAsianWeight(c);
        }

        if (!_weights.TryGetValue(c, out var weight))
        {
            return 0;
        }

        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + 1 == text.Length ? ' ' : text[at + 1];
        if (_script == LetterScript.Alphabet)
        {
            return char.IsAsciiLetter(before) || char.IsAsciiLetter(after) ? 0 : weight;
        }

        // A letter with an accent stands among plain ones; alone it is a word now and then.
        return char.IsAsciiLetter(before) || char.IsAsciiLetter(after) ? weight : char.IsLetter(before) || char.IsLetter(after) ? 0.1 : weight * 0.3;
    }

    private double EastAsianWeight(char c) => c switch
    {
        _ when _weights.TryGetValue(c, out var weight) => weight,
        '、' or '。' or '「' or '」' or '　' or '・' or '，' or '：' or '；' or '（' or '）' => 1,
        >= '０' and <= 'ｚ' => 0.6,
        >= '\u4E00' and <= '\u9FFF' => OtherHan,
        >= '\uAC00' and <= '\uD7A3' => OtherHangul,
        >= '\uE000' and <= '\uF8FF' => -1,
        _ => 0,
    };

    private static bool IsTypographic(char c) =>
        c is '\u00A0' or '«' or '»' or '°' or '§' or '©' or '®' or '·' or '€' or '£' or '±' or '¶' or '×' or '№' or '™' or (>= '\u2010' and <= '\u203A');
}

/// <summary>How the letters of a language stand beside others.</summary>
internal enum LetterScript
{
    /// <summary>ASCII letters, and some more among them.</summary>
    Latin,

    /// <summary>An alphabet of its own, never mixed with ASCII letters in one word.</summary>
    Alphabet,

    /// <summary>Han, kana and hangul.</summary>
    EastAsian,
}
