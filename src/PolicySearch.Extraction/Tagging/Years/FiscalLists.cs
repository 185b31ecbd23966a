namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Makes all years of a list fiscal where one word says so of all: fiscal years 2006, 2007 and 2008; 平成29・30年度.</summary>
internal static class FiscalLists
{
    private const int Reach = 8;

    /// <summary>Changes the basis of the atoms concerned.</summary>
    public static void Spread(ReadOnlySpan<char> text, List<YearAtom> atoms)
    {
        var isPlural = false;
        for (var i = 1; i < atoms.Count; i++)
        {
            isPlural = text[atoms[i - 1].Start..atoms[i - 1].End].Contains("years", StringComparison.OrdinalIgnoreCase)
                || (isPlural && atoms[i - 1].Basis == YearBasis.Fiscal);
            if (isPlural && atoms[i].Basis == YearBasis.Calendar && IsListed(text, atoms[i - 1], atoms[i]))
            {
                atoms[i] = atoms[i] with { Basis = YearBasis.Fiscal };
            }
            else
            {
                isPlural = false;
            }
        }

        for (var i = atoms.Count - 1; i > 0; i--)
        {
            if (text[atoms[i].End - 1] == '度' && Digits.IsDigit(text[atoms[i - 1].End - 1]) && IsListed(text, atoms[i - 1], atoms[i]))
            {
                atoms[i - 1] = atoms[i - 1] with { Basis = YearBasis.Fiscal };
            }
        }
    }

    private static bool IsListed(ReadOnlySpan<char> text, YearAtom first, YearAtom second) =>
        second.Start >= first.End && second.Start - first.End <= Reach
        && text[first.End..second.Start].Trim() is "," or "and" or ", and" or "or" or "&" or "・" or "、" or "，" or "及び" or "および" or "と";
}
