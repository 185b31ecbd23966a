using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>How the letters of a short form lie in the words of a long one; lower costs are better.</summary>
/// <param name="Cost">What the letters inside words and the words without a letter cost.</param>
/// <param name="FirstWord">Number of the word that the first letter begins.</param>
/// <param name="Inside">How many letters do not begin a word.</param>
internal readonly record struct LetterAlignment(int Cost, int FirstWord, int Inside)
{
    /// <summary>Longer short forms are not aligned.</summary>
    public const int MaxLetters = 12;

    /// <summary>Only so many words before the short form are looked at.</summary>
    public const int MaxWords = 23;

    private const int InsideCost = 2;
    private const int GapCost = 2;
    private const int NoInitialCost = 8;
    private const int SmallWordCost = 1;
    private const int SkipCost = 4;
    private const int MaxSkips = 2;
    private const int None = int.MaxValue;

    private static readonly string[] SmallWords = ["of", "the", "and", "for", "in", "to", "a", "an", "on", "with", "by", "or", "from", "at", "as"];

    // "3D" is three-dimensional.
    private static readonly string[][] Numbers =
        [[], ["one", "first", "mono", "uni"], ["two", "second", "di", "bi"], ["three", "third", "tri"], ["four", "tetra"], ["five", "penta"], ["six", "hexa"]];

    /// <summary>Finds the cheapest way in which every letter begins a word or follows inside one, in order; null where there is none.</summary>
    /// <remarks>
    /// After Schwartz and Hearst (2003), who take the first fit from the right; here all fits are compared, as initials speak louder than letters inside words,
    /// so that "IIEF" is "International Index of Erectile Function". Work is bounded by <see cref="MaxLetters"/> and <see cref="MaxWords"/>.
    /// </remarks>
    /// <param name="letters">The letters and digits of the short form, in lower case.</param>
    /// <param name="text">The text that the words stand in.</param>
    /// <param name="words">The words, at most <see cref="MaxWords"/>.</param>
    /// <param name="maySkip">Whether some words of weight may be left without a letter.</param>
    public static LetterAlignment? Find(ReadOnlySpan<char> letters, ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, bool maySkip)
    {
        if (!BeginsAny(letters[0], text, words))
        {
            return null;
        }

        var skips = maySkip ? MaxSkips : 0;
        Span<bool> isSmall = stackalloc bool[MaxWords];
        for (var word = 0; word < words.Length; word++)
        {
            isSmall[word] = IsSmall(words[word].Of(text));
        }

        // best[s, w, i]: letters up to i in words up to w, with s skips left.
        Span<LetterAlignment> best = stackalloc LetterAlignment[(MaxSkips + 1) * MaxWords * MaxLetters];
        for (var skip = 0; skip <= skips; skip++)
        {
            for (var word = 0; word < words.Length; word++)
            {
                for (var last = 0; last < letters.Length; last++)
                {
                    best[At(skip, word, last)] = Best(letters, words[word].Of(text), isSmall[word], best, skip, word, last);
                }
            }
        }

        var result = best[At(skips, words.Length - 1, letters.Length - 1)];
        return result.Cost == None ? null : result;
    }

    // Most brackets fail here, before anything is compared.
    private static bool BeginsAny(char letter, ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words)
    {
        foreach (var word in words)
        {
            if (char.ToLowerInvariant(text[word.Start]) == letter || IsNumberWord(letter, word.Of(text)))
            {
                return true;
            }
        }

        return false;
    }

    private static int At(int skip, int word, int letter) => (((skip * MaxWords) + word) * MaxLetters) + letter;

    private static LetterAlignment Best(
        ReadOnlySpan<char> letters, ReadOnlySpan<char> span, bool isSmall, ReadOnlySpan<LetterAlignment> best, int skip, int word, int last)
    {
        var result = new LetterAlignment(None, 0, 0);
        for (var first = last; first >= 0; first--)
        {
            if ((first == 0 && isSmall) || CostOf(letters[first..(last + 1)], span, first > 0) is not (>= 0 and var cost))
            {
                continue;
            }

            var inside = last - first + (cost >= NoInitialCost ? 1 : 0);
            if (first == 0)
            {
                result = Cheaper(result, new LetterAlignment(cost, word, inside));
            }
            else if (word > 0 && best[At(skip, word - 1, first - 1)] is { Cost: not None } before)
            {
                result = Cheaper(result, new LetterAlignment(before.Cost + cost, before.FirstWord, before.Inside + inside));
            }
        }

        var mayPass = isSmall || (char.IsDigit(span[0]) && last < letters.Length - 1);
        if (word > 0 && (mayPass || skip > 0) && best[At(mayPass ? skip : skip - 1, word - 1, last)] is { Cost: not None } passed)
        {
            result = Cheaper(result, passed with { Cost = passed.Cost + (mayPass ? SmallWordCost : SkipCost) });
        }

        return result;
    }

    private static LetterAlignment Cheaper(LetterAlignment a, LetterAlignment b) =>
        (b.Cost, b.FirstWord, b.Inside).CompareTo((a.Cost, a.FirstWord, a.Inside)) < 0 ? b : a;

    // What it costs that the letters stand in the word in this order; -1 where they do not.
    private static int CostOf(ReadOnlySpan<char> letters, ReadOnlySpan<char> word, bool mayBeInside)
    {
        var cost = 0;
        var at = 1;
        if (char.ToLowerInvariant(word[0]) != letters[0] && !IsNumberWord(letters[0], word))
        {
            at = mayBeInside ? Position(word, letters[0], 1) + 1 : 0;
            cost = NoInitialCost;
            if (at == 0)
            {
                return -1;
            }
        }

        foreach (var letter in letters[1..])
        {
            var next = Position(word, letter, at);
            if (next < 0)
            {
                return -1;
            }

            cost += InsideCost + (next > at ? GapCost : 0);
            at = next + 1;
        }

        return cost;
    }

    private static int Position(ReadOnlySpan<char> word, char letter, int from)
    {
        for (var at = from; at < word.Length; at++)
        {
            if (char.ToLowerInvariant(word[at]) == letter)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsNumberWord(char digit, ReadOnlySpan<char> word)
    {
        if (digit is < '1' or > '6')
        {
            return false;
        }

        foreach (var number in Numbers[digit - '0'])
        {
            if (word.StartsWith(number, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSmall(ReadOnlySpan<char> word)
    {
        foreach (var small in SmallWords)
        {
            if (word.Equals(small, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
