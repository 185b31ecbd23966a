using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>Names as references give them: "Okubo, T.", "Kuhl, S.; Ripp, A.", "and C. Harlow."</summary>
internal sealed class CitedNames(NameParts parts, KnownSurnames known)
{
    private const int MaxInitials = 4;

    /// <summary>Adds the name that begins at the word, if one does.</summary>
    public bool Find(TaggingContext context, TextBlock block, int first) => FindSurnameFirst(context, block, first) || FindInitialsFirst(context, block, first);

    /// <summary>Gives the candidates from number <paramref name="from"/> on that are a surname and initials the id of the person whom the document names in full.</summary>
    public void Settle(TaggingContext context, int from)
    {
        var fullNames = new Dictionary<(string Surname, char Initial), string>();
        for (var i = from; i < context.Candidates.Count; i++)
        {
            var id = context.Candidates[i].Id;
            if (context.Candidates[i].Type == MentionType.Person && !id.Contains('.', StringComparison.Ordinal) && id.LastIndexOf(' ') is > 0 and var blank)
            {
                // Two of one surname and initial: the shorter mention is nobody's for sure.
                var key = (id[(blank + 1)..], id[0]);
                fullNames[key] = fullNames.TryGetValue(key, out var other) && other != id ? "" : id;
            }
        }

        for (var i = from; i < context.Candidates.Count; i++)
        {
            var candidate = context.Candidates[i];
            if (candidate.Evidence == Cited && candidate.Id.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma)
            {
                var (surname, initial) = (candidate.Id[..comma], candidate.Id[comma + 2]);
                if (fullNames.GetValueOrDefault((surname, initial)) is { Length: > 0 } full)
                {
                    context.Candidates[i] = candidate with { Id = full };
                }
                else if (known.Only(surname, initial) is { } entry)
                {
                    context.Candidates[i] = candidate with { Id = entry.Id, Entry = entry, Source = new NameSource(entry.Id, entry.Origin) };
                }
            }
        }
    }

    private const string Cited = "rule:person-cited";

    private bool FindSurnameFirst(TaggingContext context, TextBlock block, int first)
    {
        var words = block.Words;
        var comma = first;
        while (comma + 1 < words.Count && comma < first + 2 && words[comma + 1].Before is Gap.Hyphen or Gap.Space && parts.IsPart(words[comma + 1]))
        {
            comma++;
        }

        if (comma + 1 >= words.Count || !parts.IsPart(words[first]) || NameParts.IsInitial(words[first]) || (words[comma + 1].Before & ~(Gap.Space | Gap.Line)) != Gap.Comma
            || !NameParts.IsInitial(words[comma + 1]))
        {
            return false;
        }

        var last = comma + 1;
        while (last + 1 < words.Count && last <= comma + MaxInitials && NameParts.IsInitial(words[last + 1])
            && words[last + 1].Before is (Gap.Period | Gap.Space) or Gap.Period or Gap.Space or (Gap.Period | Gap.Hyphen) or Gap.Hyphen)
        {
            last++;
        }

        var end = words[last].End;
        if (end < block.Span.End && context.Text[end] == '.')
        {
            end++;
        }
        else if (context.Text[end - 1] != '.')
        {
            return false;
        }

        context.Add(block, MentionType.Person, CleanName.Of(context.Text, words[first].Start, end), words[first].Start, end, Trust.Form, Cited);
        return true;
    }

    // "and C. Harlow.", "M. J. Ito,": after the first author of a reference.
    private bool FindInitialsFirst(TaggingContext context, TextBlock block, int first)
    {
        var words = block.Words;
        var last = first;
        while (last - first <= MaxInitials - 1 && last + 1 < words.Count && NameParts.IsInitial(words[last]) && words[last + 1].Before is (Gap.Period | Gap.Space) or Gap.Period)
        {
            last++;
        }

        if (block.Kind != BlockKind.Reference || last == first || last - first >= MaxInitials || !parts.IsUnlisted(words[last])
            || first == 0 || (words[first].Before & (Gap.Break | Gap.Line)) != Gap.None || (words[first - 1].IsCapital && (words[first].Before & Gap.Comma) == Gap.None)
            || (last + 1 < words.Count && (words[last + 1].Before & (Gap.Comma | Gap.Period | Gap.Open | Gap.Space)) == Gap.None))
        {
            return false;
        }

        context.AddForm(block, MentionType.Person, words[first].Start, words[last].End, "person-initials");
        return true;
    }
}
