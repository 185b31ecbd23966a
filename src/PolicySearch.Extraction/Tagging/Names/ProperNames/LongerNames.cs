using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>The full names that a document gives, by their first words: "Acme" after "Acme University".</summary>
internal sealed class LongerNames
{
    private const int MinLength = 4;
    private readonly Dictionary<string, Candidate?> _byStart = new(StringComparer.Ordinal);

    /// <summary>Collects the names that a rule or the authority file has found.</summary>
    public static LongerNames Of(TaggingContext context, Lexicon lexicon)
    {
        var names = new LongerNames();
        foreach (var candidate in context.Candidates)
        {
            if (candidate.Type is MentionType.Organisation or MentionType.Agency or MentionType.Programme)
            {
                names.Add(context, candidate, lexicon);
            }
        }

        return names;
    }

    /// <summary>The one name that begins with these words, or null.</summary>
    public Candidate? Find(string start) => _byStart.GetValueOrDefault(start);

    private void Add(TaggingContext context, Candidate candidate, Lexicon lexicon)
    {
        var text = CleanName.Of(context.Text, candidate.Span.Start, candidate.Span.End);
        var blank = text.LastIndexOf(' ');
        if (blank < MinLength || !MayBeLeftOut(text.AsSpan(blank + 1), lexicon, context))
        {
            return;
        }

        var start = text[..blank];
        if (IsCommon(start, lexicon, context))
        {
            return;
        }

        if (!_byStart.TryGetValue(start, out var other))
        {
            _byStart[start] = candidate;
        }
        else if (other is not null && (other.Type, other.Id) != (candidate.Type, candidate.Id))
        {
            _byStart[start] = null;
        }
    }

    // "Advanced Manufacturing" is a subject, though there is an Advanced Manufacturing Plan.
    private static bool IsCommon(ReadOnlySpan<char> start, Lexicon lexicon, TaggingContext context)
    {
        foreach (var range in start.Split(' '))
        {
            if (!lexicon.Is(ToWord(start[range], context), WordClass.Generic | WordClass.Subject | WordClass.Adjective | WordClass.Connector | WordClass.Function))
            {
                return false;
            }
        }

        return true;
    }

    private static Word ToWord(ReadOnlySpan<char> word, TaggingContext context)
    {
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        var length = WordFolding.Fold(word, folded);
        return new Word(0, 0, length > 0 ? context.Symbols.Find(folded[..length]) : -1, WordShape.None, Gap.None);
    }

    // Only a word that says what kind of thing it is may be left out.
    private static bool MayBeLeftOut(ReadOnlySpan<char> word, Lexicon lexicon, TaggingContext context) =>
        lexicon.Is(ToWord(word, context), WordClass.Organisation | WordClass.Agency | WordClass.Programme | WordClass.Trade | WordClass.Firm);
}
