namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells the years of citations in running text: (Okubo and Okazaki, 2015; METI 2010), Porter et al. (1998).</summary>
internal static class CitedYears
{
    private const int MostWords = 8;

    private static readonly string[] Small = ["and", "et", "al", "of", "for", "the", "de", "von", "van", "see", "also", "e", "g", "cf", "eg", "in"];

    /// <summary>Whether the year between <paramref name="before"/> and <paramref name="after"/> is one.</summary>
    public static bool IsCited(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var bracket = before.LastIndexOfAny("([");
        if (bracket < 0 || before[bracket..].IndexOfAny(")]") >= 0 || !EndsCitation(after))
        {
            return false;
        }

        var inside = before[(bracket + 1)..];
        var last = inside.LastIndexOf(';');
        inside = inside[(last + 1)..].Trim();
        return inside.IndexOfAnyExceptInRange('0', '9') < 0 && last < 0 ? IsAfterAuthor(before[..bracket].TrimEnd()) : AreAuthors(inside);
    }

    // "2015)", "2015a;", "2015, p. 3)", "2015: 12"
    private static bool EndsCitation(ReadOnlySpan<char> after)
    {
        var at = after.Length > 0 && char.IsAsciiLetterLower(after[0]) ? 1 : 0;
        return Beside.At(after, at) is ')' or ']' or ';' or ',' or ':';
    }

    private static bool AreAuthors(ReadOnlySpan<char> inside)
    {
        int names = 0, words = 0;
        for (var at = 0; at < inside.Length;)
        {
            if (!char.IsLetterOrDigit(inside[at]))
            {
                if (inside[at] is not (' ' or ',' or '.' or '&' or '-' or '\'' or '’' or '\n' or '\r' or '/'))
                {
                    return false;
                }

                at++;
                continue;
            }

            var end = at;
            while (end < inside.Length && char.IsLetterOrDigit(inside[end]))
            {
                end++;
            }

            var word = inside[at..end];
            var isName = char.IsUpper(word[0]) && !MonthNames.IsMonth(word) && word is not ("FY" or "Heisei" or "Showa" or "Reiwa" or "In" or "Since" or "From");
            if (!isName && !Beside.IsOneOf(word, Small) && Digits.RunEnd(word, 0) != 4 || ++words > MostWords)
            {
                return false;
            }

            names += isName ? 1 : 0;
            at = end;
        }

        return names > 0 && (inside[^1] is ',' || !EndsInSmall(inside));
    }

    // "(the Law of 1995)": a preposition before the year.
    private static bool EndsInSmall(ReadOnlySpan<char> inside) =>
        !inside.EndsWith("al.", StringComparison.Ordinal) && Beside.IsOneOf(inside[Beside.TokenStart(inside, inside.Length, 8)..], Small);

    // "et al. (1998)", "Porter and Stern (2001)", "as Porter (1998)".
    private static bool IsAfterAuthor(ReadOnlySpan<char> before)
    {
        if (before.EndsWith("et al.", StringComparison.Ordinal) || before.EndsWith("et al", StringComparison.Ordinal))
        {
            return true;
        }

        var start = Beside.TokenStart(before, before.Length, 24);
        var name = before[start..];
        if (name.Length < 3 || !char.IsUpper(name[0]) || char.IsUpper(name[1]) || MonthNames.IsMonth(name))
        {
            return false;
        }

        var gap = before[..start].TrimEnd();
        var word = gap[Beside.TokenStart(gap, gap.Length, 24)..];
        return gap.EndsWith("&", StringComparison.Ordinal) || word is "and" or "by" or "as" or "see" or "See" or "of" or "from";
    }
}
