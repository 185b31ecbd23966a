using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Makes names of long forms that only their letters show: what they name, and whether the short form means here what the authority file says.</summary>
internal sealed class LetterDefinitions(AuthorityIndex authority, Lexicon lexicon)
{
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Programme;

    private static readonly MentionType[] Bodies = [MentionType.Ministry, MentionType.Agency, MentionType.Organisation, MentionType.Programme];

    /// <summary>Adds a definition that no name found before ends at.</summary>
    public void Add(TaggingContext context, TextBlock block, TextSpan longForm, string shortForm, DocumentNames names)
    {
        var name = CleanName.Of(context.Text, longForm.Start, longForm.End);
        if (!char.IsUpper(context.Text[longForm.Start]) || TypeOf(block.Words, longForm) is not { } type)
        {
            // The letters mean something else here than in the authority file: "small and medium enterprises (SME)".
            if (Known(shortForm) is not { } known || !SharesWords(known, name))
            {
                names.AddShort(null, name, shortForm);
            }

            return;
        }

        var id = Known(shortForm) is { } entry && entry.Type == type && SharesWords(entry, name) ? entry.Id : authority.Find(type, name)?.Id ?? name;
        names.AddShort(type, id, shortForm);
        context.Candidates.Add(new Candidate(type, id, longForm, Trust.Document, "definition:" + shortForm) { Block = block.Number });
    }

    private MentionType? TypeOf(IReadOnlyList<Word> words, TextSpan longForm)
    {
        for (var i = LastWord(words, longForm.End); i >= 0 && words[i].Start >= longForm.Start; i--)
        {
            // The head is the first word of a kind before "of" or "for", else the last word.
            var classes = lexicon.Of(words[i]) & Heads;
            if (classes != WordClass.None && words[i].IsCapital && (words[i].End == longForm.End || lexicon.Is(words[i + 1], WordClass.Connector)))
            {
                return (classes & WordClass.Ministry) != WordClass.None ? MentionType.Ministry
                    : classes == WordClass.Programme ? MentionType.Programme
                    : (classes & WordClass.Organisation) != WordClass.None ? MentionType.Organisation
                    : MentionType.Agency;
            }
        }

        return HoldsProgramme(words, longForm) ? MentionType.Programme : null;
    }

    // "Priority Harbour Programmes and Equipment": the head is not the last word.
    private bool HoldsProgramme(IReadOnlyList<Word> words, TextSpan longForm)
    {
        for (var i = LastWord(words, longForm.End); i >= 0 && words[i].Start >= longForm.Start; i--)
        {
            if (words[i].IsCapital && (lexicon.Of(words[i]) & Heads) == WordClass.Programme && !lexicon.Is(words[i], WordClass.Generic | WordClass.Subject))
            {
                return true;
            }
        }

        return false;
    }

    // Number of the last word that ends at or before end; words rise, so halves are left out.
    private static int LastWord(IReadOnlyList<Word> words, int end)
    {
        int low = 0, high = words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].End <= end ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private AuthorityEntry? Known(string shortForm)
    {
        foreach (var type in Bodies)
        {
            if (authority.Find(type, shortForm) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Whether a name of the entry begins with the same word and shares half of the words, or has the same words in another order.</summary>
    public static bool SharesWords(AuthorityEntry entry, string name)
    {
        var words = name.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var known in entry.Names)
        {
            var others = known.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
            var shared = words.Count(word => others.Contains(word, StringComparer.OrdinalIgnoreCase));
            if (2 * shared > Math.Max(words.Length, others.Length) && (shared == words.Length || BeginAlike(others[0], words[0])))
            {
                return true;
            }
        }

        return false;
    }

    // "Japan" and "Japanese", "Centre" and "Center"; but not "Centre" and "Council".
    private static bool BeginAlike(string a, string b)
    {
        const int Telling = 4;
        return a.Equals(b, StringComparison.OrdinalIgnoreCase)
            || (a.Length >= Telling && b.Length >= Telling && a.AsSpan(0, Telling).Equals(b.AsSpan(0, Telling), StringComparison.OrdinalIgnoreCase));
    }
}
