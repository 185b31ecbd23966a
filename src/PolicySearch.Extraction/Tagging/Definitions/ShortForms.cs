namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Finds the long form that a short form in brackets stands for.</summary>
/// <remarks>Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003.</remarks>
internal static class ShortForms
{
    private const int MaxLength = 10;

    /// <summary>Whether the text looks like a short form: 2 to 10 letters and digits, at least two of them capitals.</summary>
    public static bool IsShortForm(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > MaxLength || !char.IsLetterOrDigit(text[0]))
        {
            return false;
        }

        var capitals = 0;
        foreach (var unit in text)
        {
            capitals += char.IsUpper(unit) ? 1 : 0;
        }

        return capitals >= 2;
    }

    /// <summary>How many words at most the long form of a short one may have.</summary>
    public static int MaxWords(int shortLength) => Math.Min(shortLength + 5, shortLength * 2);

    /// <summary>Where the long form begins in <paramref name="before"/>, which ends where the bracket opens; -1 where the letters do not fit.</summary>
    public static int FindLongForm(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> before)
    {
        var at = before.Length - 1;
        for (var letter = shortForm.Length - 1; letter >= 0; letter--)
        {
            var wanted = char.ToLowerInvariant(shortForm[letter]);
            if (!char.IsLetterOrDigit(wanted))
            {
                continue;
            }

            // The first letter must begin a word; the others may stand anywhere, in order.
            while (at >= 0 && (char.ToLowerInvariant(before[at]) != wanted || (letter == 0 && at > 0 && char.IsLetterOrDigit(before[at - 1]))))
            {
                at--;
            }

            if (at < 0)
            {
                return -1;
            }

            at--;
        }

        return at + 1;
    }

    /// <summary>Whether the short form's letters stand in order in the name, the first at its start.</summary>
    public static bool Fits(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> name) =>
        name.Length > 0 && char.ToLowerInvariant(name[0]) == char.ToLowerInvariant(shortForm[0]) && FindLongForm(shortForm, name) >= 0;
}
