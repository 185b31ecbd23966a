namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Tells what looks like a short form.</summary>
internal static class ShortForms
{
    private const int MaxLength = 10;
    private const int MaxPlausible = 12;

    private static readonly string[] Others = ["i.e", "e.g", "cf", "ie", "eg", "n", "p", "see", "or", "and", "vs", "and/or", "respectively"];

    /// <summary>Whether the text looks like the short form of a name: 2 to 10 letters and digits, at least two of them capitals.</summary>
    public static bool IsShortForm(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > MaxLength || !char.IsLetterOrDigit(text[0]) || IsFiscalYear(text))
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

    /// <summary>Whether the text may be a short form of anything: at most two words of 12 code units, with a letter, no measure and no "e.g.".</summary>
    public static bool IsPlausible(ReadOnlySpan<char> text)
    {
        if (text.Length is < 1 or > MaxPlausible || !char.IsLetterOrDigit(text[0]) || text.IndexOfAny("<>=%±") >= 0)
        {
            return false;
        }

        int letters = 0, blanks = 0;
        foreach (var unit in text)
        {
            letters += char.IsLetter(unit) ? 1 : 0;
            blanks += char.IsWhiteSpace(unit) ? 1 : 0;
        }

        return letters > 0 && blanks <= 1 && !IsMeasure(text) && !IsOther(text.TrimEnd('.'));
    }

    /// <summary>Whether the text is two capitals or more and nothing else.</summary>
    public static bool IsAllCapitals(ReadOnlySpan<char> text) => text.Length >= 2 && text.IndexOfAnyExceptInRange('A', 'Z') < 0;

    /// <summary>Whether the short form's letters stand in order in the name, the first at its start.</summary>
    public static bool Fits(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> name)
    {
        if (name.Length == 0 || char.ToLowerInvariant(name[0]) != char.ToLowerInvariant(shortForm[0]))
        {
            return false;
        }

        var at = 1;
        foreach (var letter in shortForm[1..])
        {
            if (!char.IsLetterOrDigit(letter))
            {
                continue;
            }

            while (at < name.Length && char.ToLowerInvariant(name[at]) != char.ToLowerInvariant(letter))
            {
                at++;
            }

            if (at++ >= name.Length)
            {
                return false;
            }
        }

        return true;
    }

    // "FY2015"
    private static bool IsFiscalYear(ReadOnlySpan<char> text) => text.StartsWith("FY") && text[2..].IndexOfAnyExceptInRange('0', '9') < 0;

    // "10 mM", "0.1 kg"
    private static bool IsMeasure(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOf(' ');
        return blank > 0 && text[..blank].Trim("0123456789.").IsEmpty;
    }

    private static bool IsOther(ReadOnlySpan<char> text)
    {
        foreach (var other in Others)
        {
            if (text.SequenceEqual(other))
            {
                return true;
            }
        }

        return false;
    }
}
