using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Gives later short mentions of a person in Japanese the person whom the document has named in full: 小泉純一郎首相 … 小泉首相, メルケル氏.</summary>
internal sealed class JapaneseSurnames(Lexicon lexicon)
{
    // "林" and "森" alone are woods more often than persons.
    private const int ShortestAlone = 2;

    private readonly string[] _surnames = lexicon.EastAsian("ja_surname");

    /// <summary>Adds candidates for surnames with a title, and names for surnames that stand alone.</summary>
    /// <param name="context">The document.</param>
    /// <param name="settled">What has been found, by start.</param>
    /// <param name="names">Where the document's names are collected.</param>
    public void Settle(TaggingContext context, IReadOnlyList<Candidate> settled, DocumentNames names)
    {
        var persons = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var candidate in settled)
        {
            if (candidate.Type != MentionType.Person || !Scripts.IsCjk(context.Text[candidate.Span.Start]))
            {
                continue;
            }

            var name = candidate.Span.Of(context.Text).ToString();
            if (SurnameOf(name) is { } surname)
            {
                persons[surname] = candidate;
                if (surname.Length >= ShortestAlone)
                {
                    names.AddShort(MentionType.Person, candidate.Id, surname);
                }
            }
            else if (persons.TryGetValue(name, out var person) && person.Id != candidate.Id)
            {
                context.Candidates.Add(candidate with { Id = person.Id, Entry = person.Entry, Trust = Trust.Document, Evidence = "document:" + person.Id });
            }
        }
    }

    // The surname of a full name; null for a surname alone.
    private string? SurnameOf(string name)
    {
        var dot = name.LastIndexOf('・');
        if (dot > 0)
        {
            return name.Length - dot > 2 ? name[(dot + 1)..] : null;
        }

        foreach (var surname in _surnames)
        {
            if (name.Length > surname.Length && name.StartsWith(surname, StringComparison.Ordinal))
            {
                return surname;
            }
        }

        return null;
    }
}
