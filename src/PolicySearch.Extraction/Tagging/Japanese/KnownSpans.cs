using PolicySearch.Extraction.Tagging.Candidates;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>What the authority file has found, by where it begins and ends in the document's text.</summary>
internal sealed class KnownSpans
{
    private readonly Dictionary<int, Candidate> _byStart = [];
    private readonly Dictionary<int, Candidate> _byEnd = [];

    public KnownSpans(TaggingContext context)
    {
        foreach (var candidate in context.Candidates)
        {
            if (candidate is { Entry: not null, Type: not null } && context.Text[candidate.Span.End - 1] >= '\u3005')
            {
                Keep(_byStart, candidate.Span.Start, candidate);
                Keep(_byEnd, candidate.Span.End, candidate);
            }
            else if (candidate is { Entry: not null, Type: MentionType.Ministry or MentionType.Agency or MentionType.Organisation })
            {
                // "JAIST産学官連携本部": a short form in Latin letters before Japanese.
                Keep(_byStart, candidate.Span.Start, candidate);
                Keep(_byEnd, candidate.Span.End, candidate);
            }
        }
    }

    /// <summary>The longest known name that begins at a place of the document's text, or null.</summary>
    public Candidate? StartingAt(int position) => _byStart.GetValueOrDefault(position);

    /// <summary>The longest known name that ends at a place of the document's text, or null.</summary>
    public Candidate? EndingAt(int position) => _byEnd.GetValueOrDefault(position);

    private static void Keep(Dictionary<int, Candidate> known, int at, Candidate candidate)
    {
        if (!known.TryGetValue(at, out var other) || candidate.Span.Length > other.Span.Length)
        {
            known[at] = candidate;
        }
    }
}
