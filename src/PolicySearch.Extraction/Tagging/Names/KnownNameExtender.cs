using System.Globalization;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Fits known names to what stands around them: editions of a plan, a ministry with its country after it, longer phrases that only contain a known name.</summary>
internal sealed class KnownNameExtender : IFinder
{
    private const int TellingWords = 3;

    private static readonly string[] Heads = ["plan", "programme", "program", "project", "scheme", "initiative", "policy", "campaign"];

    private static readonly string[] Ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"];

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var known = new Dictionary<int, Candidate>();
        var starts = new Dictionary<int, Candidate>();
        var places = new Dictionary<int, Candidate>();
        foreach (var candidate in context.Candidates)
        {
            if (candidate is { Entry: not null, Type: MentionType.Place })
            {
                places.TryAdd(candidate.Span.Start, candidate);
            }
            else if (candidate is { Entry: not null, Type: MentionType.Programme })
            {
                Keep(known, candidate.Span.End, candidate);
                Keep(starts, candidate.Span.Start, candidate);
            }
        }

        var found = new List<Candidate>();
        foreach (var candidate in context.Candidates)
        {
            if (candidate.Entry is null && candidate.Type == MentionType.Programme && known.TryGetValue(candidate.Span.End, out var name))
            {
                // "Second Term Medium-Range Industrial Cluster Plan": what is known in it is the name.
                if (IsAfterPlace(context.Text, candidate, name, places)
                    || (name.Span.Of(context.Text).Count(' ') + 1 >= TellingWords && !BeginsWithOrdinal(context.Text, candidate, name) && !IsJoined(context.Text, candidate, name)))
                {
                    continue;
                }
            }

            if (candidate.Entry is null && candidate.Type == MentionType.Programme && starts.TryGetValue(candidate.Span.Start, out var start) && AddsHead(context.Text, candidate, start))
            {
                // "Silver Valley Plan project": the name with a word for what it is.
                found.Add(start with { Span = candidate.Span, Evidence = start.Evidence + "+head" });
                continue;
            }

            found.Add(candidate);
            if (candidate.Entry is not null)
            {
                AddNumbered(context, candidate, found);
                AddExtended(context, candidate, places, found);
            }
            else if (candidate.Type == MentionType.Programme && OrdinalBefore(context, candidate) is var edition and >= 0 && char.IsAsciiDigit(context.Text[edition]))
            {
                // "11th Five-Year Plan"
                found.Add(candidate with { Id = EditionId(context.Text, edition, candidate.Span), Span = candidate.Span with { Start = edition }, Evidence = candidate.Evidence + "+edition" });
            }
        }

