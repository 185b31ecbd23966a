namespace PolicySearch.Extraction.Tagging.Candidates;

/// <summary>Chooses among overlapping candidates: the longest wins, then the most trusted, then the first.</summary>
internal static class CandidateResolver
{
    private const int Free = 0;

    /// <summary>The candidates that remain, by start; they do not overlap but for a year that ends a programme's name.</summary>
    /// <param name="candidates">What the finders found.</param>
    /// <param name="textLength">Length of the text that the spans point into.</param>
    public static List<Candidate> Resolve(IEnumerable<Candidate> candidates, int textLength)
    {
        var order = candidates.ToArray();
        Array.Sort(order, Compare);
        var accepted = new List<Candidate>(order.Length);

        // Which accepted candidate (its number from 1) holds each code unit: names and years apart.
        var names = new int[textLength];
        var years = new int[textLength];
        var known = KnownInside(order, textLength);
        foreach (var candidate in order)
        {
            var owners = candidate.Type == MentionType.Year ? years : names;
            if (Cuts(candidate, known) || !IsFree(candidate, owners) || (candidate.Type == MentionType.Year && !MayStand(candidate, names, accepted)))
            {
                continue;
            }

            accepted.Add(candidate);
            Array.Fill(owners, accepted.Count, candidate.Span.Start, candidate.Span.Length);
        }

        accepted.Sort((a, b) => (a.Span.Start, b.Span.End).CompareTo((b.Span.Start, a.Span.End)));
        return accepted;
    }

    // For each code unit inside a known name (not its first): one more than where the longest begins.
    private static int[] KnownInside(Candidate[] order, int textLength)
    {
        var inside = new int[textLength + 1];
        foreach (var candidate in order)
        {
            if (candidate is { Entry: not null, Type: not null, Trust: Trust.Authority })
            {
                for (var at = candidate.Span.Start + 1; at < candidate.Span.End && inside[at] == Free; at++)
                {
                    inside[at] = candidate.Span.Start + 1;
                }
            }
        }

        return inside;
    }

    // "Tidal Institute and Norvale Harbour", where "Norvale Harbour University" is known: a form that ends inside a known name is misread.
    private static bool Cuts(Candidate candidate, int[] known) =>
        candidate is { Trust: Trust.Form, Type: not null and not MentionType.Year } && known[candidate.Span.End] > candidate.Span.Start + 1;

    // Candidates come longest first, so an accepted one that overlaps holds an end of this one.
    private static bool IsFree(Candidate candidate, int[] owners) =>
        candidate.Span.Length > 0 && owners[candidate.Span.Start] == Free && owners[candidate.Span.End - 1] == Free;

    private static bool MayStand(Candidate year, int[] names, List<Candidate> accepted)
    {
        for (var at = year.Span.Start; at < year.Span.End; at++)
        {
            if (names[at] == Free)
            {
                continue;
            }

            var name = accepted[names[at] - 1];
            return name.Type == MentionType.Programme && name.Span.End == year.Span.End && name.Span.Start < year.Span.Start;
        }

        return true;
    }

    private static int Compare(Candidate a, Candidate b)
    {
        // Years come last: they yield to every name but a programme's that they end.
        var byYear = (a.Type == MentionType.Year).CompareTo(b.Type == MentionType.Year);
        var byLength = byYear != 0 ? byYear : b.Span.Length.CompareTo(a.Span.Length);
        var byTrust = byLength != 0 ? byLength : b.Trust.CompareTo(a.Trust);
        var byStart = byTrust != 0 ? byTrust : a.Span.Start.CompareTo(b.Span.Start);
        var byType = byStart != 0 ? byStart : Nullable.Compare(a.Type, b.Type);
        var byId = byType != 0 ? byType : string.CompareOrdinal(a.Id, b.Id);
        return byId != 0 ? byId : string.CompareOrdinal(a.Evidence, b.Evidence);
    }
}
