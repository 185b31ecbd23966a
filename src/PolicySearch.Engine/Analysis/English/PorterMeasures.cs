namespace PolicySearch.Engine.Analysis.English;

/// <summary>What the rules of Porter's stemmer ask of a stem.</summary>
internal static class PorterMeasures
{
    /// <summary>Whether the letter at <paramref name="index"/> is a consonant; y is one at the beginning and after a vowel.</summary>
    public static bool IsConsonant(ReadOnlySpan<char> word, int index)
    {
        switch (word[index])
        {
            case 'a' or 'e' or 'i' or 'o' or 'u':
                return false;
            case 'y':
                // A run of y alternates; count back to what it follows.
                var first = index;
                while (first > 0 && word[first - 1] == 'y')
                {
                    first--;
                }

                var firstIsConsonant = first == 0 || word[first - 1] is 'a' or 'e' or 'i' or 'o' or 'u';
                return firstIsConsonant == ((index - first) % 2 == 0);
            default:
                return true;
        }
    }

    /// <summary>Porter's m: how often a vowel is followed by a consonant.</summary>
    public static int Measure(ReadOnlySpan<char> stem)
    {
        var measure = 0;
        var previousIsVowel = false;
        for (var i = 0; i < stem.Length; i++)
        {
            var consonant = IsConsonant(stem, i);
            if (consonant && previousIsVowel)
            {
                measure++;
            }

            previousIsVowel = !consonant;
        }

        return measure;
    }

    /// <summary>Whether there is a vowel in the stem (*v*).</summary>
    public static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (!IsConsonant(stem, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it ends in two equal consonants (*d).</summary>
    public static bool EndsInDoubleConsonant(ReadOnlySpan<char> stem) =>
        stem.Length >= 2 && stem[^1] == stem[^2] && IsConsonant(stem, stem.Length - 1);

    /// <summary>Whether it ends consonant, vowel, consonant, the last not w, x or y (*o): where an e may be missing.</summary>
    public static bool EndsInShortSyllable(ReadOnlySpan<char> stem) =>
        stem.Length >= 3
        && IsConsonant(stem, stem.Length - 1) && !IsConsonant(stem, stem.Length - 2) && IsConsonant(stem, stem.Length - 3)
        && stem[^1] is not ('w' or 'x' or 'y');
}
