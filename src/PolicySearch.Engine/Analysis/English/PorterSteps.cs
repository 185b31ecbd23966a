using static PolicySearch.Engine.Analysis.English.PorterMeasures;

namespace PolicySearch.Engine.Analysis.English;

/// <summary>The steps of Porter's stemmer, named for what they take off; each returns the new length.</summary>
internal static class PorterSteps
{
    /// <summary>Step 1a: caresses, ponies, cats.</summary>
    public static int Plural(Span<char> word)
    {
        var length = word.Length;
        if (word[^1] != 's')
        {
            return length;
        }

        if (word.EndsWith("sses") || word.EndsWith("ies"))
        {
            return length - 2;
        }

        return word[^2] == 's' ? length : length - 1;
    }

    /// <summary>Step 1b: agreed, plastered, motoring; then an e is put back or a double letter undone.</summary>
    public static int PastAndParticiple(Span<char> word, int length)
    {
        var all = word[..length];
        if (all.EndsWith("eed"))
        {
            return Measure(all[..^3]) > 0 ? length - 1 : length;
        }

        var suffix = all.EndsWith("ed") ? 2 : all.EndsWith("ing") ? 3 : 0;
        if (suffix == 0 || !HasVowel(all[..^suffix]))
        {
            return length;
        }

        var stem = all[..^suffix];
        if (stem.EndsWith("at") || stem.EndsWith("bl") || stem.EndsWith("iz"))
        {
            word[stem.Length] = 'e';
            return stem.Length + 1;
        }

        if (EndsInDoubleConsonant(stem))
        {
            return stem[^1] is 'l' or 's' or 'z' ? stem.Length : stem.Length - 1;
        }

        if (Measure(stem) == 1 && EndsInShortSyllable(stem))
        {
            word[stem.Length] = 'e';
            return stem.Length + 1;
        }

        return stem.Length;
    }

    /// <summary>Step 1c: happy becomes happi, sky stays.</summary>
    public static void FinalY(Span<char> word, int length)
    {
        if (length > 0 && word[length - 1] == 'y' && HasVowel(word[..(length - 1)]))
        {
            word[length - 1] = 'i';
        }
    }

    /// <summary>Step 2: relational, conditional, … where something is left before the suffix.</summary>
    public static int DoubleSuffix(Span<char> word, int length) => ReplaceFirstMatch(word, length, Step2(word, length));

    /// <summary>Step 3: triplicate, formative, electrical, hopeful, goodness.</summary>
    public static int FullAndNess(Span<char> word, int length) => ReplaceFirstMatch(word, length, Step3(word, length));

    /// <summary>Step 4: revival, allowance, … taken off where two measures are left.</summary>
    public static int LongSuffix(Span<char> word, int length)
    {
        if (length < 2)
        {
            return length;
        }

        var all = word[..length];
        foreach (var suffix in Step4(all[^2]))
        {
            if (!all.EndsWith(suffix))
            {
                continue;
            }

            var stem = all[..^suffix.Length];
            if (suffix == "ion" && !(stem.Length > 0 && stem[^1] is 's' or 't'))
            {
                continue;
            }

            return Measure(stem) > 1 ? stem.Length : length;
        }

        return length;
    }

    /// <summary>Step 5a: probate loses its e, rate keeps it.</summary>
    public static int FinalE(Span<char> word, int length)
    {
        if (length == 0 || word[length - 1] != 'e')
        {
            return length;
        }

        // Lucene measures the word with its e, which counts for nothing: an e is no consonant.
        var measure = Measure(word[..length]);
        return measure > 1 || (measure == 1 && !EndsInShortSyllable(word[..(length - 1)])) ? length - 1 : length;
    }

    /// <summary>Step 5b: controll becomes control.</summary>
    public static int DoubleL(Span<char> word, int length)
    {
        var all = word[..length];
        return length > 0 && all[^1] == 'l' && EndsInDoubleConsonant(all) && Measure(all) > 1 ? length - 1 : length;
    }

    /// <summary>Only the first suffix that matches counts; it is replaced where a measure is left before it.</summary>
    private static int ReplaceFirstMatch(Span<char> word, int length, ReadOnlySpan<(string From, string To)> rules)
    {
        var all = word[..length];
        foreach (var (from, to) in rules)
        {
            if (!all.EndsWith(from))
            {
                continue;
            }

            var stem = length - from.Length;
            if (Measure(all[..stem]) == 0)
            {
                return length;
            }

            to.CopyTo(word[stem..]);
            return stem + to.Length;
        }

        return length;
    }

    private static readonly (string, string)[] A2 = [("ational", "ate"), ("tional", "tion")];
    private static readonly (string, string)[] C2 = [("enci", "ence"), ("anci", "ance")];
    private static readonly (string, string)[] E2 = [("izer", "ize")];
    private static readonly (string, string)[] L2 = [("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous")];
    private static readonly (string, string)[] O2 = [("ization", "ize"), ("ation", "ate"), ("ator", "ate")];
    private static readonly (string, string)[] S2 = [("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous")];
    private static readonly (string, string)[] T2 = [("aliti", "al"), ("iviti", "ive"), ("biliti", "ble")];
    private static readonly (string, string)[] G2 = [("logi", "log")];

    private static ReadOnlySpan<(string From, string To)> Step2(ReadOnlySpan<char> word, int length) =>
        length < 2 ? default : word[length - 2] switch
        {
            'a' => A2,
            'c' => C2,
            'e' => E2,
            'l' => L2,
            'o' => O2,
            's' => S2,
            't' => T2,
            'g' => G2,
            _ => default,
        };

    private static readonly (string, string)[] E3 = [("icate", "ic"), ("ative", ""), ("alize", "al")];
    private static readonly (string, string)[] I3 = [("iciti", "ic")];
    private static readonly (string, string)[] L3 = [("ical", "ic"), ("ful", "")];
    private static readonly (string, string)[] S3 = [("ness", "")];

    private static ReadOnlySpan<(string From, string To)> Step3(ReadOnlySpan<char> word, int length) =>
        length < 2 ? default : word[length - 1] switch
        {
            'e' => E3,
            'i' => I3,
            'l' => L3,
            's' => S3,
            _ => default,
        };

    private static readonly string[] A4 = ["al"];
    private static readonly string[] C4 = ["ance", "ence"];
    private static readonly string[] E4 = ["er"];
    private static readonly string[] I4 = ["ic"];
    private static readonly string[] L4 = ["able", "ible"];
    private static readonly string[] N4 = ["ant", "ement", "ment", "ent"];
    private static readonly string[] O4 = ["ion", "ou"];
    private static readonly string[] S4 = ["ism"];
    private static readonly string[] T4 = ["ate", "iti"];
    private static readonly string[] U4 = ["ous"];
    private static readonly string[] V4 = ["ive"];
    private static readonly string[] Z4 = ["ize"];

    /// <summary>The suffixes with that letter last but one.</summary>
    private static ReadOnlySpan<string> Step4(char lastButOne) => lastButOne switch
    {
        'a' => A4,
        'c' => C4,
        'e' => E4,
        'i' => I4,
        'l' => L4,
        'n' => N4,
        'o' => O4,
        's' => S4,
        't' => T4,
        'u' => U4,
        'v' => V4,
        'z' => Z4,
        _ => default,
    };
}
