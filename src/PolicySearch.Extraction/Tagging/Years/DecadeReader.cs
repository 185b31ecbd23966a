namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Reads decades and their parts: the late 1990s, '90s, the nineties, 1990年代後半, 90年代.</summary>
internal static class DecadeReader
{
    private static readonly (string Word, int Year)[] Words =
    [
        ("nineties", 1990), ("eighties", 1980), ("seventies", 1970), ("sixties", 1960), ("fifties", 1950), ("forties", 1940), ("thirties", 1930),
        ("twenties", 1920), ("noughties", 2000), ("twenty-tens", 2010), ("twenty-twenties", 2020),
    ];

    private static readonly string[] Bearers = ["his", "her", "their", "my", "your", "our", "its"];

    // "nineties" would read as years of a life, and "the 1800s" as a century.
    private const int FirstDecade = 1900;

    /// <summary>Reads the decade whose four digits stand from <paramref name="at"/> to <paramref name="end"/>, which is moved behind it.</summary>
    public static YearAtom? ReadLong(ReadOnlySpan<char> text, int at, int year, ref int end)
    {
        if (year % 10 != 0)
        {
            return null;
        }

        if (Beside.BeforeMark(text, end) is var mark && (Beside.StartsWith(text, mark, "年代") || Beside.StartsWith(text, mark, "년대")))
        {
            end = mark;
            return ReadJapanese(text, at, year, ref end);
        }

        var plural = PluralEnd(text, end);
        if (plural == end || (year % 100 == 0 && year < FirstDecade))
        {
            return null;
        }

        end = plural;
        return ReadParts(text, at, year, end);
    }

    /// <summary>Reads the decade whose two digits stand from <paramref name="at"/> to <paramref name="end"/>, which is moved behind it.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="at">The first digit.</param>
    /// <param name="end">Behind the second digit.</param>
    /// <param name="previous">The year before, whose century holds where it stands beside: "1980s and 90s".</param>
    public static YearAtom? ReadShort(ReadOnlySpan<char> text, int at, ref int end, YearAtom? previous)
    {
        var decade = Digits.Value(text[at..end]);
        if (decade % 10 != 0)
        {
            return null;
        }

        var follows = previous is { Basis: YearBasis.Decade } && IsJoined(text[previous.Value.End..at]);
        var year = follows ? (previous!.Value.From / 100 * 100) + decade : decade < 30 ? 2000 + decade : 1900 + decade;
        if (Beside.StartsWith(text, end, "年代") && decade >= 10)
        {
            return ReadJapanese(text, at, year, ref end);
        }

        var plural = PluralEnd(text, end);
        var apostrophe = Tagging.Words.WordFolding.IsApostrophe(Beside.At(text, at - 1)) ? at - 1 : at;
        var start = DecadeParts.ReadEnglish(text, apostrophe, out _, out _);
        if (plural == end || !(apostrophe < at || follows || (decade >= 20 && Beside.WordBefore(text, start, "the", mayTouch: false) < start)))
        {
            return null;
        }

        end = plural;
        return ReadParts(text, apostrophe, year, end);
    }

    /// <summary>Reads a decade in words whose first letter is at <paramref name="at"/>.</summary>
    public static YearAtom? ReadWord(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at + 1;
        if (char.IsLetterOrDigit(Beside.At(text, at - 1)))
        {
            return null;
        }

        foreach (var (word, year) in Words)
        {
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(Beside.At(text, at + word.Length)))
            {
                var nineteen = Beside.WordBefore(text, at, "nineteen", mayTouch: false);
                var start = DecadeParts.ReadEnglish(text, nineteen, out var from, out var to);
                if (nineteen == at && !IsDecadeWord(text, start))
                {
                    return null;
                }

                end = at + word.Length;
                return new YearAtom(start, end, year + from, year + to, YearBasis.Decade);
            }
        }

        return null;
    }

    /// <summary>Whether a decade's word may begin with the letter.</summary>
    public static bool MayStartWord(char unit) => unit is 'n' or 'e' or 's' or 'f' or 't' or 'N' or 'E' or 'S' or 'F' or 'T';

    // "the nineties" or "the late nineties", not "his late nineties".
    private static bool IsDecadeWord(ReadOnlySpan<char> text, int start)
    {
        foreach (var bearer in Bearers)
        {
            if (Beside.WordBefore(text, start, bearer, mayTouch: false) < start)
            {
                return false;
            }
        }

        return Beside.WordBefore(text, start, "the", mayTouch: false) < start || Beside.WordBefore(text, start, "roaring", mayTouch: false) < start
            || text[start..].StartsWith("mid", StringComparison.OrdinalIgnoreCase);
    }

    private static YearAtom ReadParts(ReadOnlySpan<char> text, int at, int year, int end)
    {
        var start = DecadeParts.ReadEnglish(text, at, out var from, out var to);
        return new YearAtom(start, end, year + from, year + to, YearBasis.Decade);
    }

    private static YearAtom ReadJapanese(ReadOnlySpan<char> text, int at, int year, ref int end)
    {
        end += 2;
        DecadeParts.ReadJapanese(text, ref end, out var from, out var to);
        return new YearAtom(at, end, year + from, year + to, YearBasis.Decade);
    }

    // "s" or "'s" that ends the word.
    private static int PluralEnd(ReadOnlySpan<char> text, int end)
    {
        var after = Tagging.Words.WordFolding.IsApostrophe(Beside.At(text, end)) ? end + 1 : end;
        return Beside.At(text, after) == 's' && !char.IsAsciiLetterOrDigit(Beside.At(text, after + 1)) ? after + 1 : end;
    }

    private static bool IsJoined(ReadOnlySpan<char> between) =>
        between.Length <= 16 && between.Trim().Trim("'’") is "and" or "and the" or "or" or "to" or "to the" or "through" or "," or "、" or "・" or "から" or "と" or "や"
            or "and late" or "and early" or "and mid" or "-" or "–" or "—" or "～" or "〜" or "/";
}
