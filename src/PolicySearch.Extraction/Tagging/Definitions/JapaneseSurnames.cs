using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Japanese;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Lets a surname that stands alone in Japanese text mean the person whom the document has named in full: 小泉純一郎首相 … 小泉は.</summary>
/// <remarks>Surnames with a title are <see cref="JapanesePersonFinder"/>'s.</remarks>
internal sealed class JapaneseSurnames(AuthorityIndex authority)
{
    // "林" and "森" alone are woods more often than persons.
    private const int ShortestAlone = 2;

    /// <summary>Adds the surnames of persons who are named in full.</summary>
    /// <param name="context">The document.</param>
    /// <param name="settled">What has been found, by start.</param>
    /// <param name="names">Where the document's names are collected.</param>
    public void Read(TaggingContext context, IReadOnlyList<Candidate> settled, DocumentNames names)
    {
        foreach (var candidate in settled)
        {
            if (candidate.Type != MentionType.Person || !Scripts.IsCjk(context.Text[candidate.Span.Start]))
            {
                continue;
            }

            // "石川" alone is the prefecture, whoever else is named so.
            var surname = SurnameOf(candidate.Span.Of(context.Text));
            if (surname.Length >= ShortestAlone && authority.Find(MentionType.Place, surname.ToString()) is null)
            {
                names.AddShort(MentionType.Person, candidate.Id, surname.ToString());
            }
        }
    }

    // The surname of a full name; nothing for a surname alone.
    private static ReadOnlySpan<char> SurnameOf(ReadOnlySpan<char> name)
    {
        var dot = name.LastIndexOf('・');
        if (dot > 0)
        {
            return name.Length - dot > 2 ? name[(dot + 1)..] : default;
        }

        return PersonNames.BuiltIn.KnownSurname(name);
    }
}
