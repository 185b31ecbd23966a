namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Joins neighbouring years to spans: 2001-2005, from 2001 to 2005, between 2001 and 2021, 2001年から2005年.</summary>
internal static class YearRangeJoiner
{
    private static readonly string[] Words = ["to", "through", "thru", "until", "till", "up to", "up until", "and up to", "から", "より", "至", "到", "부터"];

    private static readonly string[] Articles = [" the years", " years", " the year", " the period", " the"];

    /// <summary>The atoms with those that make one span joined.</summary>
    public static List<YearAtom> Join(ReadOnlySpan<char> text, List<YearAtom> atoms)
    {
        var joined = new List<YearAtom>(atoms.Count);
        for (var i = 0; i < atoms.Count; i++)
        {
            var first = atoms[i];
            if (i + 1 < atoms.Count && IsSpan(text, first, atoms[i + 1], out var start))
            {
                var second = atoms[++i];
                var basis = first.Basis == YearBasis.Fiscal || second.Basis == YearBasis.Fiscal ? YearBasis.Fiscal : first.Basis;
                joined.Add(new YearAtom(start, second.End, first.From, second.To, basis));
            }
            else
            {
                joined.Add(first);
            }
        }

        return joined;
    }

    private static bool IsSpan(ReadOnlySpan<char> text, YearAtom first, YearAtom second, out int start)
    {
        start = first.Start;
        if (second.To < first.To || second.From < first.From || second.Start - first.End > 24 || second.Start < first.End)
        {
            return false;
        }

        var between = text[first.End..second.Start].Trim();
        if (between.Length == 1 && YearDashes.IsDash(between[0]))
        {
            start = WithWord(text, first.Start, "from");
            return second.From > first.From;
        }

        if (between is "--" or ".." or "…" || (between is "/" or "／" && second.From == first.From + 1))
        {
            return true;
        }

        if (between.EndsWith("the"))
        {
            between = between[..^3].TrimEnd();
        }

        foreach (var word in Words)
        {
            if (between.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                start = WithWord(text, first.Start, "from");
                return true;
            }
        }

        if (between is "and")
        {
            start = WithWord(text, first.Start, "between");
            return start < first.Start;
        }

        return false;
    }

    /// <summary>Where <paramref name="word"/> starts if it stands before <paramref name="at"/>, with an article between or not; else <paramref name="at"/>.</summary>
    private static int WithWord(ReadOnlySpan<char> text, int at, string word)
    {
        var before = text[Math.Max(0, at - 24)..at].TrimEnd();
        if (before.Length == at)
        {
            return at;
        }

        foreach (var article in Articles)
        {
            if (before.EndsWith(article))
            {
                before = before[..^article.Length].TrimEnd();
                break;
            }
        }

        if (!before.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            || (before.Length > word.Length && char.IsLetterOrDigit(before[^(word.Length + 1)])))
        {
            return at;
        }

        return Math.Max(0, at - 24) + before.Length - word.Length;
    }
}
