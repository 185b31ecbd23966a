using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>Tells the surname in a person's full name.</summary>
internal static class Surnames
{
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
        var isEastern = !isGiven && person.Entry?.Country is "KR" or "CN" or "TW" or "SG" or "VN";
        return (isEastern && !first.Contains('.') ? first : name[(last + 1)..]).ToString();
    }
}