        context.Candidates.Clear();
        context.Candidates.AddRange(found);
    }

    private static void Keep(Dictionary<int, Candidate> known, int at, Candidate candidate)
    {
        if (!known.TryGetValue(at, out var other) || candidate.Span.Length > other.Span.Length)
        {
            known[at] = candidate;
        }
    }

    private static bool AddsHead(string text, Candidate candidate, Candidate known) =>
        known.Span.End < candidate.Span.End
        && Array.Exists(Heads, head => text.AsSpan(known.Span.End, candidate.Span.End - known.Span.End).Trim().Equals(head, StringComparison.OrdinalIgnoreCase));

    private static void AddExtended(TaggingContext context, Candidate candidate, Dictionary<int, Candidate> places, List<Candidate> found)
    {
        var text = context.Text;
        if (candidate.Type == MentionType.Programme && OrdinalBefore(context, candidate) is var start and >= 0)
        {
            var id = EditionId(text, start, candidate.Span);
            found.Add(new Candidate(MentionType.Programme, id, candidate.Span with { Start = start }, Trust.Authority, candidate.Evidence + "+edition")
            {
                Block = candidate.Block,
                Source = candidate.Source,
            });
        }

        // "Austal USA", "Siemens India": a firm's daughter.
        if (candidate is { Type: MentionType.Organisation, Entry.Country: not null } && candidate.Span.End < text.Length && text[candidate.Span.End] == ' '
            && places.TryGetValue(candidate.Span.End + 1, out var country) && country.Block == candidate.Block && country.Entry!.Adjectives.Count > 0)
        {
            found.Add(new Candidate(MentionType.Organisation, CleanName.Of(text, candidate.Span.Start, country.Span.End), candidate.Span with { End = country.Span.End }, Trust.Form, "rule:daughter")
            {
                Block = candidate.Block,
            });
        }

        // "Ministry of Economy, Trade and Industry Japan" and "… of Japan" are one name; "METI Japan" is not.
        if (candidate.Type is MentionType.Ministry or MentionType.Agency && candidate.Span.Of(text).Contains(' ')
            && places.TryGetValue(AfterOf(text, candidate.Span.End), out var place) && place.Block == candidate.Block && place.Entry!.Country == candidate.Entry!.Country)
        {
            found.Add(candidate with { Span = candidate.Span with { End = place.Span.End }, Evidence = candidate.Evidence + "+country" });
        }
    }

    // "Eleventh Five-Year Plan", also for "11th".
    private static string EditionId(string text, int start, TextSpan name)
    {
        var ordinal = text[start..name.Start].Trim();
        if (int.TryParse(ordinal.AsSpan(0, ordinal.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= Ordinals.Length)
        {
            ordinal = Ordinals[number - 1];
        }

        return char.ToUpper(ordinal[0], CultureInfo.InvariantCulture) + ordinal[1..] + " " + CleanName.Of(text, name.Start, name.End);
    }

    // "PIA 4", "FAME India Phase II": an edition of its own.
    private static void AddNumbered(TaggingContext context, Candidate candidate, List<Candidate> found)
    {
        var text = context.Text;
        if (candidate.Type == MentionType.Programme && EditionNumbers.EndOf(text, candidate.Span.End, context.Blocks[candidate.Block].Span.End) is var end and > 0)
        {
            var id = candidate.Id + " " + CleanName.Of(text, candidate.Span.End + 1, end);
            found.Add(new Candidate(MentionType.Programme, id, candidate.Span with { End = end }, Trust.Authority, candidate.Evidence + "+edition")
            {
                Block = candidate.Block,
                Source = candidate.Source,
            });
        }
    }

    // Where the next word begins behind a blank, or behind "of" and "of the"; -1 where no blank follows.
    private static int AfterOf(string text, int end)
    {
        if (end >= text.Length || text[end] is not (' ' or '\n'))
        {
            return -1;
        }

        var rest = text.AsSpan(end + 1);
        return end + 1 + (rest.StartsWith("of the ") ? 7 : rest.StartsWith("of ") ? 3 : 0);
    }

    // "Fourth Science and Technology Basic Plan"; "the first …" is mostly just the first.
    private static int OrdinalBefore(TaggingContext context, Candidate candidate)
    {
        var text = context.Text;
        var block = context.Blocks[candidate.Block];
        var end = candidate.Span.Start - 1;
        if (end <= block.Span.Start || text[end] is not (' ' or '\n'))
        {
            return -1;
        }

        var start = end;
        while (start > block.Span.Start && (char.IsAsciiLetterOrDigit(text[start - 1])) && end - start < 12)
        {
            start--;
        }

        var word = text.AsSpan(start, end - start);
        if (word.Length > 2 && char.IsAsciiDigit(word[0]))
        {
            return word[^2..] is "st" or "nd" or "rd" or "th" ? start : -1;
        }

        foreach (var ordinal in Ordinals)
        {
            if (word.Equals(ordinal, StringComparison.OrdinalIgnoreCase))
            {
                return ordinal == "first" && word[0] == 'f' ? -1 : start;
            }
        }

        return -1;
    }

    // "US CHIPS Act": a place and what is known.
    private static bool IsAfterPlace(string text, Candidate candidate, Candidate name, Dictionary<int, Candidate> places) =>
        places.TryGetValue(candidate.Span.Start, out var place) && place.Span.End < name.Span.Start
        && text.AsSpan(place.Span.End, name.Span.Start - place.Span.End).IsWhiteSpace();

    // "Sea and Harbour Development Plan", "Act on the Promotion of Harbour Development Plans": a longer name that goes through the known one.
    private static bool IsJoined(string text, Candidate candidate, Candidate name)
    {
        var before = text.AsSpan(candidate.Span.Start, Math.Max(0, name.Span.Start - candidate.Span.Start)).TrimEnd();
        return before.EndsWith(" and") || before.EndsWith('&') || before.EndsWith(" of") || before.EndsWith(" of the") || before.EndsWith(" on") || before.EndsWith(" for");
    }

    private static bool BeginsWithOrdinal(string text, Candidate candidate, Candidate name)
    {
        var before = text.AsSpan(candidate.Span.Start, Math.Max(0, name.Span.Start - candidate.Span.Start)).Trim();
        foreach (var ordinal in Ordinals)
        {
            if (before.Equals(ordinal, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
