using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>Tells the surname in a person's full name.</summary>
internal static class Surnames
{
    private const string SurnameFirst = "rule:person-surname-first";

    /// <summary>The surname by which the person is named later; null where the name is a single word.</summary>
    public static string? Of(Candidate person, ReadOnlySpan<char> text, Lexicon lexicon, SymbolTable symbols)
    {
        // The id is the full name in its usual order; text may be a surname and initials.
        var name = person.Entry is null ? text : person.Id;
        var comma = name.IndexOf(',');
        if (comma > 0)
        {
            return name[..comma].ToString();
        }

        var last = name.LastIndexOf(' ');
        if (last <= 0)
        {
            return null;
        }

        var first = name[..name.IndexOf(' ')];
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        var length = WordFolding.Fold(first, folded);
        var isGiven = length > 0 && lexicon.Is(new Word(0, 0, symbols.Find(folded[..length]), WordShape.None, Gap.None), WordClass.GivenName);
        var rest = name[(last + 1)..];
        var hyphen = rest.IndexOf('-');
        var isSyllabic = hyphen > 0 && hyphen + 1 < rest.Length && char.IsLower(rest[hyphen + 1]);
        var isEastern = isSyllabic || !isGiven && (person.Entry?.Country is "KR" or "CN" or "TW" or "SG" or "VN");
        return ((isEastern || person.Evidence == SurnameFirst) && !first.Contains('.') ? first : WithParticles(name, last)).ToString();
    }

    // "von der Leyen" of "Ursula von der Leyen".
    private static ReadOnlySpan<char> WithParticles(ReadOnlySpan<char> name, int blank)
    {
        var start = blank + 1;
        for (var before = name[..blank].LastIndexOf(' '); before > 0 && char.IsLower(name[before + 1]); before = name[..before].LastIndexOf(' '))
        {
            start = before + 1;
        }

        return name[start..];
    }
}
