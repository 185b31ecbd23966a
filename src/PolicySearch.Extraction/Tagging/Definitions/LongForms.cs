using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Finds the long form of a short one in the text before it, and tells whether a text is one as a whole.</summary>
internal static class LongForms
{
    // Costs for each letter: one word in two may hold a letter inside, on the average.
    private const int MaxCostBefore = 4;
    private const double MaxCostWhole = 1.6;
    private const int ShortestForOneLetter = 4;

    private static readonly string[] Greek = ["alpha-", "beta-", "gamma-", "delta-", "N-", "n-"];

    /// <summary>The long form that ends the text.</summary>
    /// <param name="shortForm">The short form.</param>
    /// <param name="text">The text before it, no further back than its sentence.</param>
    /// <returns>Where the long form begins and ends; null where the letters do not fit.</returns>
    public static TextSpan? Before(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> text)
    {
        Span<TextSpan> buffer = stackalloc TextSpan[LetterAlignment.MaxWords];
        Span<char> letters = stackalloc char[LetterAlignment.MaxLetters];
        var count = Letters(shortForm, letters);
        var words = LastWords(text, buffer, Math.Min(LetterAlignment.MaxWords, Math.Min(count + 5, count * 2) + 6));
        if (count == 0 || words.Length == 0 || Align(shortForm, letters[..count], text, words) is not { } fit || !IsTrusted(shortForm, count, fit, text, words))
        {
            return null;
        }

        var start = WithPrefix(text, words[fit.FirstWord].Start);
        var end = text.Length - text[start..].Length + text[start..].TrimEnd(" \n\r\t,;:\"”’'").Length;
        var found = text[start..end];
        return found.Length > shortForm.Length && !HasWord(found, shortForm) && IsBalanced(found) ? new TextSpan(start, end) : null;
    }

    /// <summary>Whether the text as a whole is the long form.</summary>
    public static bool IsWhole(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> text)
    {
        Span<TextSpan> buffer = stackalloc TextSpan[LetterAlignment.MaxWords];
        Span<char> letters = stackalloc char[LetterAlignment.MaxLetters];
        var count = Letters(shortForm, letters);
        var words = LastWords(text, buffer, LetterAlignment.MaxWords);
        return count > 1 && words.Length is > 1 and < LetterAlignment.MaxWords && text.Length > shortForm.Length && !HasWord(text, shortForm)
            && LetterAlignment.Find(letters[..count], text, words, maySkip: true) is { FirstWord: 0 } fit && fit.Cost <= MaxCostWhole * shortForm.Length;
    }

    // The "s" of a plural need not have its letter.
    private static LetterAlignment? Align(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> letters, ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words)
    {
        var maySkip = HasCapital(shortForm);
        var fit = LetterAlignment.Find(letters, text, words, maySkip);
        if (shortForm.Length > 2 && shortForm[^1] == 's' && LetterAlignment.Find(letters[..^1], text, words, maySkip) is { } singular && (fit is null || singular.Cost < fit.Value.Cost))
        {
            return singular;
        }

        return fit;
    }

    // Small letters must be initials; one letter must begin the word right before it.
    private static bool IsTrusted(ReadOnlySpan<char> shortForm, int count, LetterAlignment fit, ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words)
    {
        var hasCapital = HasCapital(shortForm);
        if (fit.Cost > MaxCostBefore * count || (!hasCapital && fit.Inside > 0))
        {
            return false;
        }

        return count > 1 || (hasCapital && fit.FirstWord == words.Length - 1 && words[^1].Of(text).Length >= ShortestForOneLetter);
    }

    // "2,6-" of "2,6-diaminopurine" belongs to it.
    private static int WithPrefix(ReadOnlySpan<char> text, int start)
    {
        var token = start;
        var hasDigit = false;
        while (token > 0 && !char.IsWhiteSpace(text[token - 1]))
        {
            token--;
            hasDigit |= char.IsDigit(text[token]);
        }

        if (!hasDigit && !EndsWithGreek(text[..start]))
        {
            return start;
        }

        return IsBalanced(text[token..start]) ? token : start;
    }

    private static bool EndsWithGreek(ReadOnlySpan<char> text)
    {
        foreach (var name in Greek)
        {
            if (text.EndsWith(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int Letters(ReadOnlySpan<char> shortForm, Span<char> letters)
    {
        var count = 0;
        foreach (var unit in shortForm)
        {
            if (char.IsLetterOrDigit(unit))
            {
                if (count == letters.Length)
                {
                    return 0;
                }

                letters[count++] = char.ToLowerInvariant(unit);
            }
        }

        return count;
    }

    // Runs of letters and digits, with apostrophes inside.
    private static ReadOnlySpan<TextSpan> LastWords(ReadOnlySpan<char> text, Span<TextSpan> buffer, int most)
    {
        var next = buffer.Length;
        for (var at = text.Length; at > 0 && next > buffer.Length - most;)
        {
            if (!char.IsLetterOrDigit(text[at - 1]))
            {
                at--;
                continue;
            }

            var end = at;
            while (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || (at > 1 && Words.WordFolding.IsApostrophe(text[at - 1]) && char.IsLetterOrDigit(text[at - 2]))))
            {
                at--;
            }

            buffer[--next] = new TextSpan(at, end);
        }

        return buffer[next..];
    }

    private static bool HasCapital(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (char.IsUpper(unit))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        foreach (var range in text.SplitAny(' ', '\n', '\r', '\t'))
        {
            if (text[range].SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBalanced(ReadOnlySpan<char> text) => text.Count('(') == text.Count(')') && text.Count('[') == text.Count(']');
}
