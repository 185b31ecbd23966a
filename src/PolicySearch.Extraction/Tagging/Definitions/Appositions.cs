using PolicySearch.Extraction.Tagging.Candidates;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Reads short forms that stand before the full name in apposition: "CGT, the Coastal Growth Trust, …".</summary>
internal static class Appositions
{
    private const int LongestShort = 12;
    private static readonly string[] Joints = [", the ", ", The ", ",\nthe ", ", "];

    /// <summary>Adds the short forms right before the names in <paramref name="settled"/> to <paramref name="names"/>.</summary>
    public static void Read(TaggingContext context, List<Candidate> settled, DocumentNames names)
    {
        foreach (var candidate in settled)
        {
            if (candidate.Type is MentionType.Ministry or MentionType.Agency or MentionType.Organisation or MentionType.Programme
                && ShortFormBefore(context, candidate) is { } shortForm && LongForms.IsWhole(shortForm, CleanName.Of(context.Text, candidate.Span.Start, candidate.Span.End)))
            {
                names.AddShort(candidate.Type, candidate.Id, shortForm);
            }
        }
    }

    private static string? ShortFormBefore(TaggingContext context, Candidate candidate)
    {
        var before = context.Text.AsSpan(context.Blocks[candidate.Block].Span.Start..candidate.Span.Start);
        foreach (var joint in Joints)
        {
            if (!before.EndsWith(joint, StringComparison.Ordinal))
            {
                continue;
            }

            var text = before[..^joint.Length];
            var start = text.Length;
            while (start > 0 && text.Length - start <= LongestShort && char.IsAsciiLetterOrDigit(text[start - 1]))
            {
                start--;
            }

            var shortForm = text[start..];
            return shortForm.Length is > 2 and <= LongestShort && ShortForms.IsShortForm(shortForm) && !shortForm.ContainsAnyInRange('a', 'z') ? shortForm.ToString() : null;
        }

        return null;
    }
}
